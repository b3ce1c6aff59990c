import type { ActorMention } from "../model/layers.ts"
import type { Scene } from "./scene.ts"

/** Mentions of a sentence gathered by coordination, in the tree or in the words: "Park and Blinken" are one group. */
export function groupsOf(scene: Scene, mentions: readonly ActorMention[]): readonly (readonly ActorMention[])[] {
  const groups = new Map<number, ActorMention[]>()
  const heads = mentions.map(mention => scene.grammar.firstOfCoordination(scene.crown(mention)))
  for (const run of joinedRuns(scene, mentions)) for (const at of run) heads[at] = heads[run[0]!]!
  mentions.forEach((mention, at) => {
    const group = groups.get(heads[at]!)
    if (group) group.push(mention)
    else groups.set(heads[at]!, [mention])
  })
  return [...groups.values()]
}

/** What may stand between two names that are joined, behind an abbreviation in brackets. */
const JOINT = /^(?:\s*\([^()]{1,40}\))?\s*(,|,?\s*(?:and|&|as well as))\s+(?:(?:the|both|also|with)\s+)?$/i

/**
 * Runs of mentions joined by "and" or in a list that "and" closes, as indexes: a parser loses the second half of "Secretary Blinken and
 * Foreign Minister Park" more often than a reader. "Met Park, and Hayashi said" is not joined: the second name begins a clause.
 */
function joinedRuns(scene: Scene, mentions: readonly ActorMention[]): readonly (readonly number[])[] {
  const { doc, grammar } = scene
  const order = mentions
    .map((_, at) => at)
    .sort((a, b) => mentions[a]!.from - mentions[b]!.from)
    .filter((at, place, all) => place === 0 || !abbreviates(doc.text, mentions[at]!, mentions[all[place - 1]!]!))
  const runs: number[][] = []
  let run: number[] = []
  let closed = false
  const finish = () => {
    const [first] = run
    const inHeadline =
      first !== undefined && doc.sentences[grammar.token(scene.crown(mentions[first]!)).sentence]?.kind === "headline"
    if (run.length > 1 && (closed || inHeadline)) runs.push(run)
    run = []
    closed = false
  }
  for (const at of order) {
    const before = run.at(-1)
    const gap = before === undefined ? undefined : JOINT.exec(doc.text.slice(mentions[before]!.to, mentions[at]!.from))
    if (!gap || (/,./.test(gap[1]!) && run.length < 2 && beginsClause(scene, mentions[at]!))) finish()
    if (gap && run.length > 0 && gap[1] !== ",") closed = true
    run.push(at)
  }
  finish()
  return runs
}

/** Whether a mention only abbreviates the one before, in brackets: the ROK of "the Republic of Korea (ROK)". */
const abbreviates = (text: string, { from, to, actors }: ActorMention, before: ActorMention) =>
  /^\s*\($/.test(text.slice(before.to, from)) &&
  /^\s*\)/.test(text.slice(to, to + 4)) &&
  actors.every(actor => before.actors.some(other => other.state === actor.state))

/** Whether a verb follows a mention at once. */
function beginsClause(scene: Scene, mention: ActorMention): boolean {
  const { tokens } = scene.grammar
  let next = scene.crown(mention)
  while (next < tokens.length && tokens[next]!.from < mention.to) next++
  return /^(?:VERB|AUX)$/.test(tokens[next]?.upos ?? "")
}
