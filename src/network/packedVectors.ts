import type { Vectors } from "./sentenceNetwork.ts"

/** Vectors kept as bytes, each row by its own measure. */
export class PackedVectors implements Vectors {
  private readonly width: number
  private readonly bytes: Int8Array
  private readonly scales: Float32Array

  constructor(width: number, bytes: Int8Array, scales: Float32Array) {
    this.width = width
    this.bytes = bytes
    this.scales = scales
  }

  add(row: number, numbers: Float32Array, at: number): void {
    const { width, bytes } = this
    const scale = this.scales[row]!
    const from = row * width
    for (let j = 0; j < width; j++) numbers[at + j]! += scale * bytes[from + j]!
  }
}
