import { expect, it } from "vitest"
import { Matrices } from "../../src/network/matrices.ts"
import { chance } from "../../training/chance.ts"

const next = chance(1)
const numbers = (count: number) => Array.from({ length: count }, () => next() - 0.5)

it.each([
  [1, 4, 8],
  [3, 8, 8],
  [4, 12, 24],
  [11, 20, 16],
])("a product of %i × %i by %i columns is what plain sums give, added to what was there", (rows, inner, columns) => {
  const matrices = new Matrices(10_000)
  const [left, right, sum] = [numbers(rows * inner), numbers(inner * columns), numbers(rows * columns)]
  const [leftAt, rightAt, sumAt, panels] = [
    matrices.place(left.length),
    matrices.place(right.length),
    matrices.place(sum.length),
    matrices.place(right.length),
  ]
  matrices.numbers.set(left, leftAt)
  matrices.numbers.set(right, rightAt)
  matrices.numbers.set(sum, sumAt)
  matrices.pack(rightAt, inner, columns, panels)
  matrices.multiply(leftAt, panels, sumAt, rows, inner, columns)
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) {
      let expected = sum[i * columns + j]!
      for (let k = 0; k < inner; k++) expected += left[i * inner + k]! * right[k * columns + j]!
      expect(matrices.numbers[sumAt + i * columns + j]).toBeCloseTo(expected, 5)
    }
})

it("a matrix packed with rows for columns is the same as one turned and then packed", () => {
  const matrices = new Matrices(10_000)
  const [rows, columns] = [16, 12]
  const at = matrices.place(rows * columns)
  matrices.numbers.set(numbers(rows * columns), at)
  const [turned, once, twice] = [1, 2, 3].map(() => matrices.place(rows * columns)) as [number, number, number]
  matrices.packTurned(at, rows, columns, once)
  matrices.turn(at, rows, columns, turned, rows)
  matrices.pack(turned, columns, rows, twice)
  const read = (from: number) => [...matrices.numbers.subarray(from, from + rows * columns)]
  expect(read(once)).toEqual(read(twice))
})
