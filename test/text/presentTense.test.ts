import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import type { TreebankSentence } from "../../training/conllu.ts"
import { inPresent } from "../../training/presentCopies.ts"

// Chronicles and headlines tell what happened in the present. The tagger reads them so because it has learned from sentences in the past that were turned round.

/** A sentence of "word/lemma/XPOS/head/relation", heads counted from 1 and 0 for the root. */
function treebank(text: string): TreebankSentence {
  const rows = text.split(" ").map(row => row.split("/"))
  return {
    words: rows.map(row => row[0]!),
    lemmas: rows.map(row => row[1]!),
    upos: rows.map(row => (row[2]!.startsWith("V") ? "VERB" : "X")),
    xpos: rows.map(row => row[2]!),
    heads: rows.map(row => Number(row[3]) - 1),
    relations: rows.map(row => row[4]!),
    spaceAfter: rows.map(() => true),
    opensParagraph: false,
  }
}

describe("sentences told in the present", () => {
  it.each([
    ["Rebels/rebel/NNS/2/nsubj attacked/attack/VBD/0/root Ade/Ade/NNP/2/obj", "Rebels attack Ade"],
    ["Iran/Iran/NNP/2/nsubj denied/deny/VBD/0/root it/it/PRP/2/obj", "Iran denies it"],
    ["Police/police/NN/2/nsubj were/be/VBD/0/root there/there/RB/2/advmod", "Police are there"],
    ["Iran/Iran/NNP/4/nsubj and/and/CC/3/cc Iraq/Iraq/NNP/1/conj clashed/clash/VBD/0/root", "Iran and Iraq clash"],
    ["Men/man/NNS/4/nsubj who/who/WP/3/nsubj fled/flee/VBD/1/acl:relcl died/die/VBD/0/root", "Men who flee die"],
    [
      "Syria/Syria/NNP/2/nsubj shelled/shell/VBD/0/root Homs/Homs/NNP/2/obj and/and/CC/5/cc took/take/VBD/2/conj it/it/PRP/5/obj",
      "Syria shells Homs and takes it",
    ],
  ])("%s", (past, present) => {
    expect(inPresent(treebank(past))?.words.join(" ")).toBe(present)
  })

  it("leaves what is not told in the past", () => {
    expect(inPresent(treebank("Rebels/rebel/NNS/2/nsubj attack/attack/VBP/0/root"))).toBeUndefined()
  })
})

describe("tags of what is told in the present", () => {
  it.each([
    ["Five thousand people protest in London as the summit begins.", "protest", "VBP"],
    ["Muslims protest outside the United States embassy in Jakarta.", "protest", "VBP"],
    ["Bomb attacks across Baghdad, Iraq kill at least 40 people.", "kill", "VBP"],
    ["British police arrest a man who carried a knife near Parliament.", "arrest", "VBP"],
    ["A car bomb explodes outside a police station in Newtownhamilton.", "explodes", "VBZ"],
    ["Fighting intensifies in the western city of Misrata.", "intensifies", "VBZ"],
    ["Street preachers clash with gays and lesbians during a peaceful rally in Adelaide.", "clash", "VBP"],
    ["The army shelled the port.", "shelled", "VBD"],
    ["A protest in Lyon ended peacefully.", "protest", "NN"],
    ["The strike may kill many of them.", "kill", "VB"],
  ])("%s", (text, word, tag) => {
    const { tokens } = hearing.read({ id: "text", text, published: "2012-06-15", zone: "UTC" })
    expect(tokens.find(({ norm }) => norm === word)?.xpos).toBe(tag)
  })
})
