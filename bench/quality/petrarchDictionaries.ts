import { readFileSync } from "node:fs"
import { join } from "node:path"
import { actorsFile } from "../../src/actors/actorsFile.ts"
import { ACTORS_FOLDER, Knowledge } from "../../src/actors/knowledge.ts"
import type { Actor } from "../../src/model/layers.ts"

/** What PETRARCH calls an actor: a code for a time, under several names. */
interface DictionaryActor {
  readonly names: readonly string[]
  readonly code: string
  /** ISO days, where the code holds only then. */
  readonly from?: string
  readonly to?: string
}

/** "soldier" adds MIL to the code of whose soldier it is; "MSF" puts NGO in front. */
interface Agent {
  readonly words: RegExp
  readonly length: number
  readonly before: string
  readonly after: string
}

/**
 * PETRARCH's own dictionaries as an actors file of ours and a way back: names and dated codes become states of a knowledge of their own,
 * so that reading finds them as it finds any other actor; agents ("soldiers", "government") are looked up in what reading calls the actor.
 */
export class PetrarchDictionaries {
  readonly knowledge: Knowledge
  private readonly agents: readonly Agent[]

  constructor(folder: string) {
    const text = (name: string) =>
      readFileSync(join(folder, `PETR.Validate.${name}.txt`), "utf8").replace(/<!.*?-->/gs, "")
    this.agents = readAgents(text("agents"))
    this.knowledge = new Knowledge([
      ...["office-kinds.csv", "organisation-kinds.csv"].map(name => actorsFile(join(ACTORS_FOLDER, name))),
      actorsFile("PETR.Validate.actors.txt", statesFile(readActors(text("actors")))),
    ])
  }

  /**
   * The code PETRARCH would write for an actor of ours: its state's code with those of the agents that stand in its noun phrase,
   * "ARN" + "MIL". What the code has already is not added again.
   * @param phrase the words of the noun phrase; where no agent stands in them, the name and office that reading gave may hold one
   */
  code({ state, name, office }: Actor, phrase: string): string {
    const own = state.replace(/~\d+$/, "").replace(/^-$/, "---")
    const coded = this.withAgents(own, phrase)
    return coded === own ? this.withAgents(own, [name, office].join(" ")) : coded
  }

