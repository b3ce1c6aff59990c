import type { Actor } from "../model/layers.ts"
import type { Body, Naming, State } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"

/** The code at the head of an actor: "KOR", "UN", "GEO" for South Ossetia, "-" for nobody's. */
export function ownerCode(knowledge: Knowledge, { kind, id }: Naming): string {
  if (kind === "state") return knowledge.states.get(id)?.of ?? id
  if (kind === "body") return bodyCode(knowledge, id)
  if (kind === "organisation") return stateCode(knowledge, knowledge.organisations.get(id)?.state)
  if (kind === "office") return stateCode(knowledge, knowledge.offices.get(id)?.state)
  if (kind === "person") return stateCode(knowledge, knowledge.persons.get(id)?.state)
  return "-"
}

/** A state or body of the files, as records write it at the head of those who belong to it. */
export const stateCode = (knowledge: Knowledge, code = "-"): string =>
  knowledge.bodies.has(code) ? bodyCode(knowledge, code) : (knowledge.states.get(code)?.of ?? code)

/** Who is meant by something known, as records write it. */
export function actorMeant(knowledge: Knowledge, naming: Naming): Actor {
  const { kind, id } = naming
  const state = ownerCode(knowledge, naming)
  switch (kind) {
    case "state": {
      const known = knowledge.states.get(id)
      return known?.of ? { state, name: naming.is === "people" ? peopleOf(known) : known.name, id } : { state }
    }
    case "body": {
      const name = nameUnderParent(knowledge, id)
      if (!name && !isAcronym(state)) return { state: "-", name: knowledge.bodies.get(id)?.name ?? state, id }
      return { state, ...(name ? { name } : {}), id }
    }
    case "organisation":
      return { state, name: knowledge.organisations.get(id)?.name ?? id, id }
    case "group": {
      const { name = id, short } = knowledge.groups.get(id) ?? {}
      return { state, name: short ? `${name} (${short})` : name, id }
    }
    case "office": {
      const office = knowledge.offices.get(id)
      return { state, name: office?.title ?? id, ...(office ? { office: office.title } : {}), id }
    }
    case "person":
      return { state, name: knowledge.persons.get(id)?.name ?? id, id }
  }
}

const peopleOf = ({ people, name }: State) => people[0] ?? name

/** Missions and programmes are written under the body that runs them, known by their acronym; an organ bears it in its code. */
const isRun = ({ kind, code, parent }: Body) =>
  parent !== undefined && !code.includes(":") && (kind === "mission" || kind === "programme")

function bodyCode(knowledge: Knowledge, id: string): string {
  const body = knowledge.bodies.get(id)
  return (body && isRun(body) ? body.parent! : id).split(":")[0]!
}

/** Whether a body goes by an acronym: the Quad or the Lima Group is written by its name alone, "-:Lima Group". */
const isAcronym = (code: string) => !/\p{Ll}{2}/u.test(code)

function nameUnderParent(knowledge: Knowledge, id: string): string {
  const body = knowledge.bodies.get(id)
  return body && isRun(body)
    ? body.name === id
      ? id
      : `${body.name} (${id})`
    : id.slice(id.indexOf(":") + 1 || id.length)
}
