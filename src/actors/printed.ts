import type { Actor, ActorMention } from "../model/layers.ts"

/** Letters that stand for a name: "FBI", "MI6". */
const LETTERS = /^(?:the )?([A-Z][A-Z0-9]{1,5})$/

/**
 * Names in the document's own spelling: where it writes "defence" throughout, so do the names of ministries and offices; an
 * organisation that it calls by letters bears them behind its name, "Federal Bureau of Investigation (FBI)", as groups do.
 */
export function withNamesAsPrinted(mentions: readonly ActorMention[], text: string): readonly ActorMention[] {
  const british = /\bdefence\b/i.test(text) && !/\bdefense\b/i.test(text)
  const letters = new Map<string, string>()
  for (const { kind, form, actors, from, to } of mentions) {
    const [actor, other] = actors
    const printed = kind === "organisation" && form === "name" ? LETTERS.exec(text.slice(from, to))?.[1] : undefined
    if (printed && actor?.id && actor.name && !other && !actor.name.includes(printed)) letters.set(actor.id, printed)
  }
  if (!british && !letters.size) return mentions
  const renamed = (actor: Actor): Actor => {
    const own = letters.get(actor.id ?? "")
    const name = own && actor.name && !actor.name.endsWith(")") ? `${actor.name} (${own})` : actor.name
    // America's own spelling is part of its names.
    if (!british || actor.state === "USA") return name === actor.name ? actor : { ...actor, name: name! }
    return {
      ...actor,
      ...(name ? { name: inBritish(name) } : {}),
      ...(actor.office ? { office: inBritish(actor.office) } : {}),
    }
  }
  return mentions.map(mention => ({
    ...mention,
    actors: mention.actors.map(renamed),
    ...(mention.candidates ? { candidates: mention.candidates.map(renamed) } : {}),
  }))
}

const inBritish = (name: string) => name.replace(/\bDefense\b/g, "Defence")
