import type { SentenceNetwork } from "../src/network/sentenceNetwork.ts"

/**
 * A network and its vectors in bytes, as the parts that `Parser.unpack` reads: weights in two bytes, each matrix by its
 * own measure, vectors in one, each row by its own.
 * @param words that have a vector of their own
 * @param vectors where the first row stands
 * @param rows of vectors
 */
export function packNetwork(network: SentenceNetwork, words: Int32Array, vectors: number, rows: number) {
  const { matrices, weights, shape } = network
  const { numbers } = matrices
  const { width } = shape
  const dense = new DataView(new ArrayBuffer(weights.reduce((sum, w) => sum + 4 + 2 * w.rows * w.columns, 0)))
  let to = 0
  for (const { at, rows, columns } of weights) {
    const scale = largest(numbers, at, rows * columns) / 32767
    dense.setFloat32(to, scale, true)
    to += 4
    for (let i = 0; i < rows * columns; i++, to += 2)
      dense.setInt16(to, Math.round(numbers[at + i]! / (scale || 1)), true)
  }
  const bytes = new Int8Array(rows * width)
  const scales = new Float32Array(rows)
  for (let row = 0; row < rows; row++) {
    const at = vectors + row * width
    const scale = largest(numbers, at, width) / 127
    scales[row] = scale
    for (let j = 0; j < width; j++) bytes[row * width + j] = Math.round(numbers[at + j]! / (scale || 1))
  }
  return new Map([
    ["tree.shape", new TextEncoder().encode(JSON.stringify(shape))],
    ["tree.words", new Uint8Array(words.buffer)],
    ["tree.vectors", new Uint8Array(bytes.buffer)],
    ["tree.scales", new Uint8Array(scales.buffer)],
    ["tree.weights", new Uint8Array(dense.buffer)],
  ])
}

function largest(numbers: Float32Array, at: number, count: number): number {
  let most = 0
  for (let i = at; i < at + count; i++) most = Math.max(most, Math.abs(numbers[i]!))
  return most
}
