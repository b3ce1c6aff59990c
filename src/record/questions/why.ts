import type { Claim } from "../../model/claim.ts"
import type { Case } from "../../model/gathered.ts"
import type { Linking } from "../keep.ts"
import type { Store } from "../schema.ts"
import { answers, claimsOf } from "./events.ts"
import { nearby } from "./pages.ts"

const asTold = (date: { readonly value: string | null }) => date.value

/** Every claim behind an event, why they are one, and which look-alikes were kept apart. A claim's id finds its event, too. */
export async function why(db: Store, id: string): Promise<Case | undefined> {
  const key =
    (await db.selectFrom("events").select("key").where("id", "=", id).executeTakeFirst())?.key ??
    (await db.selectFrom("claims").select("event").where("id", "=", id).executeTakeFirst())?.event
  if (!key) return undefined
  const claims = (await claimsOf(db, [key])).get(key) ?? []
  const members = new Set(claims.map(({ claim }) => claim.id))
  const ids = [...members]
  const ends = [
    ...(await db.selectFrom("links").selectAll().where("a", "in", ids).execute()),
    ...(await db.selectFrom("links").selectAll().where("b", "in", ids).execute()),
  ]
  const links = [...new Map(ends.map(link => [link.key, link])).values()]
    .sort((x, y) => x.key - y.key)
    .map(link => ({ ...link, reasons: JSON.parse(link.reasons) as string[] }))
  const inside = links.filter(link => members.has(link.a) && members.has(link.b) && link.verdict === "same")
  const outside = links.flatMap(({ a, b, verdict, reasons, judge }) => {
    if (members.has(a) === members.has(b) || verdict === "same") return []
    return [{ other: members.has(a) ? b : a, verdict, reasons, judge }]
  })
  const others = outside.length
    ? await db
        .selectFrom("claims")
        .select(["id", "event"])
        .where("id", "in", [...new Set(outside.map(({ other }) => other))])
        .execute()
    : []
  const eventOf = new Map(others.map(row => [row.id, row.event]))
  // One look-alike an event: the judgement made last counts, and it is the one shown.
  const apart = new Map(
    outside.flatMap(link => (eventOf.get(link.other) ? [[eventOf.get(link.other)!, link] as const] : [])),
  )
  const events = await answers(db, [key, ...apart.keys()], asTold)
  return {
    event: events[0]!,
    claims: claims.map(({ claim, document }) => ({ claim, document })),
    reasons: inside.map(({ a, b, reasons, judge }) => ({ claims: [a, b] as const, reasons, judge })),
    lookalikes: [...apart.values()].map(({ verdict, reasons, judge }, i) => ({
      event: events[i + 1]!,
      verdict,
      reasons,
      judge,
    })),
  }
}

/** How many events before and after are looked at, and how many of them shown. */
const EACH = 12
const SHOWN = 4

const statesOf = ({ participants, source, target }: Parties) =>
  new Set([...participants, ...source, ...target].map(({ state }) => state))

/** What of an event is compared for likeness. */
type Parties = Pick<Claim, "type" | "participants" | "source" | "target">

/** How many states two events share, and one more for the same type. */
function likeness(a: Parties, b: Parties): number {
  const states = statesOf(b)
  return [...statesOf(a)].filter(state => states.has(state)).length + (a.type === b.type ? 1 : 0)
}

/** As `why`, and with the look-alikes nearest in time that were too far away to be compared when they came in. */
export async function whyWithFar(db: Store, linking: Linking, id: string): Promise<Case | undefined> {
  const found = await why(db, id)
  if (!found || !linking.alike || !linking.resemblance) return found
  const own = found.claims.find(({ document }) => document.id === found.event.clearest) ?? found.claims[0]!
  const known = new Set(found.lookalikes.map(({ event }) => event.id))
  const near = await nearby(db, found.event.id, linking.alike(found.event.type), EACH)
  const far = near.flatMap(({ event, claim }) => {
    const judged = known.has(event.id) ? undefined : linking.resemblance?.(own.claim, claim)
    return judged ? [{ event, ...judged, judge: "program" }] : []
  })
  // An event of the same type and states is more easily mistaken for this one than a nearer one of another kind.
  const likest = far.sort((a, b) => likeness(own.claim, b.event) - likeness(own.claim, a.event))
  return { ...found, lookalikes: [...found.lookalikes, ...likest.slice(0, SHOWN)] }
}
