import zones from "../../data/time/zones.json" with { type: "json" }
import type { Unit } from "./calendar.ts"
import { clockTime } from "./clocks.ts"
import type { Marks } from "./marks.ts"
import type { Extras, Which } from "./meaning.ts"

const COUNT_PARTS = "dncbYaqv"
const ZONES: Readonly<Record<string, string>> = zones.abbreviations

/** The words of one match of the grammar, mark by mark: what the readings of dates, weekdays, lengths and clocks look at. */
export class Slice {
  readonly shape: string
  private readonly text: string
  private readonly marks: Marks
  private readonly start: number
  private readonly end: number

  /** Marks `start` up to, but not including, `end`. */
  constructor(text: string, marks: Marks, start: number, end: number) {
    this.text = text
    this.marks = marks
    this.start = start
    this.end = end
    this.shape = marks.shape.slice(start, end)
  }

  /** Some of the marks, counted from the first of these. */
  part(from: number, to = this.shape.length): Slice {
    return new Slice(this.text, this.marks, this.start + from, this.start + to)
  }

  /** What mark `i` stands for; that after the last may be asked for too. */
  valueAt(i: number): string | number | undefined {
    return this.marks.value[this.start + i]
  }

  /** What the first mark of these parts stands for. */
  value(parts: string): string | number | undefined {
    for (let i = 0; i < this.shape.length; i++)
      if (parts.includes(this.shape[i]!)) return this.marks.value[this.start + i]
    return undefined
  }

  /** What each mark of these parts stands for. */
  all(parts: string): (string | number)[] {
    return [...this.shape].flatMap((part, i) => (parts.includes(part) ? [this.marks.value[this.start + i]!] : []))
  }

  /** The words of mark `i` of the slice as they stand. */
  raw(i: number): string {
    return i < 0 || i >= this.shape.length
      ? ""
      : this.text.slice(this.marks.from[this.start + i], this.marks.to[this.start + i])
  }

  /** All the words in small letters. */
  words(): string {
    return this.text.slice(this.marks.from[this.start], this.marks.to[this.end - 1]).toLowerCase()
  }

  /** The words of mark `i` in small letters. */
  word(i: number): string {
    return this.raw(i).toLowerCase().replaceAll("\n", " ")
  }

  /** Whether the text that leads up to the words ends so; 24 code units of it are looked at, without white space at the end. */
  before(pattern: RegExp): boolean {
    const at = this.marks.from[this.start]!
    return pattern.test(this.text.slice(Math.max(0, at - 24), at).trimEnd())
  }

  /** Whether the 24 code units of text after the words begin so. */
  after(pattern: RegExp): boolean {
    const at = this.marks.to[this.end - 1]!
    return pattern.test(this.text.slice(at, at + 24))
  }

  /** Whether no word of the sentence stands before. */
  startsSentence(): boolean {
    return this.start === 0 || this.marks.shape[this.start - 1] === "|"
  }

  /** The unit named. */
  unit(): Unit | undefined {
    return this.all("uUQ")[0] as Unit | undefined
  }

  /** The number before the unit: 3, 2.5, "X" for "several"; `undefined` where none stands there. */
  count(from = 0, to?: number): number | "X" | undefined {
    let total = 0
    let group = 0
    let seen = false
    const end = to ?? this.shape.search(/[uUQ]/)
    for (let i = from; i < end; i++) {
      const part = this.shape[i]!
      if (!COUNT_PARTS.includes(part)) continue
      const value = this.marks.value[this.start + i]
      if (part === "q") {
        if (value === "X") return "X"
        group = (group || 1) * Number(value)
        seen = true
      } else if (part === "v") {
        group += 0.5
        seen = true
      } else if (part === "a") {
        // "a hundred", "a dozen"; the "a" of "half a day" and "a year" adds nothing.
      } else {
        const n = Number(value)
        if (part !== "b") group += n
        else if (n === 100) group = (group || 1) * 100
        else {
          total += (group || 1) * n
          group = 0
        }
        seen = true
      }
    }
    return seen ? total + group : undefined
  }

  /** Which of several the words ask for: "last", "next", "this", "that". */
  which(): Which | undefined {
    const i = this.shape.search(/[LN]/) >= 0 ? this.shape.search(/[LN]/) : this.shape.search(/[TH]/)
    if (i < 0 || this.shape.indexOf("u") > i) return undefined
    return ({ L: "last", N: "next", T: "this", H: "that" } as const)[this.shape[i] as "L"]
  }

  /** Which of the possible days is meant, and whether it is counted from the day told before: "the following Tuesday". */
  way(): { readonly which?: Which; readonly fromStory?: boolean } {
    const which = this.which()
    const fromStory = /^(?:following|previous)$/.test(String(this.value("LNTH")))
    return { ...(which ? { which } : {}), ...(which && fromStory ? { fromStory } : {}) }
  }

  /** "60 Minutes", "the Hundred Days", "This Week": capitals inside a sentence of small letters make a name. */
  isName(): boolean {
    const unit = this.raw(this.shape.search(/[uUQ]/))
    return /^[A-Z][a-z]/.test(unit) && this.shape.length > 1
  }

  /** Where a run such as "2–4 February" parts: the marks before and after its joint. */
  joint(): { readonly before: number; readonly after: number } | undefined {
    const joint = /[do](?=(?:-|i|\/)t?[do])|[Ydn](?=[-/][Ydn]r?$)/.exec(this.shape)
    return joint
      ? { before: this.marks.to[this.start + joint.index]!, after: this.marks.from[this.start + joint.index + 2]! }
      : undefined
  }

  /** "early", "the end of", "about": what qualifies the value. */
  mods(): Extras {
    const mod =
      this.value("~") ??
      (/E/.test(this.shape) ? this.value("E") : this.shape.includes("e") ? this.value("e") : undefined)
    if (mod !== undefined && mod !== "" && typeof mod === "string") return { mod }
    // "earlier this week" lies before now, "later this week" after it.
    if (/^B/.test(this.shape)) return { mod: "BEFORE" }
    if (/^A/.test(this.shape)) return { mod: "AFTER" }
    return {}
  }

  /** Modifier, clock time and zone of the slice, from mark `from` on. */
  extras(from = 0): Extras {
    const shape = this.shape.slice(from)
    const valueAt = (i: number) => this.marks.value[this.start + from + i]
    const zoned = shape.indexOf("z")
    const zone = zoned < 0 ? {} : { zone: ZONES[String(valueAt(zoned))] ?? "UTC" }
    const part = shape.indexOf("p")
    const partValue = part < 0 ? undefined : String(valueAt(part))
    const mods = this.mods()
    const clock = clockTime(shape, valueAt, i => this.word(from + i))
    // Figures that tell no hour belong to no zone either.
    if (clock === null) return mods
    if (clock) return { ...mods, clock, ...zone }
    return { ...mods, ...(partValue ? { clock: partValue } : {}), ...zone }
  }
}
