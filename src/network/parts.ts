import { readFileSync } from "node:fs"
import { zstdDecompressSync } from "node:zlib"

/** One named part of a weight file. */
export type Parts = ReadonlyMap<string, Uint8Array>

/** Room for the largest file in one piece, so that no second copy is made of it; what is not used of it costs nothing. */
const ROOM = 2 ** 25

/**
 * Reads a weight file: Zstandard over a sequence of parts, each a line `name length` and that many bytes.
 * @throws where the file is missing or cut short.
 */
export function readParts(file: URL | string): Parts {
  const bytes = zstdDecompressSync(readFileSync(file), { chunkSize: ROOM })
  const parts = new Map<string, Uint8Array>()
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at)
    const [name, length] = bytes.toString("utf8", at, end).split(" ")
    const from = end + 1
    at = from + Number(length)
    if (!name || at > bytes.length) throw new Error(`${file} is cut short`)
    parts.set(name, bytes.subarray(from, at))
  }
  return parts
}

/** A part by name. */
export function part(parts: Parts, name: string): Uint8Array {
  const found = parts.get(name)
  if (!found) throw new Error(`weights lack the part "${name}"`)
  return found
}

export const textPart = (parts: Parts, name: string): string => Buffer.from(part(parts, name)).toString("utf8")

/** The bytes of a part by themselves. */
export const ownBytes = (parts: Parts, name: string): ArrayBuffer => new Uint8Array(part(parts, name)).buffer
