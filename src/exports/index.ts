import { atom } from "./atom.ts"
import { csl } from "./csl.ts"
import { csv } from "./csv.ts"
import type { Export } from "./export.ts"
import { jsonl } from "./jsonl.ts"
import { markdown } from "./markdown.ts"
import { plover } from "./plover.ts"
import { timelineJs } from "./timelineJs.ts"
import { webAnnotation } from "./webAnnotation.ts"

export type { Export, Material } from "./export.ts"
export { materialOf } from "./material.ts"

/** Every format a record can leave in, in the order the help lists them. */
export const EXPORTS: readonly Export[] = [csv, plover, jsonl, webAnnotation, timelineJs, atom, csl, markdown]
