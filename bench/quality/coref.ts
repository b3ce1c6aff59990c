import { readFileSync } from "node:fs"
import { english } from "../../src/english.ts"
import type { Span } from "../../src/model/document.ts"
import type { ActorMention } from "../../src/model/layers.ts"
import type { Task } from "../task.ts"
import { type Chains, conll, type Prf } from "./corefScore.ts"

/** Entity types whose chains are scored, and the genres that are read. */
const TYPES = new Set(["person", "place"])
const GENRES = new Set(["news", "interview", "speech"])

/**
 * Coreference of persons and places on GUM: the mean F1 of MUC, B³ and CEAFe over chains of two mentions and more.
 * A mention read matches a gold one when its head is among the words that GUM marks as its smallest span, as in CorefUD.
 */
export const coref: Task = {
  name: "coref",
  means: "coreference of persons and places, CoNLL F1",
  usage: "GUM.conllu…",
  async run(paths) {
    const documents = paths
      .flatMap(path => gumDocuments(readFileSync(path, "utf8")))
      .filter(({ genre }) => GENRES.has(genre))
    const chains = documents.map(chainsOf)
    const { muc, b3, ceafe, f1 } = conll(chains)
    const percent = (x: number) => (100 * x).toFixed(1)
    const triple = ({ p, r, f1 }: Prf) => `P ${percent(p)} R ${percent(r)} F1 ${percent(f1)}`
    const each = documents.map(({ id }, i) => ({ id, f1: conll([chains[i]!]).f1 }))
    return {
      scores: { conll: f1, muc, b3, ceafe },
      items: Object.fromEntries(each.map(({ id, f1 }) => [id, { right: f1 >= 0.55, read: percent(f1) }])),
      summary: [
        `${chains.length} documents, CoNLL F1 ${percent(f1)}`,
        `  MUC   ${triple(muc)}`,
        `  B³    ${triple(b3)}`,
        `  CEAFe ${triple(ceafe)}`,
        ...each.map(({ id, f1 }) => `    ${id} ${percent(f1)}`),
      ].join("\n"),
    }
  },
}

interface GoldMention {
  readonly chain: string
  readonly type: string
  /** The words of the smallest span, as places in the text. */
  readonly heads: readonly Span[]
}

export interface GumDocument {
  readonly id: string
  readonly genre: string
  readonly published: string | undefined
  readonly text: string
  readonly mentions: readonly GoldMention[]
}

/** Reads GUM's CoNLL-U: text as printed, paragraphs parted by an empty line, entities from the MISC column. */
export function gumDocuments(conllu: string): readonly GumDocument[] {
  return conllu
    .split(/^# newdoc id = /m)
    .slice(1)
    .map(part => {
      const mentions: GoldMention[] = []
      const open: {
        readonly chain: string
        readonly type: string
        readonly min: readonly number[]
        readonly words: Span[]
      }[] = []
      let text = ""
      let joinedUntil = 0
      let joinedSpace = true
      const close = (at: number) => {
        const [closed] = open.splice(at, 1)
        if (closed) mentions.push({ ...closed, heads: closed.min.flatMap(i => closed.words[i - 1] ?? []) })
      }
      for (const line of part.split("\n")) {
        if (/^# newpar\b(?!_)/.test(line) && text) text = `${text.trimEnd()}\n\n`
        if (line === "") joinedUntil = 0
        const [number = "", form = "", , , , , , , , misc = ""] = line.split("\t")
        const space = !misc.includes("SpaceAfter=No")
        if (/^\d+-\d+$/.test(number)) {
          joinedUntil = Number(number.split("-")[1])
          joinedSpace = space
        }
        if (!/^\d+$/.test(number)) continue
        const word = { from: text.length, to: text.length + form.length }
        const at = Number(number)
        text += form + ((at < joinedUntil ? false : at === joinedUntil ? joinedSpace : space) ? " " : "")
        const marks = [...(/(?:^|\|)Entity=([^|]*)/.exec(misc)?.[1] ?? "").matchAll(/\(([^()]+)(\))?|(\d+)\)/g)]
        for (const [, opening] of marks)
          if (opening) {
            const [chain = "", type = "", , , , min = ""] = opening.split("-")
            open.push({ chain, type, min: min.split(",").map(Number), words: [] })
          }
        for (const { words } of open) words.push(word)
        for (const [, opening, single, closing] of marks) {
          const chain = single ? opening!.split("-")[0] : closing
          if (chain) close(open.findLastIndex(each => each.chain === chain))
        }
      }
      return {
        id: part.slice(0, part.indexOf("\n")).trim(),
        genre: /^# meta::genre = (\w+)/m.exec(part)?.[1] ?? "",
        published: /^# meta::dateCreated = (\d{4}-\d\d-\d\d)/m.exec(part)?.[1],
        text,
        mentions,
      }
    })
}

/** Gold chains of persons and places, and the chains that reading gives, of two mentions and more. */
function chainsOf({ id, text, published, mentions }: GumDocument): Chains {
  const page = english.read({ id, text, ...(published ? { published } : {}) })
  const wanted = mentions.filter(({ type }) => TYPES.has(type))
  const key = new Map<GoldMention, string>(wanted.map((mention, i) => [mention, `gold ${i}`]))
  const free = new Set(mentions)
  const read = new Map<string, string[]>()
  page.actors.forEach((mention, i) => {
    const head = page.tokens[mention.head]
    if (!head) return
    const gold = [...free].find(({ heads }) => heads.some(span => span.from < head.to && head.from < span.to))
    if (gold) free.delete(gold)
    // A mention that matches an organisation or an abstract thing is of no chain asked for.
    if (gold && !TYPES.has(gold.type)) return
    const chain = chainName(page.actors, mention)
    const list = read.get(chain)
    const name = (gold && key.get(gold)) ?? `read ${i}`
    if (list) list.push(name)
    else read.set(chain, [name])
  })
  const gold = new Map<string, string[]>()
  for (const mention of wanted) {
    const list = gold.get(mention.chain)
    if (list) list.push(key.get(mention)!)
    else gold.set(mention.chain, [key.get(mention)!])
  }
  const several = (chains: Iterable<string[]>) => [...chains].filter(chain => chain.length > 1)
  return { gold: several(gold.values()), read: several(read.values()) }
}

/** What mentions of one chain share: whom they stand for, or the first words of the chain where nobody is known. */
function chainName(all: readonly ActorMention[], mention: ActorMention): string {
  if (mention.actors.length) return mention.actors.map(({ state, name }) => `${state}:${name ?? ""}`).join("+")
  let first = mention
  for (let steps = 0; steps < 100 && first.antecedent; steps++) {
    const { from, to } = first.antecedent
    const before = all.find(m => m.from === from && m.to === to)
    if (!before || before === first) return `${from}-${to}`
    if (before.actors.length) return before.actors.map(({ state, name }) => `${state}:${name ?? ""}`).join("+")
    first = before
  }
  return `${first.from}-${first.to}`
}
