import { stage } from "../model/stage.ts"
import { withHoldersInText } from "./holdersInText.ts"
import type { Knowledge } from "./knowledge.ts"
import { Lexicon } from "./lexicon.ts"
import { withNamesAsPrinted } from "./printed.ts"
import { Reading } from "./reading.ts"

/**
 * Who the words of a document stand for.
 * @param knowledge the actors files; others than ours may be added with `loadKnowledge({ extra })`
 */
export function actorsFrom(knowledge: Knowledge) {
  let lexicon: Lexicon | undefined
  return stage({
    gives: "actors",
    needs: ["publishers", "sentences", "tokens", "names"],
    annotate: doc => {
      lexicon ??= new Lexicon(knowledge)
      return withNamesAsPrinted(withHoldersInText(new Reading(doc, knowledge, lexicon).mentions()), doc.text)
    },
  })
}