  private withAgents(own: string, words: string): string {
    let rest = words.replace(/['’]s?\b/g, "")
    const found: { readonly agent: Agent; readonly at: number }[] = []
    for (const agent of this.agents) {
      const match = agent.words.exec(rest)
      if (!match) continue
      found.push({ agent, at: match.index })
      // Words of a longer agent are not those of a shorter one too.
      rest = `${rest.slice(0, match.index)}${" ".repeat(match[0].length)}${rest.slice(match.index + match[0].length)}`
    }
    return found
      .sort((a, b) => a.at - b.at)
      .reduce((code, { agent }) => `${unknownTo(code, agent.before)}${code}${unknownTo(code, agent.after)}`, own)
  }
}

/** The parts, of three letters each, of an agent's code that a code does not have yet. */
const unknownTo = (code: string, added: string) =>
  (added.match(/.{1,3}/g) ?? [])
    .filter(part => !(code.match(/.{1,3}/g) as readonly string[] | null)?.includes(part))
    .join("")

/** A name, then `[CODE]` or dated codes on lines of their own; "+" adds a name to the one above. */
function readActors(text: string): DictionaryActor[] {
  const actors: DictionaryActor[] = []
  let names: string[] = []
  let own: string | undefined
  let restricted: DictionaryActor[] = []
  const close = () => {
    const plain = names.map(name => name.replaceAll("_", " ").trim()).filter(Boolean)
    if (plain.length > 0) actors.push(...periods(restricted, own).map(actor => ({ ...actor, names: plain })))
    names = []
    own = undefined
    restricted = []
  }
  for (const raw of text.split("\n")) {
    const line = raw.replace(/#.*/, "")
    const codes = [...line.matchAll(/\[\s*([^\]\s<>]+)\s*(?:([<>])?\s*(\d{6,8})?>?\s*(?:-\s*(\d{6,8}))?)?\s*\]/g)]
    const name = line.split("[")[0]!.trim()
    if (name.startsWith("+")) names.push(name.slice(1))
    else if (name) {
      close()
      names.push(name)
    }
    for (const [, code, sign, first, last] of codes) {
      if (!sign && !first) own = code!.toUpperCase()
      else
        restricted.push({
          names,
          code: code!,
          ...(sign !== "<" && first ? { from: day(first) } : {}),
          ...(sign === "<" && first ? { to: day(first) } : last ? { to: day(last) } : {}),
        })
    }
  }
  close()
  return actors
}

/** One code a time: of several that hold on a day the one named first, and the code without a time where none does. */
function periods(restricted: readonly DictionaryActor[], own: string | undefined): Omit<DictionaryActor, "names">[] {
  const holds = ({ from, to }: DictionaryActor, on: string) => (from ?? "") <= on && on <= (to ?? "9999")
  const starts = ["", ...restricted.flatMap(({ from, to }) => [from ?? "", ...(to ? [dayAfter(to)] : [])])]
  const found: { code: string; from?: string; to?: string }[] = []
  for (const [at, start] of [...new Set(starts)].sort().entries()) {
    const code = restricted.find(actor => holds(actor, start))?.code ?? own
    const last = found.at(-1)
    if (last && !last.to && start) last.to = dayAfter(start, -1)
    if (code) found.push({ code: code.toUpperCase(), ...(at > 0 ? { from: start } : {}) })
  }
  return found
}

function dayAfter(day: string, days = 1): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** "950601" and "19950601" are the same day. */
function day(digits: string): string {
  const full = digits.length === 6 ? `19${digits}` : digits
  return `${full.slice(0, 4)}-${full.slice(4, 6)}-${full.slice(6, 8)}`
}

const capital = (name: string) =>
  name.toLowerCase().replace(/(?<![\p{L}.])\p{L}|(?<=\.)\p{L}/gu, letter => letter.toUpperCase())

/** Words for a people or what is theirs rather than for the place. */
const ADJECTIVE = /(?:AN|ISH|ESE|ORI|CH|ANI|THI)$/

/** The actors as a `states` file; where a code stands more than once, "~2" keeps the rows apart. */
function statesFile(actors: readonly DictionaryActor[]): string {
  const seen = new Map<string, number>()
  const rows = actors.map(({ names, code, from, to }) => {
    const times = (seen.get(code) ?? 0) + 1
    seen.set(code, times)
    const [first, ...others] = names.map(capital)
    const adjectives = names.filter(name => ADJECTIVE.test(name)).map(capital)
    return [
      times > 1 ? `${code}~${times}` : code,
      "member",
      first,
      others.join(";"),
      adjectives.join(";"),
      from ?? "",
      to ?? "",
    ]
  })
  return ["code,kind,name,names,adjectives,from,to", ...rows.map(row => row.map(cell => `"${cell}"`).join(","))].join(
    "\n",
  )
}

/** "SOLDIER [~MIL]", "GOLDEN_GOOSE {GOLDEN_GEESE} [~GGS]", "!MINST!_OF_SILLY_WALKS [~GOV]"; the longest first. */
function readAgents(text: string): Agent[] {
  const sets = new Map(
    [...text.matchAll(/^(!\w+!)\s*=\s*(.+)$/gm)].map(([, name, words]) => [
      name!,
      words!.split(",").map(w => w.trim()),
    ]),
  )
  const agents: Agent[] = []
  for (const raw of text.split("\n")) {
    const line = raw.replace(/#.*/, "")
    const m = /^([^{[]+?)\s*(\{[^}]*\})?\s*\[\s*([A-Z]*)~([A-Z]*)\s*\]/.exec(line)
    if (!m) continue
    const [, name, plurals, before, after] = m
    const spelled = [...sets].reduce(
      (list, [set, words]) => list.flatMap(w => (w.includes(set) ? words.map(x => w.replace(set, x)) : [w])),
      [name!],
    )
    const forms = [...spelled, ...(plurals ?? "").replace(/[{}]/g, "").split(",").filter(Boolean)].map(w =>
      w.replaceAll("_", " ").trim(),
    )
    // Empty braces say that the word has no plural.
    const plural = plurals ? "" : "(?:e?s)?"
    for (const form of forms)
      agents.push({
        words: new RegExp(
          `(?<![\\p{L}])${form.replace(/[.*+?^$()|\\]/g, "\\$&").replace(/Y$/, "(?:y|ies)")}${plural}(?![\\p{L}])`,
          "iu",
        ),
        length: form.length,
        before: before!,
        after: after!,
      })
  }
  return agents.sort((a, b) => b.length - a.length)
}
