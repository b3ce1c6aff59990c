import type { Matrices } from "../src/text/matrices.ts"

/** By how much the sums of slopes and of their squares fade at each move. */
const [FIRST_FADES, SECOND_FADES] = [0.9, 0.98]

/** Numbers among matrices that are learned by Adam (Kingma and Ba 2015). */
export class Learned {
  readonly at: number
  readonly count: number
  /** Where their slopes are added up; a move clears them. */
  readonly slopes: number
  private readonly numbers: Float32Array
  private readonly first: Float32Array
  private readonly second: Float32Array

  constructor(matrices: Matrices, at: number, count: number) {
    this.at = at
    this.count = count
    this.slopes = matrices.place(count)
    this.numbers = matrices.numbers
    this.first = new Float32Array(count)
    this.second = new Float32Array(count)
  }

  /** The squares of all slopes added to a sum. */
  squares(before: number): number {
    let sum = before
    for (let i = this.slopes; i < this.slopes + this.count; i++) sum += this.numbers[i]! ** 2
    return sum
  }

  /**
   * Moves the numbers from one to another against their slopes.
   * @param moves how many there were, this one among them
   * @param factor by which slopes are shortened
   */
  move(from: number, to: number, moves: number, pace: number, factor: number): void {
    const { numbers, first, second, at, slopes } = this
    const step = pace / (1 - FIRST_FADES ** moves)
    const measure = 1 - SECOND_FADES ** moves
    for (let i = from; i < to; i++) {
      const slope = numbers[slopes + i]! * factor
      first[i] = FIRST_FADES * first[i]! + (1 - FIRST_FADES) * slope
      second[i] = SECOND_FADES * second[i]! + (1 - SECOND_FADES) * slope * slope
      numbers[at + i]! -= (step * first[i]!) / (Math.sqrt(second[i]! / measure) + 1e-8)
      numbers[slopes + i] = 0
    }
  }
}
