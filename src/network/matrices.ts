import { PANEL, type Product, product } from "./product.ts"

const PAGE = 2 ** 16

/**
 * Matrices in one stretch of numbers, told apart by where they begin. Rows stand one after the other, except in the
 * right side of a product, which is kept in panels of eight columns, so that it is read from end to end.
 */
export class Matrices {
  readonly numbers: Float32Array
  private readonly product: Product
  private end = 16

  /** @param room for so many numbers, which is fixed. */
  constructor(room: number) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((room * 4) / PAGE) + 1 })
    this.numbers = new Float32Array(memory.buffer)
    this.product = product(memory)
  }

  /** A place for so many numbers, all nought. */
  place(count: number): number {
    const at = this.end
    this.end = (at + count + 15) & ~15
    if (this.end > this.numbers.length) throw new Error("more matrices than there is room for")
    return at
  }

  /**
   * Adds left · right to sum.
   * @param right in panels
   * @param inner columns of left and rows of right: a multiple of 4
   * @param columns of right and sum: a multiple of 8
   */
  multiply(left: number, right: number, sum: number, rows: number, inner: number, columns: number): void {
    this.product(left * 4, right * 4, sum * 4, rows, inner, columns)
  }

  /** Writes a matrix in panels. @param inner its rows, those that it lacks being nought. */
  pack(from: number, rows: number, columns: number, to: number, inner = rows): void {
    const { numbers } = this
    for (let panel = 0; panel < columns; panel += PANEL) {
      let at = to + panel * inner
      for (let i = 0; i < rows; i++)
        for (let j = 0; j < PANEL; j++) numbers[at++] = numbers[from + i * columns + panel + j]!
      numbers.fill(0, at, at + (inner - rows) * PANEL)
    }
  }

  /** Writes a matrix in panels with rows for columns; it has a multiple of eight rows. */
  packTurned(from: number, rows: number, columns: number, to: number): void {
    const { numbers } = this
    for (let panel = 0; panel < rows; panel += PANEL)
      for (let j = 0; j < PANEL; j++) {
        const row = from + (panel + j) * columns
        const at = to + panel * columns + j
        for (let i = 0; i < columns; i++) numbers[at + i * PANEL] = numbers[row + i]!
      }
  }

  /** Writes a matrix with rows for columns, each filled up with noughts to `length`. */
  turn(from: number, rows: number, columns: number, to: number, length: number): void {
    const { numbers } = this
    for (let j = 0; j < columns; j++) numbers.fill(0, to + j * length + rows, to + (j + 1) * length)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++) numbers[to + j * length + i] = numbers[from + i * columns + j]!
  }

  /** Writes one row so many times. */
  repeat(row: number, columns: number, to: number, times: number): void {
    for (let i = 0; i < times; i++) this.numbers.copyWithin(to + i * columns, row, row + columns)
  }

  clear(at: number, count: number): void {
    this.numbers.fill(0, at, at + count)
  }
}
