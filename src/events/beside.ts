import type { ActorMention } from "../model/layers.ts"
import type { Scene } from "./scene.ts"

const firstToken = (scene: Scene, mention: ActorMention): number => {
  let at = scene.crown(mention)
  while (at > 0 && scene.grammar.token(at - 1).from >= mention.from) at--
  return at
}

const lastToken = (scene: Scene, mention: ActorMention): number => {
  const { tokens } = scene.grammar
  let at = scene.crown(mention)
  while (at + 1 < tokens.length && tokens[at + 1]!.to <= mention.to) at++
  return at
}

/** The word at a place of a mention's sentence; "#" beyond its ends. */
const wordAt = (scene: Scene, mention: ActorMention, at: number): string =>
  scene.grammar.sameSentence(scene.crown(mention), at) ? scene.grammar.lemma(at) : "#"

/** The word in front of a mention. */
export const wordBefore = (scene: Scene, mention: ActorMention): string =>
  wordAt(scene, mention, firstToken(scene, mention) - 1)

/** The word behind a mention. */
export const wordAfter = (scene: Scene, mention: ActorMention): string =>
  wordAt(scene, mention, lastToken(scene, mention) + 1)

/** Most words that are looked through between a trigger and an actor. */
const FAR = 60

/** How many verbs lie between a trigger and an actor, and whether commas do: "0", "1,", "3,,". */
export function clausesBetween(scene: Scene, at: number, crown: number): string {
  const { grammar } = scene
  const [from, to] = at < crown ? [at + 1, crown] : [crown + 1, at]
  if (to - from > FAR) return "far"
  let [verbs, commas] = [0, 0]
  for (let token = from; token < to && verbs < 3; token++) {
    if (grammar.token(token).upos === "VERB") verbs++
    if (grammar.lemma(token) === ",") commas++
  }
  return `${verbs}${commas > 1 ? ",," : commas > 0 ? "," : ""}`
}

/** The words between a trigger and an actor near it, as one and each by itself. */
export function wordsBetween(scene: Scene, at: number, mention: ActorMention): string[] {
  const { grammar } = scene
  const first = firstToken(scene, mention)
  const last = lastToken(scene, mention)
  const [from, to] = at < first ? [at + 1, first] : [last + 1, at]
  if (to - from > 6) return []
  const words: string[] = []
  for (let token = from; token < to; token++) words.push(grammar.lemma(token))
  const side = at < first ? "after" : "before"
  return [`${side}:${words.join(" ")}`, ...words.map(word => `${side}.${word}`)]
}
