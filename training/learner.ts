import { constants, zstdCompressSync } from "node:zlib"
import { FeatureList, folded, type LinearModel } from "../src/text/features.ts"

const CHUNK = 1 << 14
const MET = 1 << 24
/** Steps between nothing and the size of weight that only one in ten thousand exceeds: fewer steps, smaller files. */
const LEVELS = 80

/** An averaged perceptron over hashed features (Collins 2002); weights are whole numbers while it learns. */
export class Learner implements LinearModel {
  readonly classes: number
  /** Feature and one more than its row, side by side; a row of 0 marks a free place. */
  private slots = new Int32Array(2 << 16)
  private mask = (1 << 16) - 1
  private count = 0
  private readonly now: Int16Array[] = []
  private readonly sums: Float32Array[] = []
  /** How many decisions were made: what averages are taken over. */
  private time = 0

  private readonly patience: number
  private readonly met = new Uint8Array(MET)
  /** Rows of the features being scored. */
  private readonly found = new Int32Array(FeatureList.MOST)
  /** Keeps the fetching of places from being taken for idle. */
  protected touched = 0

  /** @param patience in how many mistakes a feature must take part before it is given weights. */
  constructor(classes: number, patience = 2) {
    this.classes = classes
    this.patience = patience
  }

  score(list: FeatureList, scores: Int32Array): void {
    scores.fill(0)
    const { classes, found, slots, mask } = this
    // Touches every place first: the processor fetches them side by side, which it cannot while it searches them.
    let touched = 0
    for (let i = 0; i < list.length; i++) touched ^= slots[(folded(list.items[i]!) & mask) * 2]!
    this.touched = touched
    for (let i = 0; i < list.length; i++) found[i] = this.rowOf(folded(list.items[i]!))
    for (let i = 0; i < list.length; i++) {
      const row = found[i]!
      if (row < 0) continue
      const weights = this.now[row >> 14]!
      const start = (row & (CHUNK - 1)) * classes
      for (let c = 0; c < classes; c++) scores[c]! += weights[start + c]!
    }
  }

  /** One decision has been made; call before `update`. */
  tick(): void {
    this.time += 1
  }

  /** Moves the features from the class that was wrongly chosen to the right one. */
  update(list: FeatureList, right: number, wrong: number): void {
    const { classes, time } = this
    for (let i = 0; i < list.length; i++) {
      const feature = folded(list.items[i]!)
      let row = this.rowOf(feature)
      if (row < 0) {
        if (!this.metBefore(feature)) continue
        row = this.newRow(feature)
      }
      const chunk = row >> 14
      const start = (row & (CHUNK - 1)) * classes
      const weights = this.now[chunk]!
      const sums = this.sums[chunk]!
      weights[start + right]! += 1
      weights[start + wrong]! -= 1
      sums[start + right]! += time
      sums[start + wrong]! -= time
    }
  }

  /**
   * Whether a feature took part in as many mistakes as make it worth a row; notes this one. Two features may share a
   * count, which does little harm.
   */
  private metBefore(feature: number): boolean {
    const place = feature & (MET - 1)
    if (this.met[place]! + 1 >= this.patience) return true
    this.met[place]! += 1
    return false
  }

  private rowOf(feature: number): number {
    const { slots, mask } = this
    let slot = feature & mask
    while (slots[slot * 2 + 1] !== 0) {
      if (slots[slot * 2] === feature) return slots[slot * 2 + 1]! - 1
      slot = (slot + 1) & mask
    }
    return -1
  }

  /** Adds to the weight of one class. */
  add(list: FeatureList, label: number, amount: number): void {
    for (let i = 0; i < list.length; i++) {
      const feature = folded(list.items[i]!)
      let row = this.rowOf(feature)
      if (row < 0) row = this.newRow(feature)
      const at = (row & (CHUNK - 1)) * this.classes + label
      this.now[row >> 14]![at]! += amount
      this.sums[row >> 14]![at]! += amount * this.time
    }
  }

  private newRow(feature: number): number {
    if (this.count * 2 > this.mask) this.grow()
    const row = this.count++
    this.place(feature, row)
    if ((row & (CHUNK - 1)) === 0) {
      this.now.push(new Int16Array(CHUNK * this.classes))
      this.sums.push(new Float32Array(CHUNK * this.classes))
    }
    return row
  }

  private place(feature: number, row: number): void {
    let slot = feature & this.mask
    while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
    this.slots[slot * 2] = feature
    this.slots[slot * 2 + 1] = row + 1
  }

  private grow(): void {
    const { slots } = this
    this.mask = this.mask * 2 + 1
    this.slots = new Int32Array((this.mask + 1) * 2)
    for (let at = 0; at < slots.length; at += 2) if (slots[at + 1] !== 0) this.place(slots[at]!, slots[at + 1]! - 1)
  }

  /**
   * The averaged weights in bytes, as the parts that `unpackWeights` reads.
   * @param least weights of fewer levels than this are dropped: most stem from a single mistake.
   */
  pack(name: string, least: number): Map<string, Uint8Array> {
    const order: { feature: number; row: number }[] = []
    for (let at = 0; at < this.slots.length; at += 2)
      if (this.slots[at + 1] !== 0) order.push({ feature: this.slots[at]!, row: this.slots[at + 1]! - 1 })
    order.sort((a, b) => a.feature - b.feature)
    const scale = LEVELS / this.largest(order.map(o => o.row))
    const steps: number[] = []
    const counts: number[] = []
    const classes: number[] = []
    const weights: number[] = []
    let last = 0
    for (const { feature, row } of order) {
      let kept = 0
      for (let c = 0; c < this.classes; c++) {
        const average = this.average(row, c)
        const byte = Math.max(-127, Math.min(127, Math.round(average * scale)))
        if (byte === 0 || Math.abs(byte) < least) continue
        classes.push(c)
        weights.push(byte & 255)
        kept += 1
      }
      if (kept === 0) continue
      counts.push(kept)
      let step = feature - last
      last = feature
      while (step >= 128) {
        steps.push((step % 128) + 128)
        step = Math.floor(step / 128)
      }
      steps.push(step)
    }
    return new Map([
      [`${name}.features`, Uint8Array.from(steps)],
      [`${name}.counts`, Uint8Array.from(counts)],
      [`${name}.classes`, Uint8Array.from(classes)],
      [`${name}.weights`, Uint8Array.from(weights)],
    ])
  }

  get size(): number {
    return this.count
  }

  private average(row: number, c: number): number {
    const chunk = row >> 14
    const at = (row & (CHUNK - 1)) * this.classes + c
    return this.now[chunk]![at]! - this.sums[chunk]![at]! / this.time
  }

  /** The size of weight that fills a byte: all but the largest one in ten thousand stay below it. */
  private largest(rows: readonly number[]): number {
    const sizes: number[] = []
    for (const row of rows)
      for (let c = 0; c < this.classes; c++) {
        const size = Math.abs(this.average(row, c))
        if (size > 0) sizes.push(size)
      }
    const sorted = Float64Array.from(sizes).sort()
    return sorted[Math.floor((sorted.length - 1) * 0.9999)] ?? 1
  }
}

/** Writes parts as `readParts` reads them. */
export function writeParts(parts: ReadonlyMap<string, Uint8Array>): Buffer {
  const pieces = [...parts].flatMap(([name, bytes]) => [Buffer.from(`${name} ${bytes.length}\n`), Buffer.from(bytes)])
  const all = Buffer.concat(pieces)
  return zstdCompressSync(all, {
    params: { [constants.ZSTD_c_compressionLevel]: 19 },
  })
}
