import type { EventType, Status } from "../model/event.ts"
import type { Time } from "../model/layers.ts"
import { Features, keysOf } from "../network/features.ts"
import { actedThere } from "./acting.ts"
import { carriedDay } from "./carriedDay.ts"
import type { DayOption, Ground } from "./dayOptions.ts"
import { stepOf } from "./felt.ts"
import { framesOf } from "./frames.ts"
import type { Impression } from "./impressions.ts"
import { DAYS, type DayKind } from "./questions.ts"
import { wordOrDeed } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { statusFeatures } from "./status.ts"
import { tenseOf } from "./tense.ts"
import type { Beside } from "./timesBeside.ts"
import { lookOf as lookOfActor } from "./triggers.ts"

/** Days from one day to another, roughly, as a word. */
function distance(from: string, to: string): string {
  const days = Math.abs(Date.parse(from) - Date.parse(to)) / 86_400_000
  return Number.isNaN(days) ? "" : days <= 1 ? "1" : days <= 7 ? "7" : days <= 31 ? "31" : days <= 366 ? "366" : "more"
}

/** What a time looks like beside the day of the page: its precision, and whether it lies before or after. */
function lookOf(
  { date, timex }: Pick<Time, "date" | "timex">,
  page: string,
): { readonly form: string; readonly lies: string } {
  if (date === null) return { form: "undated", lies: "" }
  const form = date.startsWith("..")
    ? "up to"
    : date.endsWith("..")
      ? "from"
      : date.includes("/")
        ? "stretch"
        : `${date.length}`
  const [first = "", last = first] = date.replace(/^\.\.|\.\.$/, "").split("/")
  const day = page.slice(0, first.length)
  const lies =
    date === page
      ? "the page's day"
      : page === ""
        ? ""
        : first <= page && page.slice(0, last.length) <= last
          ? "around"
          : first < day
            ? `before ${distance(last, page)}`
            : `after ${distance(first, page)}`
  return { form: timex.endsWith("_REF") ? timex : form, lies }
}

/** What can be seen around a trigger whatever day is weighed. */
function surroundings(scene: Scene, at: number, type: EventType, status: Status, besides: readonly Beside[]): Features {
  const { grammar, doc } = scene
  const kind = wordOrDeed(type)
  const features = new Features()
  features.include("s.", statusFeatures(scene, at, type))
  const keys = keysOf("", `${kind}&`, `${type}&`, `${status}&`, `${status} ${kind}&`)
  const [beside] = besides
  const side = !beside ? "" : beside.time.from < grammar.token(at).from ? "before" : "after"
  const look = beside ? lookOf(beside.time, scene.page) : { form: "", lies: "" }
  const holds = beside?.holds ?? "no"
  features.under(keys, [
    "always",
    `time=${holds}`,
    `time=${holds} ${look.form}`,
    `time=${holds} ${look.lies}`,
    `time=${holds} ${side}`,
  ])
  const sentence = grammar.token(at).sentence
  const verb = grammar.isVerb(at) ? at : grammar.verbAbove(at)
  const own = tenseOf(scene, at)
  const clause = verb >= 0 ? tenseOf(scene, verb) : "none"
  const main = tenseOf(scene, scene.root(sentence))
  features.under(keys, [
    `tense=${own}`,
    `clause=${clause}`,
    `main=${main}`,
    `tenses=${own} ${clause} ${main}`,
    `place=${Math.min(3, sentence)}`,
    `length=${Math.min(6, Math.ceil(doc.sentences.length / 2))}`,
  ])
  // The words that join the trigger's clause to what stands over it: "after", "following", "in response to", "who".
  let depth = 0
  for (let up = at; up >= 0 && depth < 5; up = grammar.head(up), depth++) {
    const relation = grammar.relation(up)
    const joins = grammar
      .childrenBy(up, "mark", "case")
      .filter(child => child < up)
      .map(child => grammar.lemma(child))
    const preposition = grammar.preposition(up)
    for (const join of new Set([...joins, preposition]))
      if (join) features.under(keys, [`join${Math.min(depth, 2)}=${join}`, `join=${join}`])
    if (/^(acl|advcl|ccomp|parataxis|appos|conj|nmod|obl)/.test(relation))
      features.under(keysOf("", `${kind}&`), [`rel${depth}=${relation}`, `${own}&under=${relation}`])
  }
  features.under(keys, [`depth=${depth}`, `root=${grammar.relation(at)}`])
  const told = scene.quotationsAt(at)
  features.push(`told=${told.map(q => q.form).join()}`)
  features.under(keys, [`page=${scene.kind}`, `page=${scene.kind} ${Math.min(9, sentence)}`])
  const carried = carriedDay(scene, at)
  const gone = carried ? `${lookOf(carried.time, scene.page).lies} ${carried.away} ${carried.apart}` : "none"
  features.under(keys, [`carried=${gone}`, `carried=${gone} ${own}`])
  return features
}

