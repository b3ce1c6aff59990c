import { Grammar } from "../model/grammar.ts"
import type { Quotation } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { accordingTo } from "./accordingTo.ts"
import { attributed, turns } from "./attributed.ts"
import { blocks } from "./blocks.ts"
import { quoted } from "./quoted.ts"
import { reported } from "./reported.ts"
import { Sources } from "./sources.ts"
import { voices } from "./voices.ts"

/** Who says what: every way of telling is looked for; what one voice says under several names is brought together. */
export const quotations = stage({
  gives: "quotations",
  needs: ["sentences", "tokens", "actors"],
  annotate: doc => {
    const tree = new Grammar(doc)
    const sources = new Sources(doc, tree)
    const found = [
      ...attributed(doc, sources),
      ...turns(doc, sources),
      ...blocks(doc, tree, sources),
      ...quoted(doc, tree, sources),
      ...reported(tree, sources),
      ...accordingTo(doc, tree, sources),
    ]
    return voices(found.filter(q => q.from < q.to)).sort(inReadingOrder)
  },
})

/** By place, the wider first; equal ones stay as they were found, so that an outer voice precedes an inner one. */
const inReadingOrder = (a: Quotation, b: Quotation) => a.from - b.from || b.to - a.to
