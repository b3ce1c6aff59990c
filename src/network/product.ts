/**
 * The product of two matrices as a WebAssembly module, put together here byte by byte: the one loop in which the
 * parser spends its time, and four numbers at once is what JavaScript cannot say. Opcodes are those of the
 * WebAssembly specification 3.0 (fixed-width vector instructions).
 */

const [I32, V128] = [0x7f, 0x7b]

/** A whole number in seven bits a byte, low first (LEB128), without a sign and with one. */
const plain = (n: number): number[] => (n < 128 ? [n] : [(n & 127) | 128, ...plain(n >>> 7)])
const signed = (n: number): number[] => (n >= -64 && n < 64 ? [n & 127] : [(n & 127) | 128, ...signed(n >> 7)])

const get = (local: number) => [0x20, ...plain(local)]
const set = (local: number) => [0x21, ...plain(local)]
const constant = (n: number) => [0x41, ...signed(n)]
const ADD = [0x6a]
const SUBTRACT = [0x6b]
const TIMES = [0x6c]
const SHIFT_LEFT = [0x74]
const LESS = [0x49]
const LESS_OR_EQUAL = [0x4d]
const NOT = [0x45]
const END = [0x0b]
const block = (body: number[]) => [0x02, 0x40, ...body, ...END]
const loop = (body: number[]) => [0x03, 0x40, ...body, ...END]
const leave = (depth: number) => [0x0c, depth]
const leaveIf = (depth: number) => [0x0d, depth]
/** Four numbers at an address and `offset` bytes; one number four times over; four numbers stored. */
const load = (offset: number) => [0xfd, 0x00, 0x02, ...plain(offset)]
const spread = (offset: number) => [0xfd, 0x09, 0x02, ...plain(offset)]
const store = (offset: number) => [0xfd, 0x0b, 0x02, ...plain(offset)]
/** Of four numbers each. Not the relaxed instruction that does both at once: it rounds as the processor likes, and one text should give one record everywhere. */
const MULTIPLY = [0xfd, 0xe6, 0x01]
const ADD_FOUR = [0xfd, 0xe4, 0x01]

/** Columns of one panel of the right matrix: two vectors of four. */
export const PANEL = 8
/** Rows of the left matrix that are worked on together, so that what was fetched of a panel serves them all. */
const TOGETHER = 4
/** Steps along the inner side in one turn of the loop. */
const STEPS = 4

/** Parameters: addresses in bytes of left, right and sum, then rows, inner side and columns. */
const [LEFT, RIGHT, SUM, ROWS, INNER, COLUMNS] = [0, 1, 2, 3, 4, 5]
/** Locals: where in the product we are, bytes of a row of left and of sum, and addresses. */
const [COLUMN, ROW, LEFT_ROW, SUM_ROW, PANEL_AT, SUM_AT, PANEL_END, LEFT_AT] = [6, 7, 8, 9, 10, 11, 12, 13]
const FIRST_VECTOR = LEFT_AT + TOGETHER
const total = (row: number, half: number) => FIRST_VECTOR + row * 2 + half
const NEAR = FIRST_VECTOR + TOGETHER * 2
const FAR = NEAR + 1
const FACTOR = NEAR + 2

