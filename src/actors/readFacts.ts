import type { Row } from "./actorsFile.ts"
import {
  BODY_KINDS,
  type Body,
  type Group,
  type Leadership,
  type Office,
  type OfficeKind,
  type Organisation,
  type OrganisationKind,
  type Person,
  STATE_KINDS,
  type State,
  SURE,
  type Tenure,
} from "./facts.ts"
import { slug } from "./nameKey.ts"
import { surnamesIn } from "./surname.ts"

/** A column as a property, left out where the cell is empty. */
const optional = <K extends string>(
  row: Row,
  column: string,
  property = column as K,
): { readonly [P in K]?: string } => {
  const cell = row.cell(column)
  return (cell ? { [property]: cell } : {}) as { readonly [P in K]?: string }
}

export function readState(row: Row): State {
  return {
    code: row.must("code"),
    kind: row.oneOf("kind", STATE_KINDS),
    name: row.must("name"),
    names: row.list("names"),
    adjectives: row.list("adjectives"),
    people: row.list("people"),
    called: row.oneOf("called", ["first", "last"], "last"),
    ...optional<"official">(row, "official"),
    ...optional<"capital">(row, "capital"),
    ...optional<"zone">(row, "zone"),
    ...optional<"of">(row, "of"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readBody(row: Row): Body {
  return {
    code: row.must("body"),
    kind: row.oneOf("kind", BODY_KINDS),
    name: row.must("name"),
    names: row.list("names"),
    ...optional<"parent">(row, "parent"),
    ...optional<"seat">(row, "seat"),
    ...optional<"zone">(row, "zone"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readOrganisation(row: Row): Organisation {
  const state = row.must("state")
  const name = row.must("organisation")
  return {
    id: slug(`${state} ${name}`),
    state,
    name,
    names: row.list("names"),
    ...optional<"kind">(row, "kind"),
    ...optional<"parent">(row, "parent"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readOrganisationKind(row: Row): OrganisationKind {
  return { id: row.must("organisation_kind"), name: row.must("name"), names: row.list("names") }
}

export function readGroup(row: Row): Group {
  const name = row.must("group")
  return {
    id: slug(name),
    name,
    names: row.list("names"),
    states: row.list("state"),
    armed: row.oneOf("armed", ["yes", "no"], "no") === "yes",
    ...optional<"short">(row, "short"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readOfficeKind(row: Row): OfficeKind {
  return {
    id: row.must("office_kind"),
    title: row.must("title"),
    names: row.list("names"),
    seats: row.oneOf("seats", ["one", "several"], "one"),
    rank: Number(row.oneOf("rank", ["1", "2", "3", "4"], "4")),
    ...optional<"of">(row, "of"),
  }
}

export function readOffice(row: Row): Office {
  return {
    id: row.must("office"),
    state: row.must("state"),
    title: row.must("title"),
    names: row.list("names"),
    seats: row.oneOf("seats", ["one", "several"], "one"),
    ...optional<"kind">(row, "kind"),
    ...optional<"of">(row, "of"),
    ...row.period(),
  }
}

export function readLeadership(row: Row): Leadership {
  const state = row.must("state")
  const id = (office: string) => (/^[a-z]{3}-/.test(office) ? office : `${slug(state)}-${office}`)
  const headOfState = id(row.must("head_of_state"))
  const headOfGovernment = row.cell("head_of_government") ? id(row.must("head_of_government")) : headOfState
  return {
    state,
    headOfState,
    headOfGovernment,
    leader: row.cell("leader") ? id(row.must("leader")) : headOfGovernment,
    ...row.period(),
  }
}

export function readMembership(row: Row) {
  return { of: row.must("of"), members: row.list("members"), sure: row.oneOf("sure", SURE, "high"), ...row.period() }
}

/** @param knows the last day of which the file can know: an office taken up after it is less sure */
export function readTenure(row: Row, knows?: string): Tenure {
  const period = row.period()
  const sure = row.oneOf("sure", SURE, "high")
  const as = row.cell("as") ? row.oneOf("as", ["acting", "disputed", "elect", "joint"]) : undefined
  return {
    office: row.must("office"),
    person: slug(row.must("person")),
    ...(as ? { as } : {}),
    sure: knows && period.from && period.from > knows ? "low" : sure,
    source: row.cell("source") ?? "own",
    file: row.file,
    line: row.line,
    ...period,
  }
}

export function readPerson(row: Row, calledFirst: boolean): Person {
  const person = personNamed(row.must("person"), row.must("state"), calledFirst)
  const nicknames = row.list("names").filter(name => !name.includes(" "))
  const surnames = [...new Set([...(row.cell("surname") ? row.list("surname") : person.surnames), ...nicknames])]
  const gender = row.cell("gender") ? row.oneOf("gender", ["f", "m"]) : undefined
  return {
    ...person,
    names: row.list("names"),
    surnames,
    ...(gender ? { gender } : {}),
    ...optional<"wikidata">(row, "wikidata"),
  }
}

/** A person of whom only the name is known. A qualifier in brackets keeps namesakes apart: "George Bush (father)". */
export function personNamed(words: string, state: string, calledFirst: boolean): Person {
  const name = words.replace(/\s*\(.*\)$/, "")
  return { id: slug(words), name, state, names: [], surnames: surnamesIn(name, calledFirst) }
}
