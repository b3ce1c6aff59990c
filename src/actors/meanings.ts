import type { Actor } from "../model/layers.ts"
import { ownerCode } from "./cast.ts"
import type { Knowledge, Naming } from "./knowledge.ts"
import type { Owner } from "./phrase.ts"

/** What the words of one document can stand for, on its day and beside its other words. */
export class Meanings {
  readonly #knowledge: Knowledge
  readonly #day: string
  readonly #surely: ReadonlySet<string>

  /**
   * @param day the document's day; without one, what is in force now
   * @param surely ids of those whom the document names in words that stand for nobody else
   */
  constructor(knowledge: Knowledge, day: string | undefined, surely: ReadonlySet<string>) {
    this.#knowledge = knowledge
    this.#day = day ?? LATEST
    this.#surely = surely
  }

  /** The states and bodies that owners speak for, without those that point back. */
  codes(owners: readonly Owner[]): readonly string[] {
    return owners.flatMap(owner => {
      const naming = this.best(owner.namings)
      return naming && naming.kind !== "group" ? [ownerCode(this.#knowledge, naming)] : []
    })
  }

  /** Whether all owners are towns or provinces, whose offices and organs are not their state's. */
  isLocal(owners: readonly Owner[]): boolean {
    return owners.length > 0 && owners.every(({ namings }) => this.best(namings)?.is === "place")
  }

  /** Of several things words can stand for, the likeliest: in force on the day, states of today before others. */
  best(namings: readonly Naming[]): Naming | undefined {
    const day = this.#day
    const live = namings.filter(n => (!n.from || n.from.slice(0, day.length) <= day) && (!n.to || `${n.to}~` >= day))
    const inForce = live.length ? live : namings
    const meant = inForce.filter(({ sure, id }) => sure !== "low" || this.#surely.has(id))
    // Words that mostly stand for somebody else are taken only for a state: "Korea", but not "State" for a ministry.
    const list = meant.length ? meant : inForce.filter(({ kind }) => kind === "state")
    const member = list.find(n => n.kind === "state" && this.#knowledge.states.get(n.id)?.kind === "member")
    return list.find(n => n.kind === "person") ?? member ?? list[0]
  }

  /** Who is meant by something known. */
  actorOf({ kind, id }: Naming): Actor {
    switch (kind) {
      case "state":
        return { state: id }
      case "body": {
        const [state, ...rest] = id.split(":")
        return { state: state!, ...(rest.length ? { name: rest.join(":") } : {}), id }
      }
      case "organisation": {
        const organisation = this.#knowledge.organisations.get(id)
        return { state: organisation?.state ?? "-", name: organisation?.name ?? id, id }
      }
      case "group":
        return { state: "-", name: this.#knowledge.groups.get(id)?.name ?? id, id }
      case "office": {
        const office = this.#knowledge.offices.get(id)
        return {
          state: office?.state ?? "-",
          name: office?.title ?? id,
          ...(office ? { office: office.title } : {}),
          id,
        }
      }
      case "person": {
        const person = this.#knowledge.persons.get(id)
        return { state: person?.state ?? "-", name: person?.name ?? id, id }
      }
    }
  }
}

/** Later than any day of the files. */
export const LATEST = "9999"

/** The state whose organ an outlet is: "U.S. Department of State". */
export function homeOf(knowledge: Knowledge, outlet: string | undefined): string | undefined {
  if (!outlet) return undefined
  for (const { kind, id } of knowledge.named(outlet))
    if (kind === "organisation") return knowledge.organisations.get(id)?.state
  return undefined
}
