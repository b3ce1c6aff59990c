import type { Cited, Span } from "../model/document.ts"
import type { Actor, Annotated, Quotation } from "../model/layers.ts"
import { NEWSROOM } from "./cues.ts"
import { cite, type Sources } from "./sources.ts"

type Doc = Annotated<"sentences" | "tokens" | "actors">

/** Where a released text begins and ends inside a page. */
const BEGIN = /^\s*begin (?:text|statement)\b.*$/im
const END = /^\s*end (?:text|statement)\b.*$/im

/** "The below is attributable to Spokesperson Ned Price:" */
const ATTRIBUTABLE = /\b(?:is|are) attributable to\b([^\n]*)/i

/** "The following joint statement was released by the governments of …", "… is the statement released by …". */
const RELEASED_BY =
  /\bfollowing\b[^\n]{0,80}?\b(?:statement|communiqu[eé]|declaration|readout|text)\b[^\n]{0,60}?\b(?:released|issued|made|adopted) (?:jointly )?(?:by|on behalf of)\b([^\n]*)/i

/** "…, the two countries released the following joint statement" */
const RELEASED_FOLLOWING =
  /^([^\n]*?)\b(?:released|issued|made) the following\b[^\n]*\b(?:statement|communiqu[eé]|declaration)\b/im

/** "Signed by the Governments of …", below the text. */
const SIGNED_BY = /^[ \t]*(?:signed|endorsed|issued) by\b([^\n]*)/im

/** "Joint Statement by Secretary … and Secretary … Welcoming …": a title that names who speaks. */
const STATEMENT_BY = /^(?:joint |press )?(?:statement|declaration|remarks) (?:by|of|from)\b([^\n]*)/i

/**
 * Texts that somebody answers for as a whole: an attribution line, a signed statement, a joint statement.
 * The first way that applies decides: a line in the text outweighs the title, and both outweigh the byline.
 */
export function* attributed(doc: Doc, sources: Sources): Generator<Quotation> {
  const { text } = doc
  const begin = BEGIN.exec(text)
  const end = END.exec(text)
  const to = end && (!begin || end.index > begin.index) ? end.index : text.length
  const found =
    line(doc, sources, ATTRIBUTABLE) ??
    line(doc, sources, RELEASED_BY) ??
    following(doc, sources) ??
    below(doc, sources) ??
    title(doc, sources) ??
    byline(doc)
  if (!found || found.source.length === 0) return
  const from = begin && begin.index >= found.cue.from ? begin.index + begin[0].length : found.textFrom
  if (from < to) yield { from, to, form: "attributable", source: found.source, cue: found.cue, act: "assertive" }
}

interface Attribution {
  readonly source: readonly Cited<Actor>[]
  readonly cue: Span
  /** Where the text it covers begins. */
  readonly textFrom: number
}

/** A line whose last group names the tellers; the text begins on the next line. */
function line(doc: Doc, sources: Sources, pattern: RegExp): Attribution | undefined {
  const m = pattern.exec(doc.text)
  if (!m) return undefined
  const to = m.index + m[0].length
  const named = { from: to - m[1]!.length, to: untilOccasion(m[1]!, to) }
  return { source: everyone(sources, named), cue: { from: m.index, to: named.from }, textFrom: to }
}

/** "… the two countries released the following statement": whoever stands before the verb last. */
function following(doc: Doc, sources: Sources): Attribution | undefined {
  const m = RELEASED_FOLLOWING.exec(doc.text)
  if (!m) return undefined
  const before = sources.mentionsWithin({ from: m.index, to: m.index + m[1]!.length }).filter(x => x.actors.length > 0)
  const last = before.at(-1)
  if (!last) return undefined
  return {
    source: cite(last),
    cue: { from: m.index + m[1]!.length, to: m.index + m[0].length },
    textFrom: m.index + m[0].length,
  }
}

/** Several who sign below the text: all of it is theirs, from the first line after the title. */
function below(doc: Doc, sources: Sources): Attribution | undefined {
  const signed = line(doc, sources, SIGNED_BY)
  const textFrom = doc.text.indexOf("\n") + 1
  return signed && signed.source.length > 1 && textFrom > 0 && textFrom < signed.cue.from
    ? { ...signed, textFrom }
    : undefined
}

/** A title that names who speaks, for a page that has no line of attribution. */
function title(doc: Doc, sources: Sources): Attribution | undefined {
  const m = STATEMENT_BY.exec(doc.text)
  if (!m) return undefined
  const to = m[0].length
  const named = { from: to - m[1]!.length, to: untilOccasion(m[1]!, to) }
  return { source: everyone(sources, named), cue: { from: 0, to: named.from }, textFrom: to }
}

/** How many lines from the top a signature may stand. */
const SIGNATURE_LINES = 4

/**
 * "Ned Price, Department Spokesperson": a line of its own near the top with a person and the office held.
 * A reporter's byline names no office of a government, and signs no statement.
 */
