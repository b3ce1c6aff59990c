import type { Actor } from "../model/layers.ts"
import { actorMeant, ownerCode } from "./codes.ts"
import type { Naming } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Owner } from "./phrase.ts"

/** What the words of one document can stand for, on its day and beside its other words. */
export class Meanings {
  readonly #knowledge: Knowledge
  readonly #day: string
  readonly #surely: ReadonlySet<string>
  /** The states among them, and the publisher's. */
  readonly #spokenOf: ReadonlySet<string>

  /**
   * @param day the document's day; without one, what is in force now
   * @param surely ids of those whom the document names in words that stand for nobody else
   * @param home the state whose organ published the document, where it is one
   */
  constructor(knowledge: Knowledge, day: string | undefined, surely: ReadonlySet<string>, home: string | undefined) {
    this.#knowledge = knowledge
    this.#day = day ?? LATEST
    this.#surely = surely
    this.#spokenOf = new Set([...surely, home ?? ""].filter(id => knowledge.states.has(id)))
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
    // An organ is meant where the body is spoken of: "the Board of Governors" beside the IAEA.
    const meant = inForce.filter(
      ({ sure, id }) => sure !== "low" || this.#surely.has(id) || this.#surely.has(id.split(":", 1)[0]!),
    )
    // Words that mostly stand for somebody else are taken only for a state: "Korea", but not "State" for a ministry.
    const list = meant.length ? meant : inForce.filter(({ kind }) => kind === "state")
    const own = this.#ownOf(list)
    if (own !== list) return own[0]
    const member = list.find(n => n.kind === "state" && this.#knowledge.states.get(n.id)?.kind === "member")
    return list.find(n => n.kind === "person") ?? member ?? list[0]
  }

  /**
   * Of organisations, those of a state that the document speaks of. A name that many states have ("Senate", "Federal Police")
   * is nobody's where the document speaks only of states whose organ of that name no file has.
   */
  #ownOf(list: readonly Naming[]): readonly Naming[] {
    if (!list.length || list.some(({ kind }) => kind !== "organisation") || !this.#spokenOf.size) return list
    const own = list.filter(naming => this.#spokenOf.has(ownerCode(this.#knowledge, naming)))
    return own.length ? own : this.#knowledge.isCommonName(list[0]!.words) ? [] : list
  }

  /** Who is meant by something known. */
  actorOf = (naming: Naming): Actor => actorMeant(this.#knowledge, naming)
}

/** Later than any day of the files. */
export const LATEST = "9999"
