import { existsSync } from "node:fs"
import { Command, InvalidArgumentError, Option } from "commander"
import {
  ActorsFileError,
  checkActors,
  type Knowledge,
  loadKnowledge,
  type Naming,
  type Tenure,
} from "../actors/index.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { print } from "./output.ts"

/** One answer to "who is that?". */
interface Answer {
  readonly id: string
  readonly kind: Naming["kind"]
  readonly state?: string
  readonly name: string
  /** Why the words mean this: "name", "surname", "reads as …". */
  readonly because: string
  /** For a person the offices held, for an office its holders: on the day asked for, else all. */
  readonly tenures: readonly Line[]
}

interface Line {
  readonly office: string
  readonly person: string
  readonly from?: string
  readonly to?: string
  readonly as?: string
  readonly sure: string
  readonly source: string
}

const day = (value: string) => {
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(value))
    throw new InvalidArgumentError("Write a day, month or year such as 2022-02-04.")
  return value
}

/** A user's own actors files, beside ours. */
const own = () => new Option("--with <file...>", "your own actors files, in the format of data/actors")

/** What is known, with a user's own files; a wrong row in them is told by file and line. */
function known(extra: readonly string[] = []): Knowledge {
  present(extra)
  try {
    const knowledge = loadKnowledge({ extra })
    // Files are read when first asked: a wrong row shall be told before anything is answered.
    for (const _ of knowledge.namings());
    return knowledge
  } catch (error) {
    if (error instanceof ActorsFileError) throw new WrongUse(error.message)
    throw error
  }
}

/** Files that a user names must be there. */
function present(files: readonly string[]): void {
  const missing = files.find(file => !existsSync(file))
  if (missing) throw new WrongUse(`${missing}: there is no such file`)
}

const json = () => new Option("--json", "one JSON object for machines")

/** `readout actors find|show|check`: what readout knows of states, bodies, offices and persons. */
export const actorsCommand: MakeCommand = finish => {
  const command = new Command("actors")
    .summary("look up states, bodies, offices and persons")
    .description("Looks up what is known of states, bodies, offices and persons, and who held which office when.")
    .addHelpText("after", examples("actors find Blinken --on 2022-02-04", "actors show kor-foreign-minister"))
  command
    .command("find")
    .description("Finds who a name, an office or a phrase can stand for.")
    .argument("<name...>", "a name or phrase as a report would write it")
    .addOption(new Option("--on <day>", "the day on which offices are looked up").argParser(day))
    .addOption(own())
    .addOption(json())
    .addHelpText(
      "after",
      examples(
        "actors find Blinken --on 2022-02-04",
        'actors find "the South Korean foreign minister" --on 2022-05-26',
      ),
    )
    .action(async (words: string[], options: { on?: string; with?: string[]; json?: true }) => {
      const knowledge = known(options.with)
      const answers = await find(knowledge, words.join(" "), options.on)
      if (options.json)
        await print(
          `${JSON.stringify({ query: words.join(" "), ...(options.on ? { on: options.on } : {}), answers })}\n`,
        )
      else await print(answers.length ? answers.map(lines).join("\n") : `Nobody known as "${words.join(" ")}".\n`)
      finish(0)
    })
  command
    .command("show")
    .description("Shows everything known under an id.")
    .argument("<id>", 'a state or body code, or an id such as "antony-blinken", "usa-secretary-of-state"')
    .addOption(own())
    .addOption(json())
    .addHelpText("after", examples("actors show kor-foreign-minister", "actors show PRK --json"))
    .action(async (id: string, options: { with?: string[]; json?: true }) => {
      const shown = show(known(options.with), id)
      if (!shown) throw new WrongUse(`There is no actor "${id}". "readout actors find" looks up names.`)
      await print(
        options.json
          ? `${JSON.stringify(shown)}\n`
          : `${Object.entries(shown)
              .map(([key, value]) => `${key}: ${written(value)}`)
              .join("\n")}\n`,
      )
      finish(0)
    })
  command
    .command("check")
    .description(
      "Goes over the actors files: rows that cannot be true, seats held by two at once, gaps between holders.",
    )
    .argument("[file...]", "your own actors files, gone over with ours")
    .addOption(json())
    .addHelpText("after", examples("actors check", "actors check my-ministers.csv --json"))
    .action(async (files: string[], options: { json?: true }) => {
      present(files)
      const findings = checkActors({ extra: files })
      for (const finding of findings)
        await print(
          options.json
            ? `${JSON.stringify(finding)}\n`
            : `${finding.kind}: ${finding.file}:${finding.line}: ${finding.problem}\n`,
        )
      const errors = findings.filter(({ kind }) => kind === "error").length
      if (!options.json) await print(`${errors} errors, ${findings.length - errors} gaps\n`)
      finish(errors ? 1 : 0)
    })
  return command
}

