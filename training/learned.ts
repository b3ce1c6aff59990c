import type { Matrices } from "../src/network/matrices.ts"
import { Adam } from "./adam.ts"

/** By how much the sums of slopes and of their squares fade at each move. */
const [FIRST_FADES, SECOND_FADES] = [0.9, 0.98]

/** Numbers among matrices that are learned, with their slopes. */
export class Learned {
  readonly at: number
  readonly count: number
  /** Where their slopes are added up; a move clears them. */
  readonly slopes: number
  private readonly numbers: Float32Array
  private readonly adam: Adam

  constructor(matrices: Matrices, at: number, count: number) {
    this.at = at
    this.count = count
    this.slopes = matrices.place(count)
    this.numbers = matrices.numbers
    this.adam = new Adam(count, [FIRST_FADES, 1 - FIRST_FADES], [SECOND_FADES, 1 - SECOND_FADES])
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
    const { numbers, at, slopes } = this
    const step = pace / (1 - FIRST_FADES ** moves)
    const measure = 1 - SECOND_FADES ** moves
    this.adam.move(numbers, at + from, numbers, slopes + from, from, to - from, step, measure, factor)
    numbers.fill(0, slopes + from, slopes + to)
  }
}