function byline(doc: Doc): Attribution | undefined {
  let from = 0
  for (const words of doc.text.split("\n", SIGNATURE_LINES + 2)) {
    const to = from + words.length
    const signer = doc.actors.find(
      m =>
        m.kind === "person" &&
        m.from >= from &&
        m.to <= to &&
        m.from - from <= 2 &&
        m.actors[0]?.state !== "-" &&
        m.actors[0]?.name,
    )
    if (
      signer &&
      from > 0 &&
      /^(?:[^.:!?]|(?<=\b[A-Z]|\b[DM]r|\bMs)\.){3,60}, [^.:!?]{3,90}$/.test(words.trim()) &&
      !SPEAKER.test(doc.text)
    ) {
      return { source: cite(signer), cue: { from, to }, textFrom: to }
    }
    from = to + 1
  }
  return undefined
}

/** A released text has signatories, then perhaps what for, or what they did; only the signatories speak. */
function untilOccasion(named: string, to: number) {
  const cut =
    /\b(?:on (?:the )?(?:occasion|margins|sidelines|\w+ing)|at the|following|after|welcoming|regarding|concerning|commending|marking|which|who)\b|\bon (?=[A-Z])|\s(?=[A-Z]\w+ing\b)/.exec(
      named,
    )
  return cut ? to - named.length + cut.index : to
}

/** Everyone named within a span, each once: persons and offices where there are any, else bodies and states. */
function everyone(sources: Sources, span: Span): Cited<Actor>[] {
  const named = sources.mentionsWithin(span).filter(m => m.actors.length > 0)
  // the European Union within "the High Representative of the European Union"
  const within = (inner: Span) =>
    named.some(m => m.from <= inner.from && inner.to <= m.to && m.to - m.from > inner.to - inner.from)
  const mentions = named.filter(m => m.kind !== "body" || !within(m))
  const persons = mentions.filter(m => m.kind === "person" || m.kind === "office")
  const seen = new Set<string>()
  return (persons.length > 0 ? [...persons, ...mentions.filter(m => m.kind === "body")] : mentions)
    .sort((a, b) => a.from - b.from)
    .flatMap(cite)
    .filter(({ value }) => {
      const key = `${value.state}:${value.name ?? ""}`
      return !seen.has(key) && seen.add(key)
    })
}

/** A speaker label of a transcript: "SECRETARY BLINKEN:", "MR. PRICE:", "QUESTION:". */
const SPEAKER = /^(\p{Lu}[\p{Lu}.’' -]{2,60}[\p{Lu}.])(?: \([^)\n]*\))?:\s/mu

/** A label of one word over the first line is the kind of a wire's report, "URGENT:", "CORRECTED:", and nobody who speaks. */
const isSlug = ({ 0: words, 1: name, index }: RegExpExecArray) =>
  index === 0 && words.length - name!.length < 3 && !/[\s.]/.test(name!)

/** The turns of a transcript, each told by who speaks; nobody is named for a question from the floor. */
export function* turns(doc: Doc, sources: Sources): Generator<Quotation> {
  const labels = [...doc.text.matchAll(new RegExp(SPEAKER, "gmu"))].filter(label => !isSlug(label))
  const isBroadcast = labels.some(label => NEWSROOM.has(label[1]!.toLowerCase()))
  for (const [i, label] of labels.entries()) {
    const from = label.index + label[0].length
    const to = labels[i + 1]?.index ?? doc.text.length
    const named = { from: label.index, to: label.index + label[1]!.length }
    const source = speaker(doc, sources, named).filter(one => !isOfOutlet(one, isBroadcast))
    if (source.length > 0 && from < to) yield { from, to, form: "attributable", source, cue: named, act: "assertive" }
  }
}

/** The people of an outlet speak for it, and so does in a broadcast everybody who holds no office elsewhere. */
function isOfOutlet({ value }: Cited<Actor>, isBroadcast: boolean): boolean {
  const office = value.office ?? value.name
  const role = office?.toLowerCase().split(" ").at(-1) ?? ""
  return NEWSROOM.has(role) || (isBroadcast && !value.office && !value.id)
}

/** Who a label names: an actor found in it, else the one person of the document who bears its last word. */
function speaker(doc: Doc, sources: Sources, label: Span): Cited<Actor>[] {
  const direct = sources.mentionsWithin(label).findLast(m => m.kind === "person" && m.actors.length === 1)
  if (direct) return cite(direct)
  const surname = doc.text
    .slice(label.from, label.to)
    .split(/[\s.]+/)
    .at(-1)!
    .toLowerCase()
  const bearers = new Map<string, Cited<Actor>>()
  for (const mention of doc.actors) {
    if (mention.kind !== "person" || mention.actors.length !== 1) continue
    const [cited] = cite(mention)
    const name = cited?.value.name
    if (
      cited &&
      name
        ?.toLowerCase()
        .split(/[\s-]+/)
        .includes(surname)
    )
      bearers.set(`${cited.value.state}:${name}`, cited)
  }
  const [only] = bearers.values()
  if (bearers.size !== 1 || !only) return []
  return [
    {
      ...only,
      evidence: [label, ...only.evidence],
      certainty: "implied",
      reason: `the only ${only.value.name} of the document`,
    },
  ]
}
