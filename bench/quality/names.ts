import type { Document } from "../../src/model/document.ts"
import type { Token } from "../../src/model/layers.ts"
import { names as nameStage } from "../../src/text/names.ts"
import { plainWord } from "../../src/text/norm.ts"
import { sentences as sentenceStage } from "../../src/text/sentences.ts"
import { ownGrammarian, tokens as tokenStage } from "../../src/text/tokens.ts"
import { type NamedText, readNameSet } from "../../training/nameSets.ts"
import type { Task } from "../task.ts"

/** The kinds that count together. */
export const COARSE = ["PER", "ORG", "LOC"]

/**
 * Names against sets in their public form. Words given by the set are kept as they are; running text is divided by
 * the product. Read names that touch a stretch the set leaves open (re3d's "a fighting position") are not counted.
 */
export const names: Task = {
  name: "names",
  means: "persons, organisations and places, exact stretch and kind",
  usage: "BIO|RE3D…",
  async run(paths) {
    const kinds = new Map<string, Tally>()
    const types = new Map<string, { all: number; found: number }>()
    const overall = new Tally()
    const items: Record<string, { right: boolean; read: string }> = {}
    paths.flatMap(readNameSet).forEach((gold, number) => {
      const read = readNames(gold, nameStage)
      const places = new Set(gold.names.map(key))
      const readPlaces = new Set(read.map(key))
      for (const name of gold.names) {
        const found = readPlaces.has(key(name))
        const type = types.get(name.type) ?? { all: 0, found: 0 }
        type.all += 1
        if (found) type.found += 1
        types.set(name.type, type)
        tally(kinds, name.kind).gold += 1
        if (!COARSE.includes(name.kind)) continue
        overall.gold += 1
        const instead = read.find(r => r.from < name.to && name.from < r.to)
        const said = instead ? `${instead.from}-${instead.to} ${instead.kind}` : "nothing"
        items[`${number + 1}:${name.from}-${name.to} ${name.kind}`] = { right: found, read: found ? "right" : said }
      }
      for (const name of read) {
        const right = places.has(key(name))
        for (const t of COARSE.includes(name.kind) ? [overall, tally(kinds, name.kind)] : [tally(kinds, name.kind)]) {
          t.read += 1
          if (right) t.right += 1
        }
      }
    })
    const perType = {
      ...Object.fromEntries([...kinds].map(([kind, t]) => [kind, t.triple])),
      ...Object.fromEntries(
        [...types].filter(([type]) => !kinds.has(type)).map(([type, t]) => [type, { r: t.found / t.all }]),
      ),
    }
    const percent = (x: number) => (100 * x).toFixed(1).padStart(5)
    const line = (name: string, { p, r, f1 }: Triple, n: number) =>
      `${name.padEnd(10)} P ${percent(p)}  R ${percent(r)}  F1 ${percent(f1)}  (${n})`
    return {
      scores: { overall: overall.triple, perType },
      items,
      summary: [
        line("overall", overall.triple, overall.gold),
        ...[...kinds].map(([kind, t]) => line(kind, t.triple, t.gold)),
        `found of the set's own types: ${[...types].map(([type, t]) => `${type} ${percent(t.found / t.all).trim()}`).join(", ")}`,
      ].join("\n"),
    }
  },
}

interface Triple {
  readonly p: number
  readonly r: number
  readonly f1: number
}

/** Counts of names: in the set, read, and both. */
export class Tally {
  gold = 0
  read = 0
  right = 0

  get triple(): Triple {
    const p = this.read ? this.right / this.read : 0
    const r = this.gold ? this.right / this.gold : 0
    return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
  }
}

function tally(kinds: Map<string, Tally>, kind: string): Tally {
  const found = kinds.get(kind) ?? new Tally()
  kinds.set(kind, found)
  return found
}

const key = ({ from, to, kind }: { from: number; to: number; kind: string }) => `${from}-${to} ${kind}`

/** Names that a stage reads in a text of a set, without those that touch an open stretch. */
export function readNames({ text, words, open }: NamedText, stage: typeof nameStage) {
  const page: Document = { id: "set", text }
  const tokens = words ? tokensOf(text, words) : divided(page)
  const read = stage.annotate({ ...page, tokens })
  return read.filter(name => !open.some(o => o.from < name.to && name.from < o.to))
}

function divided(page: Document): readonly Token[] {
  const sentences = sentenceStage.annotate(page)
  return tokenStage.annotate({ ...page, sentences })
}

/** Tokens where the set says the words are. */
function tokensOf(text: string, words: readonly { from: number; to: number }[]): Token[] {
  const norms = words.map(({ from, to }) => plainWord(text.slice(from, to)))
  const { upos, xpos, lemmas, heads, relations } = ownGrammarian.read(norms)
  return words.map(({ from, to }, i) => ({
    from,
    to,
    index: i,
    sentence: 0,
    norm: norms[i]!,
    lemma: lemmas[i]!,
    upos: upos[i]!,
    xpos: xpos[i]!,
    wordClass: 0,
    wordFamily: 0,
    head: heads[i]!,
    relation: relations[i]!,
  }))
}
