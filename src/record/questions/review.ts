import { sql } from "kysely"
import type { Claim } from "../../model/claim.ts"
import { DOUBTS, type Doubt, type DoubtKind, doubtsOf } from "../../model/doubts.ts"
import type { Part, ReviewAnswer } from "../answers.ts"
import type { Store } from "../schema.ts"
import { headOf } from "./events.ts"

/** How many unsure judgements are looked at, the most alike first; settled ones do not count, so that others come up in their place. */
const MOST = 1000

/** Two claims of two events, of which it is not sure whether they are one. */
interface Pair {
  readonly a: string
  readonly b: string
  readonly reasons: string
}

/** Unsure pairs whose claims stand in two events still, and of which nobody judged; of two events only the pair that is most alike. */
async function unsurePairs(db: Store): Promise<readonly Pair[]> {
  // The cross joins keep SQLite on the links in the order of their index, so that it ends when there are enough.
  const { rows } = await sql<Pair & { readonly one: number; readonly other: number }>`
    select l.a, l.b, l.reasons, min(a.event, b.event) as one, max(a.event, b.event) as other
    from links l cross join claims a on a.id = l.a cross join claims b on b.id = l.b
    where l.verdict = 'unsure' and l.judge = 'program' and a.event <> b.event
      and not exists (select 1 from links later where later.a = l.a and later.b = l.b and later.judge <> 'program')
    order by l.score desc, l.key limit ${MOST}`.execute(db)
  const pairs = new Map<string, Pair>()
  for (const { one, other, ...pair } of rows) {
    const events = `${one} ${other}`
    if (!pairs.has(events)) pairs.set(events, pair)
  }
  return [...pairs.values()]
}

/**
 * What asks for a second look: claims, those that came last first, then pairs of events that may be one, the most alike first.
 * @param kinds only these
 */
export async function review(
  db: Store,
  kinds: readonly DoubtKind[] | undefined,
  { limit, offset }: Part,
): Promise<ReviewAnswer> {
  const wanted = (kind: DoubtKind) => !kinds?.length || kinds.includes(kind)
  const { rows: counted } = await sql<{ kind: DoubtKind; n: number }>`
    select kind, count(*) as n from doubts group by kind`.execute(db)
  const allPairs = await unsurePairs(db)
  const counts = new Map([...counted.map(row => [row.kind, row.n] as const), ["pair", allPairs.length] as const])
  const ofClaims = DOUBTS.filter(kind => kind !== "pair" && wanted(kind))
  const doubtful = sql`select distinct claim from doubts where kind in (${sql.join(ofClaims.length ? ofClaims : [""])})`
  const { rows: all } = await sql<{ n: number }>`select count(*) as n from (${doubtful})`.execute(db)
  const claims = all[0]!.n
  const { rows: keys } = await sql<{ claim: number }>`
    ${doubtful} order by claim desc limit ${limit} offset ${offset}`.execute(db)
  const first = Math.max(0, offset - claims)
  const pairs = wanted("pair") ? allPairs.slice(first, first + limit - keys.length) : []
  const told = await toldBy(db, keys, pairs)
  const shown = ({ kind }: Doubt) => wanted(kind)
  return {
    total: claims + (wanted("pair") ? allPairs.length : 0),
    limit,
    offset,
    kinds: Object.fromEntries(DOUBTS.map(kind => [kind, counts.get(kind) ?? 0])) as Record<DoubtKind, number>,
    items: [
      ...keys.map(({ claim: key }) => {
        const one = told.find(row => row.key === key)!.told
        return { doubts: doubtsOf(one.claim).filter(shown), told: [one] }
      }),
      ...pairs.map(({ a, b, reasons }) => ({
        doubts: [{ kind: "pair" as const, reason: (JSON.parse(reasons) as string[]).join("; ") }],
        told: [a, b].map(id => told.find(row => row.told.claim.id === id)!.told),
      })),
    ],
  }
}

/** The claims to be shown, each with its event and document. */
async function toldBy(db: Store, keys: readonly { readonly claim: number }[], pairs: readonly Pair[]) {
  const rows = await db
    .selectFrom("claims")
    .innerJoin("events", "events.key", "claims.event")
    .innerJoin("documents", "documents.key", "claims.doc")
    .select(["claims.key as claim_key", "record", "events.id as event"])
    .select(["documents.id", "title", "published", "zone", "outlet", "url", "lang"])
    .where(({ or, eb }) =>
      or([
        eb(
          "claims.key",
          "in",
          keys.map(row => row.claim),
        ),
        eb(
          "claims.id",
          "in",
          pairs.flatMap(({ a, b }) => [a, b]),
        ),
      ]),
    )
    .execute()
  return rows.map(({ claim_key: key, record, event, ...head }) => ({
    key,
    told: { event, claim: JSON.parse(record) as Claim, document: headOf(head) },
  }))
}
