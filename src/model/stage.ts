import type { Document } from "./document.ts"
import type { Annotated, Layer, Layers } from "./layers.ts"

/** One step of reading: looks at a document, and gives one new layer. A pure function: same document, same layer. */
export interface Stage<Gives extends Layer, Needs extends Layer = never> {
  readonly gives: Gives
  readonly needs: readonly Needs[]
  annotate(doc: Annotated<Needs>): readonly Layers[Gives][]
}

/** Writes a stage down, so that its needs and its layer are inferred from the literals. */
export function stage<Gives extends Layer, Needs extends Layer = never>(
  spec: Stage<Gives, Needs>,
): Stage<Gives, Needs> {
  return spec
}

/** A stage whose types have been checked on the way in, so that the list need not repeat them. */
interface Step {
  readonly gives: Layer
  readonly annotate: (doc: never) => readonly Layers[Layer][]
}

/** Stages in reading order. Adding one whose needs are not yet met, or a layer twice, does not compile. */
export class Pipeline<Has extends Layer = never> {
  readonly steps: readonly Step[]

  private constructor(steps: readonly Step[]) {
    this.steps = steps
  }

  static readonly empty: Pipeline<never> = new Pipeline<never>([])

  add<Gives extends Exclude<Layer, Has>, Needs extends Has>(next: Stage<Gives, Needs>): Pipeline<Has | Gives> {
    return new Pipeline<Has | Gives>([...this.steps, next])
  }

  /**
   * Reads a document through every stage.
   * @param timed is told what each stage took, in milliseconds, when given.
   */
  read(doc: Document, timed?: (layer: Layer, ms: number) => void): Annotated<Has> {
    let page: Document = doc
    for (const step of this.steps) {
      const start = timed ? performance.now() : 0
      page = { ...page, [step.gives]: step.annotate(page as never) }
      timed?.(step.gives, performance.now() - start)
    }
    return page as Annotated<Has>
  }
}
