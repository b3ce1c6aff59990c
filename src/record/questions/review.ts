import { sql } from "kysely"
import type { Claim } from "../../model/claim.ts"
import { DOUBTS, type Doubt, type DoubtKind, doubtsOf } from "../../model/doubts.ts"
import type { Part, ReviewAnswer } from "../answers.ts"
import type { Store } from "../schema.ts"
import { headOf } from "./events.ts"

/** Two events, of some pair of whose claims it is not sure whether they tell of one; the pair that is most alike. */
interface Pair {
  readonly a: string
  readonly b: string
  readonly reasons: string
}

/** Unsure pairs whose claims stand in two events still, and of which nobody judged; each two events once. */
const PAIRS = sql`
  from links l join claims a on a.id = l.a join claims b on b.id = l.b
  where l.verdict = 'unsure' and l.judge = 'program' and a.event <> b.event
    and not exists (select 1 from links other where other.a = l.a and other.b = l.b and other.judge <> 'program')
  group by min(a.event, b.event), max(a.event, b.event)`

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
  const { rows: paired } = await sql<{ n: number }>`select count(*) as n from (select 1 ${PAIRS})`.execute(db)
  const counts = new Map([...counted.map(row => [row.kind, row.n] as const), ["pair", paired[0]!.n] as const])
  const ofClaims = DOUBTS.filter(kind => kind !== "pair" && wanted(kind))
  const doubtful = sql`select distinct claim from doubts where kind in (${sql.join(ofClaims.length ? ofClaims : [""])})`
  const { rows: all } = await sql<{ n: number }>`select count(*) as n from (${doubtful})`.execute(db)
  const claims = all[0]!.n
  const { rows: keys } = await sql<{ claim: number }>`
    ${doubtful} order by claim desc limit ${limit} offset ${offset}`.execute(db)
  const { rows: pairs } = wanted("pair")
    ? await sql<Pair>`
        select l.a, l.b, l.reasons, max(l.score) as score ${PAIRS} order by score desc, l.key
        limit ${limit - keys.length} offset ${Math.max(0, offset - claims)}`.execute(db)
    : { rows: [] }
  const told = await toldBy(db, keys, pairs)
  const shown = ({ kind }: Doubt) => wanted(kind)
  return {
    total: claims + (wanted("pair") ? counts.get("pair")! : 0),
    limit,
    offset,
    kinds: Object.fromEntries(DOUBTS.map(kind => [kind, counts.get(kind) ?? 0])) as Record<DoubtKind, number>,
    items: [
      ...keys.map(({ claim: key }) => {
        const one = told.find(row => row.key === key)!.told
        return { doubts: doubtsOf(one.claim).filter(shown), told: [one] }
      }),
      ...pairs.map(({ a, b, reasons }) => ({
        doubts: [
          { kind: "pair" as const, reason: `perhaps one event: ${(JSON.parse(reasons) as string[]).join("; ")}` },
        ],
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
