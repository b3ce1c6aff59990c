import type { ReviewAnswer } from "../record/answers.ts"

type Item = ReviewAnswer["items"][number]

/** Something that can be done about a doubt, and the command that does it; --author and --reason come to each. */
export interface Way {
  readonly does: string
  readonly command: string
}

/** A word as a shell takes it. */
const word = (text: string) => (/^[\w@.:/-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
const command = (...words: readonly string[]) => `readout correct ${words.map(word).join(" ")}`

/** How a doubt is settled: what to do where the program read rightly, and where it did not. */
export function waysOf({ doubts, told: [one, other] }: Item): readonly Way[] {
  if (!one) return []
  if (other) {
    return [
      { does: "they are one event", command: command("merge", one.event, other.event) },
      { does: "they are two", command: command("split", one.event, other.event) },
    ]
  }
  const { id } = one.claim
  return [
    { does: "it is right as it stands", command: command("accept", id) },
    { does: "it is no such event", command: command("reject", id) },
    ...(doubts.some(({ kind }) => kind === "day")
      ? [{ does: "the day is known", command: `${command("edit", id, "date.value")} YYYY-MM-DD` }]
      : []),
    ...(doubts.some(({ kind }) => kind === "name" || kind === "nobody")
      ? [
          {
            does: "other actors are meant",
            command: `${command("edit", id, one.claim.participants.length ? "participants" : "source")} '[{"state":"…","name":"…"}]'`,
          },
        ]
      : []),
  ]
}
