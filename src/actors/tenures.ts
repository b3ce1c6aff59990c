import type { Office, Tenure } from "./facts.ts"
import { spans, touches } from "./periods.ts"

/** Who held which office when. */
export class Tenures {
  readonly #byOffice = new Map<string, Tenure[]>()
  readonly #byPerson = new Map<string, Tenure[]>()

  constructor(tenures: readonly Tenure[]) {
    for (const tenure of inOrder(tenures)) {
      put(this.#byOffice, tenure.office, tenure)
      put(this.#byPerson, tenure.person, tenure)
    }
  }

  /** Ids of the offices that somebody is known to have held. */
  offices = (): Iterable<string> => this.#byOffice.keys()

  /** Everybody who is known to have held an office, in order of time. */
  of = (office: string): readonly Tenure[] => this.#byOffice.get(office) ?? []

  /** The offices a person is known to have held, in order of time; `on`: those of that day. */
  heldBy(person: string, on?: string): readonly Tenure[] {
    const all = this.#byPerson.get(person) ?? []
    return on ? all.filter(tenure => touches(tenure, on)) : all
  }

  /**
   * Who held an office on a day, the surest first; holders who may have held it stand behind those who did, and are
   * left out of a single seat that somebody surely held.
   */
  holders(office: string, on: string, seats: Office["seats"]): readonly Tenure[] {
    const possible = this.of(office).filter(tenure => touches(tenure, on))
    const certain = possible.filter(tenure => spans(tenure, on) && tenure.as !== "elect" && tenure.as !== "disputed")
    const alone = certain.length > 0 && on.length === 10 && seats === "one"
    const rest = possible.filter(tenure => !certain.includes(tenure))
    return [
      ...certain.reverse(),
      ...(alone ? rest.filter(t => t.as === "disputed" || t.as === "elect") : rest.reverse()),
    ]
  }
}

const inOrder = (tenures: readonly Tenure[]) =>
  tenures.toSorted((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : 0))

function put(map: Map<string, Tenure[]>, key: string, tenure: Tenure) {
  const list = map.get(key)
  if (list) list.push(tenure)
  else map.set(key, [tenure])
}
