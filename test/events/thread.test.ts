import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { Scene } from "../../src/events/scene.ts"
import { Thread } from "../../src/events/thread.ts"
import type { Cited } from "../../src/model/document.ts"
import type { Actor } from "../../src/model/layers.ts"

const who = (...states: string[]): readonly Cited<Actor>[] =>
  states.map(state => ({ value: { state }, evidence: [{ from: 0, to: 1 }], certainty: "stated", reason: "" }))
const text = "Chad bombed Niger. Niger struck back. The attack was condemned."
const scene = new Scene(hearing.read({ id: "one", published: "2022-06-15", zone: "UTC", text }))
const at = (word: string) => scene.doc.tokens.find(({ from, to }) => text.slice(from, to) === word)!.index

describe("the thread of a story", () => {
  const thread = new Thread(scene, [
    { at: at("bombed"), type: "attack", parties: { source: who("TCD"), target: who("NER"), participants: [] } },
    { at: at("struck"), type: "attack", parties: { source: who("NER"), target: who("TCD"), participants: [] } },
    { at: at("condemned"), type: "condemn", parties: { source: [], target: [], participants: [] } },
  ])

  it("says which part somebody has in the other events, and never in the event itself", () => {
    const seen = thread.beside(at("struck"), "attack").of(who("NER")).strings()
    expect(seen).toContain("all=s0t1p0")
    expect(seen).toContain("attack&before=t against 0")
  })

  it("says whether two face each other elsewhere, the same way or the other", () => {
    expect(thread.beside(at("struck"), "attack").pair(who("NER"), who("TCD")).strings()).toContain(
      "against&along=0 back=1 both=0",
    )
    expect(thread.beside(at("condemned"), "condemn").pair(who("NER"), who("TCD")).strings()).toContain(
      "against&along=1 back=1 both=0",
    )
  })

  it("says nothing of pairs where one side is nobody", () => {
    expect(thread.beside(at("struck"), "attack").pair(who("NER"), []).strings()).toEqual([])
  })
})
