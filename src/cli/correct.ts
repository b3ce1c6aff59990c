import { Command } from "commander"
import type { CorrectionAct } from "../model/correction.ts"
import { NoCorrection, type Record, refusal } from "../record/index.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { print } from "./output.ts"
import { inWords } from "./show.ts"
import { recordOption, withRecord } from "./theRecord.ts"

interface Options {
  readonly record: string
  readonly author?: string
  readonly reason?: string
}

/** The claims meant by the id of an event or of a claim. */
async function claimsOf(record: Record, id: string): Promise<readonly string[]> {
  const found = await record.why(id)
  if (!found) throw new WrongUse(`the record holds no event and no claim "${id}"`)
  const all = found.claims.map(({ claim }) => claim.id)
  return all.includes(id) ? [id] : all
}

async function actOf(
  record: Record,
  kind: string,
  [first, second, ...rest]: readonly string[],
): Promise<CorrectionAct> {
  const need = (value: string | undefined, what: string) => {
    if (value === undefined) throw new WrongUse(`correct ${kind} needs ${what}`)
    return value
  }
  switch (kind) {
    case "accept":
    case "reject":
      return { kind, claims: await claimsOf(record, need(first, "an event or claim")) }
    case "edit": {
      const field = need(second, "a field")
      const no = refusal(field)
      if (no) throw new WrongUse(no)
      const value = need(rest[0], "a value")
      return {
        kind,
        claim: await claimOf(record, need(first, "a claim")),
        field,
        value: /^[[{"\d]|^null$/.test(value) ? parsed(value) : value,
      }
    }
    case "merge":
      return {
        kind,
        claims: await claimsOf(record, need(first, "two events or claims")),
        with: await claimsOf(record, need(second, "two events or claims")),
      }
    case "split": {
      const claim = need(first, "a claim")
      if (second !== undefined)
        return { kind, claims: await claimsOf(record, claim), from: await claimsOf(record, second) }
      const found = await record.why(claim)
      const from = (found?.claims ?? []).map(c => c.claim.id).filter(id => id !== claim)
      if (!from.length) throw new WrongUse(`"${claim}" stands alone in its event`)
      return { kind, claims: [claim], from }
    }
    case "undo": {
      const number = need(first, "the number of a correction")
      if (!/^\d+$/.test(number))
        throw new WrongUse(`"${number}" is no number of a correction; "readout correct list" shows them`)
      return { kind, correction: Number(number) }
    }
    default:
      throw new WrongUse(`"${kind}" is no correction: accept, reject, edit, merge, split, undo, list`)
  }
}

/** What was done, in words. */
function actInWords(act: CorrectionAct): string {
  switch (act.kind) {
    case "edit":
      return `edit ${act.claim} ${act.field}: ${inWords(act.value)}`
    case "merge":
      return `merge ${act.claims.join(", ")} with ${act.with.join(", ")}`
    case "split":
      return `split ${act.claims.join(", ")} from ${act.from.join(", ")}`
    case "undo":
      return `undo ${act.correction}`
    default:
      return `${act.kind} ${act.claims.join(", ")}`
  }
}

/** The one claim of an event, or the claim itself. */
async function claimOf(record: Record, id: string): Promise<string> {
  const [claim, ...more] = await claimsOf(record, id)
  if (more.length) throw new WrongUse(`${id} has several claims, edit one of them: ${[claim, ...more].join(", ")}`)
  return claim!
}

/** A value given as JSON; days such as 2022-02-02 are words. */
function parsed(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

/** `readout correct KIND …`: what people correct, appended and undoable. */
export const correctCommand: MakeCommand = finish =>
  new Command("correct")
    .summary("accept, reject, edit, merge or split what the program found")
    .description(
      "Corrects the record: accept or reject an event or claim, edit a value of a claim, merge two events, split a claim from its event or say that two events are not one, undo a correction, list them all. Corrections are appended and never changed, and are made again when the record is rebuilt. Evidence cannot be edited.",
    )
    .argument("<kind>", "accept, reject, edit, merge, split, undo or list")
    .argument("[what...]", "ids of events or claims; for edit: claim (or event of one claim), field, value")
    .addOption(recordOption())
    .option("--author <name>", "who corrects")
    .option("--reason <words>", "why")
    .addHelpText(
      "after",
      examples(
        'correct reject event-653076766b --author Ana --reason "an announcement, not a call"',
        'correct edit "wire-7#call-120" date.value 2022-02-02 --author Ana --reason "Washington day"',
        'correct merge event-653076766b event-9ac0e1f2a3 --author Ana --reason "the same call"',
        'correct split event-653076766b event-9ac0e1f2a3 --author Ana --reason "two calls"',
        'correct undo 3 --author Ana --reason "I was wrong"',
        "correct list",
      ),
    )
    .action(async (kind: string, what: string[], options: Options) => {
      await withRecord(options.record, false, async record => {
        if (kind === "list") {
          const made = await record.correctionsMade()
          for (const { number, made: when, author, reason, act } of made) {
            const undone = made.find(({ act: later }) => later.kind === "undo" && later.correction === number)
            const after = undone ? `, undone by ${undone.number}` : ""
            await print(`${number}  ${when}  ${author}  ${actInWords(act)}  (${reason})${after}\n`)
          }
          if (!made.length) await print("nothing was corrected\n")
          return finish(0)
        }
        if (!options.author || !options.reason) throw new WrongUse("a correction needs --author and --reason")
        try {
          const act = await actOf(record, kind, what)
          const { number } = await record.correct({ author: options.author, reason: options.reason, act })
          await print(`correction ${number} made; "readout correct undo ${number}" takes it back\n`)
          finish(0)
        } catch (error) {
          throw error instanceof NoCorrection ? new WrongUse(error.message) : error
        }
      })
    })
