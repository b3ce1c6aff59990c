import type { Belonging } from "./belonging.ts"
import type { Cast } from "./cast.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Meanings } from "./meanings.ts"
import type { Page, Text } from "./page.ts"
import type { NameWords } from "./phrase.ts"
import type { Sighting } from "./player.ts"
import type { Appearance, Scene } from "./scene.ts"

/** One document as far as it has been read: what was made out of the whole before, and who appeared up to here. */
export interface Report {
  readonly doc: Text
  readonly page: Page
  readonly knowledge: Knowledge
  readonly meanings: Meanings
  /** Whose those are of whom the text does not say it. */
  readonly belonging: Belonging
  /** All persons of the document. */
  readonly cast: Cast
  /** What each name tells, by its place. */
  readonly sightings: ReadonlyMap<NameWords, Sighting>
  /** Who has appeared up to here. */
  readonly scene: Scene
  /** The document's day. */
  readonly day: string | undefined
  /** The state whose organ published the document, where it is one. */
  readonly home: string | undefined
  /** Who speaks, in a transcript. */
  speaker: Appearance | undefined
  /** Who signs the text in a line of its own: its "I". */
  author: Appearance | undefined
  /** Those of several states who issue the text together: its "we". */
  signatories: Appearance | undefined
}