/** What a page day that two kinds of day share is called: "day" for both the page's and the contact's. */
const SHARED: Partial<Record<Ground, string>> = { contact: "day", "upto contact": "upto" }

/** How a day on some ground stands to the page; on all others it is told. */
const KINDS: Partial<Record<Ground, DayKind>> = {
  day: "page",
  contact: "page",
  upto: "upto",
  "upto contact": "upto",
  none: "none",
}

/**
 * What can be seen of every day an event may have, as named features for the weights that choose among them.
 * @param impression of its sentence
 */
export function dayFeatures(
  scene: Scene,
  at: number,
  type: EventType,
  status: Status,
  options: readonly DayOption[],
  impression: Impression,
): readonly Features[] {
  const { grammar } = scene
  const kind = wordOrDeed(type)
  const besides = options.flatMap(({ beside }) => beside ?? [])
  const around = surroundings(scene, at, type, status, besides)
  const verb = grammar.isVerb(at) ? at : grammar.verbAbove(at)
  const tense = verb >= 0 ? tenseOf(scene, verb) : "none"
  const day = options.find(({ ground }) => ground === "contact")?.date?.value
  const contact = day ? { date: day, timex: day } : undefined
  const told = options.find(option => option.contact !== undefined)?.contact
  const met = told === undefined ? undefined : actedThere(scene, at, grammar.token(told).sentence)
  const announced = options.some(({ ground }) => ground === "announced")
  const keys = keysOf("", `${kind}&`, `${type}&`, `${status}&`, `${status} ${kind}&`, `${kind} ${tense}&`)
  const felt = impression.of(at, "day")
  return options.map(({ ground, beside, carried, date }) => {
    const features = new Features()
    if (felt) {
      const step = stepOf(felt[DAYS.indexOf(KINDS[ground] ?? "told")]!)
      features.under(keys, [`felt=${step}`, `${ground}:felt=${step}`])
    }
    features.include(`${SHARED[ground] ?? ground}|`, around)
    if (contact && /day|contact|upto/.test(ground)) {
      const lies = lookOf(contact, scene.page).lies
      features.under(keys, [
        `${ground}:beside contact`,
        `${ground}:beside contact ${lies}`,
        `${ground}:beside contact ${Math.min(3, grammar.token(at).sentence)}`,
      ])
    }
    if (met && /day|contact|upto/.test(ground))
      features.under(keys, [`${ground}:met ${met}`, `${ground}:met ${met} ${scene.kind}`])
    if (announced) features.under(keys, [`${ground}:announced`])
    if (carried) {
      const { lies } = lookOf(carried.time, scene.page)
      const { away, apart, holder } = carried
      const then = holder < 0 ? "" : grammar.isVerb(holder) ? tenseOf(scene, holder) : "noun"
      const doer = verb < 0 ? "" : lookOfActor(scene, grammar.doers(verb)[0])
      const there = actedThere(scene, at, grammar.token(at).sentence - away)
      features.under(keys, [
        "c:always",
        `c:${away} ${apart}`,
        `c:${lies}`,
        `c:${lies} ${away} ${apart}`,
        `c:${then} ${tense}`,
        `c:${doer} ${apart}`,
        `c:acted ${there}`,
        `c:acted ${there} ${away} ${apart}`,
        `c:on ${holder < 0 ? "none" : (framesOf(scene, holder)[0]?.type ?? "none")}`,
      ])
    }
    if (!beside) return features
    const { form, lies } = lookOf(beside.time, scene.page)
    const { holds, crown, holder } = beside
    const side = beside.time.from < grammar.token(at).from ? "before" : "after"
    const path = crown < 0 ? "none" : (grammar.path(at, crown) ?? "far")
    const preposition = crown < 0 ? "" : grammar.preposition(crown)
    const gap = crown < 0 ? 9 : Math.min(5, Math.floor(Math.abs(crown - at) / 3))
    const rank = besides.indexOf(beside)
    const other = holder >= 0 && holder !== at ? (framesOf(scene, holder)[0]?.type ?? "none") : "own"
    const holderClass = holder < 0 ? "" : grammar.isVerb(holder) ? tenseOf(scene, holder) : "noun"
    features.under(keys, [
      `t:${holds}`,
      `t:${holds} ${form}`,
      `t:${holds} ${lies}`,
      `t:${holds} ${side} ${preposition}`,
      `t:${form} ${lies}`,
      `t:${preposition} ${form}`,
      `t:${path}`,
      `t:rank ${rank}`,
      `t:gap ${gap} ${side}`,
      `t:on ${other}`,
      `t:on ${holderClass} ${holds}`,
      `t:mod ${beside.time.mod ?? ""} ${holds}`,
    ])
    features.push(`~t:${beside.time.timex}`.slice(0, 14), `t:certain ${date?.certainty}`)
    return features
  })
}
