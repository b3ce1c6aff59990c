import type { Publisher } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { ownerCode } from "./codes.ts"
import type { Organisation } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"
import { nameKey } from "./nameKey.ts"

/** Who puts a document out, as far as its outlet's name tells: none or one. */
export function publishersFrom(knowledge: Knowledge) {
  return stage({
    gives: "publishers",
    needs: [],
    annotate: ({ outlet }) => {
      const publisher = publisherOf(knowledge, outlet)
      return publisher ? [publisher] : []
    },
  })
}

/** The kinds of organisations of a state that do not speak for its government. */
const UNOFFICIAL = new Set(["state-media", "ruling-party", "opposition"])

/** The state or body whose organ an outlet is: "U.S. Department of State", "Ministry of Foreign Affairs of Japan", "NATO". */
export const publisherOf = (knowledge: Knowledge, outlet: string | undefined): Publisher | undefined =>
  outlet ? (named(knowledge, outlet) ?? organOf(knowledge, outlet)) : undefined

/** An outlet that the files know by its own name; "Ministry of Defence" alone is that of many states. */
function named(knowledge: Knowledge, outlet: string): Publisher | undefined {
  if (organs(knowledge).has(organKey(outlet))) return undefined
  for (const naming of knowledge.named(outlet)) {
    if (naming.kind === "body") return { state: ownerCode(knowledge, naming), official: true }
    if (naming.kind === "state" && naming.is === "metonym") return { state: naming.id, official: true }
    const organisation = naming.kind === "organisation" ? knowledge.organisations.get(naming.id) : undefined
    if (organisation) return { state: organisation.state, official: isOfficial(organisation) }
  }
  return undefined
}

const isOfficial = ({ kind }: Organisation) => kind !== undefined && !UNOFFICIAL.has(kind)

/** Words between an organ and its state: "of the". */
const JOINING = /^(?:of|for|in|the)$/

/** An organ that most states have, named with its state: "Ministry of Foreign Affairs of Japan", "Israeli Prime Minister's Office". */
function organOf(knowledge: Knowledge, outlet: string): Publisher | undefined {
  const words = withoutPossessives(outlet).split(/\s+/).filter(Boolean)
  for (let length = Math.min(words.length - 1, LONGEST_STATE); length > 0; length--)
    for (const from of [0, words.length - length]) {
      const state = knowledge.named(words.slice(from, from + length).join(" ")).find(({ kind }) => kind === "state")
      if (!state) continue
      const rest = from === 0 ? words.slice(length) : words.slice(0, from)
      while (rest.length > 1 && JOINING.test(rest.at(-1)!)) rest.pop()
      const kind = organs(knowledge).get(organKey(rest.join(" ")))
      const own = knowledge
        .named(rest.join(" "))
        .map(({ id }) => knowledge.organisations.get(id))
        .find(organisation => organisation?.state === state.id)
      if (own) return { state: state.id, official: isOfficial(own) }
      if (kind) return { state: state.id, official: !UNOFFICIAL.has(kind) }
    }
  return undefined
}

/** "Israel's Prime Minister's Office" as "Israel Prime Minister Office": the state stands apart from its organ. */
const withoutPossessives = (words: string) => words.replace(/['’]s\b/g, "")

const organKey = (words: string) => nameKey(withoutPossessives(words))

/** Words of the longest name of a state: "the Islamic Republic of Iran". */
const LONGEST_STATE = 7

const organNames = new WeakMap<Knowledge, ReadonlyMap<string, string>>()

/** Kinds of organs by `organKey` of what they are called. */
function organs(knowledge: Knowledge): ReadonlyMap<string, string> {
  const made = organNames.get(knowledge)
  if (made) return made
  const names = new Map<string, string>()
  for (const [id, { name, names: others }] of knowledge.organisationKinds)
    for (const words of [name, ...others]) names.set(organKey(words), id)
  organNames.set(knowledge, names)
  return names
}