/** Some rows of the left matrix times one panel of the right. */
function tile(rows: number): number[] {
  const each = (code: (row: number) => number[]) => Array.from({ length: rows }, (_, row) => code(row)).flat()
  const backwards = (code: (row: number) => number[]) =>
    Array.from({ length: rows }, (_, k) => code(rows - 1 - k)).flat()
  const nextSum = (row: number) => (row < rows - 1 ? [...get(SUM_AT), ...get(SUM_ROW), ...ADD, ...set(SUM_AT)] : [])
  const lastSum = (row: number) => (row > 0 ? [...get(SUM_AT), ...get(SUM_ROW), ...SUBTRACT, ...set(SUM_AT)] : [])
  const step = (k: number) => [
    ...[...get(PANEL_AT), ...load(k * PANEL * 4), ...set(NEAR)],
    ...[...get(PANEL_AT), ...load(k * PANEL * 4 + 16), ...set(FAR)],
    ...each(row => [
      ...[...get(LEFT_AT + row), ...spread(k * 4), ...set(FACTOR)],
      ...[...get(FACTOR), ...get(NEAR), ...MULTIPLY, ...get(total(row, 0)), ...ADD_FOUR, ...set(total(row, 0))],
      ...[...get(FACTOR), ...get(FAR), ...MULTIPLY, ...get(total(row, 1)), ...ADD_FOUR, ...set(total(row, 1))],
    ]),
  ]
  return [
    ...[...get(LEFT), ...get(ROW), ...get(LEFT_ROW), ...TIMES, ...ADD, ...set(LEFT_AT)],
    ...each(row => (row > 0 ? [...get(LEFT_AT + row - 1), ...get(LEFT_ROW), ...ADD, ...set(LEFT_AT + row)] : [])),
    ...[...get(SUM), ...get(ROW), ...get(SUM_ROW), ...TIMES, ...ADD],
    ...[...get(COLUMN), ...constant(2), ...SHIFT_LEFT, ...ADD, ...set(SUM_AT)],
    ...each(row => [
      ...[...get(SUM_AT), ...load(0), ...set(total(row, 0)), ...get(SUM_AT), ...load(16), ...set(total(row, 1))],
      ...nextSum(row),
    ]),
    ...[...get(RIGHT), ...get(COLUMN), ...get(LEFT_ROW), ...TIMES, ...ADD, ...set(PANEL_AT)],
    ...[...get(PANEL_AT), ...get(LEFT_ROW), ...constant(3), ...SHIFT_LEFT, ...ADD, ...set(PANEL_END)],
    ...loop([
      ...Array.from({ length: STEPS }, (_, k) => step(k)).flat(),
      ...each(row => [...get(LEFT_AT + row), ...constant(STEPS * 4), ...ADD, ...set(LEFT_AT + row)]),
      ...[...get(PANEL_AT), ...constant(STEPS * PANEL * 4), ...ADD, ...set(PANEL_AT)],
      ...[...get(PANEL_AT), ...get(PANEL_END), ...LESS, ...leaveIf(0)],
    ]),
    ...backwards(row => [
      ...[...get(SUM_AT), ...get(total(row, 0)), ...store(0), ...get(SUM_AT), ...get(total(row, 1)), ...store(16)],
      ...lastSum(row),
    ]),
    ...[...get(ROW), ...constant(rows), ...ADD, ...set(ROW)],
  ]
}

/** Tiles of so many rows, as long as there are as many. */
const tiles = (rows: number) =>
  block(
    loop([
      ...[...get(ROW), ...constant(rows), ...ADD, ...get(ROWS), ...LESS_OR_EQUAL, ...NOT, ...leaveIf(1)],
      ...[...tile(rows), ...leave(0)],
    ]),
  )

const CODE = [
  ...[...get(INNER), ...constant(2), ...SHIFT_LEFT, ...set(LEFT_ROW)],
  ...[...get(COLUMNS), ...constant(2), ...SHIFT_LEFT, ...set(SUM_ROW)],
  ...block(
    loop([
      ...[...get(COLUMN), ...get(COLUMNS), ...LESS, ...NOT, ...leaveIf(1)],
      ...[...constant(0), ...set(ROW), ...tiles(TOGETHER), ...tiles(1)],
      ...[...get(COLUMN), ...constant(PANEL), ...ADD, ...set(COLUMN), ...leave(0)],
    ]),
  ),
  ...END,
]

const named = (text: string) => [text.length, ...Buffer.from(text)]
const section = (kind: number, body: number[]) => [kind, ...plain(body.length), ...body]
const LOCALS = [2, ...plain(LEFT_AT + TOGETHER - COLUMN), I32, ...plain(FACTOR + 1 - FIRST_VECTOR), V128]

/** The module: imports a memory as `shared.memory` and exports `multiply`. */
const MODULE = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, [1, 0x60, 6, I32, I32, I32, I32, I32, I32, 0]),
  ...section(2, [1, ...named("shared"), ...named("memory"), 2, 0, 1]),
  ...section(3, [1, 0]),
  ...section(7, [1, ...named("multiply"), 0, 0]),
  ...section(10, [1, ...plain(LOCALS.length + CODE.length), ...LOCALS, ...CODE]),
])

/** Adds left · right to sum; addresses in bytes. */
export type Product = (left: number, right: number, sum: number, rows: number, inner: number, columns: number) => void

/** The product over a memory. */
export function product(memory: WebAssembly.Memory): Product {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(MODULE), { shared: { memory } })
  return exports.multiply as Product
}