async function find(knowledge: Knowledge, words: string, on?: string): Promise<readonly Answer[]> {
  const { readingEnglish } = await import("../english.ts")
  const answers = new Map<string, Answer>()
  const give = (kind: Naming["kind"], id: string, because: string) => {
    if (!answers.has(`${kind} ${id}`)) answers.set(`${kind} ${id}`, answer(knowledge, kind, id, because, on))
  }
  for (const { kind, id, is } of knowledge.named(words)) give(kind, id, is)
  // A phrase is read as it would be in a report of that day.
  const page = readingEnglish(knowledge).read({ id: "query", text: words, ...(on ? { published: on } : {}) })
  for (const mention of page.actors)
    if (mention.from === 0 && mention.to === words.length)
      for (const actor of [...mention.actors, ...(mention.candidates ?? [])]) {
        const kind = actor.id && kindOf(knowledge, mention, actor.id)
        if (kind && actor.id) give(kind, actor.id, mention.reason || `reads as ${shortly(actor)}`)
      }
  return [...answers.values()]
}

const shortly = ({ state, name }: Actor) => (name ? `${state}:${name}` : state)

/** The kind of thing an id stands for, as the mention says where both a person and an office may bear it. */
function kindOf(knowledge: Knowledge, { kind }: ActorMention, id: string): Naming["kind"] | undefined {
  if (knowledge.persons.has(id)) return "person"
  if (kind === "office") return "office"
  if (knowledge.bodies.has(id)) return "body"
  return knowledge.groups.has(id) ? "group" : "organisation"
}

function answer(knowledge: Knowledge, kind: Naming["kind"], id: string, because: string, on?: string): Answer {
  const tenures =
    kind === "person"
      ? knowledge.officesOf(id, on)
      : kind === "office"
        ? on
          ? knowledge.holders(id, on)
          : knowledge.tenures(id)
        : []
  const thing = things(knowledge, id)
  return {
    id,
    kind,
    ...(thing && "state" in thing ? { state: thing.state } : {}),
    name: !thing ? id : "title" in thing ? thing.title : thing.name,
    because,
    tenures: tenures.map(tenure => line(knowledge, tenure)),
  }
}

const things = (knowledge: Knowledge, id: string) =>
  knowledge.persons.get(id) ??
  knowledge.offices.get(id) ??
  knowledge.organisations.get(id) ??
  knowledge.groups.get(id) ??
  knowledge.bodies.get(id) ??
  knowledge.states.get(id)

function show(knowledge: Knowledge, id: string): Readonly<Record<string, unknown>> | undefined {
  const thing = things(knowledge, id)
  if (!thing) return undefined
  const tenures = knowledge.persons.has(id) ? knowledge.officesOf(id) : knowledge.tenures(id)
  return { ...thing, ...(tenures.length ? { tenures: tenures.map(tenure => line(knowledge, tenure)) } : {}) }
}

function line(knowledge: Knowledge, { office, person, from, to, as, sure, source }: Tenure): Line {
  return {
    office,
    person: knowledge.persons.get(person)?.name ?? person,
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(as ? { as } : {}),
    sure,
    source,
  }
}

const period = ({ from, to, as, sure }: Line) =>
  `${from ?? "…"} to ${to ?? "…"}${as ? ` (${as})` : ""}${sure === "high" ? "" : `, ${sure}`}`

const lines = ({ id, kind, state, name, because, tenures }: Answer) =>
  `${name} [${kind} ${id}${state ? `, ${state}` : ""}] ${because}\n${tenures.map(t => `  ${t.office}: ${t.person}, ${period(t)}\n`).join("")}`

const written = (value: unknown): string =>
  Array.isArray(value)
    ? value.some(item => typeof item === "object")
      ? value.map(item => `\n  ${JSON.stringify(item)}`).join("")
      : value.join("; ")
    : String(value)
