/** How a mean that runs along is made at each move: what part of it is kept, and what part of the new is taken in. */
export type Fade = readonly [kept: number, taken: number]

/** Moves numbers against their slopes by Adam (Kingma and Ba 2015). */
export class Adam {
  private readonly firstFade: Fade
  private readonly secondFade: Fade
  private readonly first: Float32Array
  private readonly second: Float32Array

  /**
   * @param count of all numbers that it moves
   * @param firstFade for the mean of their slopes, @param secondFade for that of the squares
   */
  constructor(count: number, firstFade: Fade, secondFade: Fade) {
    this.firstFade = firstFade
    this.secondFade = secondFade
    this.first = new Float32Array(count)
    this.second = new Float32Array(count)
  }

  /**
   * Moves some of the numbers.
   * @param from the first of them, among all; there are `length`
   * @param at where they stand in `numbers`, and `slopesAt` in `slopes`
   * @param step how far, with what the mean of slopes still lacks made up for
   * @param measure what the mean of squares still lacks, where `step` does not make up for it
   * @param factor by which slopes are shortened
   */
  move(
    numbers: Float32Array,
    at: number,
    slopes: Float32Array,
    slopesAt: number,
    from: number,
    length: number,
    step: number,
    measure = 1,
    factor = 1,
  ): void {
    const { first, second } = this
    const [kept, taken] = this.firstFade
    const [squaresKept, squaresTaken] = this.secondFade
    for (let i = 0; i < length; i++) {
      const slope = slopes[slopesAt + i]! * factor
      const own = from + i
      first[own] = kept * first[own]! + taken * slope
      second[own] = squaresKept * second[own]! + squaresTaken * slope * slope
      numbers[at + i]! -= (step * first[own]!) / (Math.sqrt(second[own]! / measure) + 1e-8)
    }
  }
}
