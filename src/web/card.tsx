import type { ComponentChildren } from "preact"
import type { Claim } from "../model/claim.ts"
import type { Certainty, Quote } from "../model/document.ts"
import type { RecordActor } from "../model/eventRecord.ts"
import { dayInWords, placeOf, possiblyInWords } from "./days.ts"
import { Name } from "./told.tsx"
import { issueName, STATUS_NAME, WORDING } from "./wording.ts"

/** A value of a claim with the words it rests on. */
export interface Value {
  readonly label: string
  readonly shown: ComponentChildren
  readonly evidence: readonly Quote[]
  readonly certainty: Certainty
  readonly reason?: string
}

/** Every value of a claim, in the order a reader asks for them. */
export function valuesOf(claim: Claim): readonly Value[] {
  const actor =
    (label: string) =>
    (a: RecordActor): Value => ({
      label,
      shown: (
        <>
          <Name actor={a} />
          {a.office && a.office !== a.name && <span class="office">, {a.office}</span>}
        </>
      ),
      evidence: a.evidence,
      certainty: a.certainty,
      ...(a.reason ? { reason: a.reason } : {}),
    })
  const { date } = claim
  const zone = date.zone ? ` (${placeOf(date.zone)})` : ""
  return [
    {
      label: "What",
      shown: `${WORDING[claim.type].name}`,
      evidence: claim.mentions,
      certainty: "stated",
    },
    ...claim.participants.map(actor("Who")),
    ...claim.source.map(actor("Who")),
    ...claim.target.map(actor("To whom")),
    {
      label: "When",
      shown: `${dayInWords(date.value, date.partial)}${date.value ? zone : ""}${date.suggested ? `, ${possiblyInWords(date.suggested)}` : ""}`,
      evidence: date.evidence,
      certainty: date.certainty,
      ...(date.reason ? { reason: date.reason } : {}),
    },
    { label: "Status", shown: STATUS_NAME[claim.status], evidence: claim.statusEvidence, certainty: "stated" },
    ...claim.saidBy.map(actor("Told by")),
    ...Object.entries(claim.slots).map(([slot, { value, certainty, evidence }]) => ({
      label: slot.replace(/^./, c => c.toUpperCase()),
      shown: value,
      evidence,
      certainty,
    })),
  ]
}

/**
 * A claim's values, each of which shows its words when chosen.
 * @param lit label and number of the value whose words are shown now
 */
export function Values({
  claim,
  lit,
  light,
}: {
  claim: Claim
  lit?: number | undefined
  light: (value: Value, index: number) => void
}) {
  const values = valuesOf(claim)
  return (
    <dl class="values">
      {values.map((value, i) => (
        <div key={`${value.label}${i}`}>
          <dt>
            {i > 0 && values[i - 1]!.label === value.label ? (
              <span class="visually-hidden">{value.label}</span>
            ) : (
              value.label
            )}
          </dt>
          <dd>
            {value.evidence.length ? (
              <button type="button" class="value" aria-pressed={lit === i} onClick={() => light(value, i)}>
                {value.shown}
              </button>
            ) : (
              <span class="value bare">{value.shown}</span>
            )}
            {value.certainty === "implied" && value.evidence.length > 0 && <span class="implied">worked out</span>}
            {value.reason && <span class="reason">{value.reason}</span>}
          </dd>
        </div>
      ))}
      {claim.issues.length > 0 && (
        <div>
          <dt>About</dt>
          <dd>{claim.issues.map(issueName).join(", ")}</dd>
        </div>
      )}
      <div>
        <dt>Codes</dt>
        <dd class="codes">
          PLOVER {[claim.plover.event, claim.plover.mode, ...(claim.plover.context ?? [])].filter(Boolean).join(" / ")}
          {claim.cameo && `, CAMEO ${claim.cameo}`}
        </dd>
      </div>
    </dl>
  )
}

/** What a reader should be warned of, plainly outside of the quoted words. */
export const Flags = ({ flags }: { flags: readonly string[] }) =>
  flags.length > 0 && (
    <ul class="flags" aria-label="Warnings">
      {flags.map(flag => (
        <li key={flag}>{flag}</li>
      ))}
    </ul>
  )

/** What people did to what the program read, kept apart from it. */
export function Contributed({ claim: { edited = [], accepted } }: { claim: Claim }) {
  if (edited.length === 0 && !accepted) return null
  return (
    <ul class="contributed" aria-label="Set by people">
      {accepted && <li>Looked at and found right by {accepted.author}</li>}
      {edited.map(({ field, was, author, correction }) => (
        <li key={correction}>
          <b>{field}</b> was set by {author}; the program had read <code>{JSON.stringify(was)}</code>
        </li>
      ))}
    </ul>
  )
}
