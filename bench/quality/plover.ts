import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { english } from "../../src/english.ts"
import { dyadRoot, type PloverRoot } from "../../src/events/dyad.ts"
import type { Result, Task } from "../task.ts"

/** Verbal and material cooperation and conflict: the four quarters into which PLOVER's roots fall. */
const QUAD: Readonly<Record<PloverRoot, string>> = {
  AGREE: "1",
  CONSULT: "1",
  SUPPORT: "1",
  COOPERATE: "2",
  AID: "2",
  YIELD: "2",
  REQUEST: "3",
  ACCUSE: "3",
  REJECT: "3",
  THREATEN: "3",
  PROTEST: "4",
  SANCTION: "4",
  MOBILIZE: "4",
  COERCE: "4",
  ASSAULT: "4",
}

interface Row {
  readonly sentence_id: string
  readonly marked_sentence: string
  readonly gold_root: string
}

/** PLV: sentences with source and target marked, and the PLOVER root of what the one does to the other. */
export const plover: Task = {
  name: "plover",
  means: "PLOVER roots of sentences with source and target marked",
  usage: "PLV.tsv",
  async run(paths): Promise<Result> {
    const rows = paths.flatMap(
      path =>
        parse(readFileSync(path), {
          columns: true,
          delimiter: "\t",
          quote: '"',
          relax_quotes: true,
          bom: true,
        }) as Row[],
    )
    const items: Record<string, { right: boolean; read: string }> = {}
    const pairs: { gold: string; read: string }[] = []
    for (const [line, { marked_sentence, gold_root }] of rows.entries()) {
      const { text, source, target } = unmarked(marked_sentence)
      const read = dyadRoot(english.read({ id: `plv-${line}`, text }), source, target)
      pairs.push({ gold: gold_root, read })
      items[String(line)] = { right: read === gold_root, read: `${gold_root} read as ${read}` }
    }
    const root = scores(pairs)
    const quad = scores(
      pairs.map(({ gold, read }) => ({ gold: QUAD[gold as PloverRoot], read: QUAD[read as PloverRoot] })),
    )
    const confused = new Map<string, number>()
    for (const { gold, read } of pairs)
      if (gold !== read) confused.set(`${gold} read as ${read}`, (confused.get(`${gold} read as ${read}`) ?? 0) + 1)
    return {
      scores: {
        root: { accuracy: root.accuracy, macroF1: root.macroF1 },
        quad: { accuracy: quad.accuracy, macroF1: quad.macroF1 },
      },
      summary: [
        `${pairs.length} sentences; root accuracy ${root.accuracy.toFixed(3)} macro-F1 ${root.macroF1.toFixed(3)}; quad accuracy ${quad.accuracy.toFixed(3)} macro-F1 ${quad.macroF1.toFixed(3)}`,
        ...Object.entries(root.perClass).map(([name, f1]) => `  ${name.padEnd(10)} F1 ${f1.toFixed(3)}`),
        ...[...confused]
          .sort((a, b) => b[1] - a[1])
          .slice(0, 25)
          .map(([what, n]) => `  ${String(n).padStart(3)}  ${what}`),
      ].join("\n"),
      items,
    }
  },
}

/** Takes `<s>…</s>` and `<t>…</t>` out of a sentence, and says where they stood. */
function unmarked(marked: string) {
  const spans = { s: { from: 0, to: 0 }, t: { from: 0, to: 0 } }
  let text = ""
  let last = 0
  for (const m of marked.matchAll(/<(\/?)([st])>/g)) {
    text += marked.slice(last, m.index)
    spans[m[2] as "s" | "t"][m[1] ? "to" : "from"] = text.length
    last = m.index + m[0].length
  }
  return { text: text + marked.slice(last), source: spans.s, target: spans.t }
}

/** Accuracy, F1 of each gold class, and their mean. */
function scores(pairs: readonly { readonly gold: string; readonly read: string }[]) {
  const perClass: Record<string, number> = {}
  for (const name of [...new Set(pairs.map(p => p.gold))].sort()) {
    const gold = pairs.filter(p => p.gold === name).length
    const read = pairs.filter(p => p.read === name).length
    const both = pairs.filter(p => p.gold === name && p.read === name).length
    perClass[name] = (2 * both) / (gold + read)
  }
  const f1s = Object.values(perClass)
  return {
    accuracy: pairs.filter(p => p.gold === p.read).length / pairs.length,
    macroF1: f1s.reduce((a, b) => a + b, 0) / f1s.length,
    perClass,
  }
}
