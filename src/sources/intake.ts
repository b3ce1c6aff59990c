import { createReadStream } from "node:fs"
import { basename } from "node:path"

/** How much of a file is looked at to recognise its format, in bytes. */
const OPENING = 65_536

/** A file or stream on its way in. */
export interface Intake {
  /** As the user named it, for messages: a path, or "standard input". */
  readonly name: string
  /** Its beginning: at least a whole line, where the file has one within 64 kB. */
  readonly opening: string
  /** The whole text from its beginning, piece by piece. Can be asked for once. */
  pieces(): AsyncIterable<string>
  /** The whole text at once. */
  text(): Promise<string>
}

/** The byte order mark first, then what an HTML or XML file says of itself, else UTF-8. */
function encoding(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le"
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be"
  const head = Buffer.from(bytes.subarray(0, 1024)).toString("latin1")
  const said = /^\s*<[\s\S]*?(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]
  try {
    return new TextDecoder(said ?? "utf-8").encoding
  } catch {
    return "utf-8"
  }
}

/** Opens a stream of bytes far enough to recognise what it holds. */
export async function intake(name: string, bytes: AsyncIterable<Uint8Array>): Promise<Intake> {
  const stream = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let length = 0
  let ended = false
  while (length < OPENING) {
    const next = await stream.next()
    if (next.done) {
      ended = true
      break
    }
    first.push(next.value)
    length += next.value.length
    // A whole line is enough, so that the first document of a slow stream need not wait for the next.
    if (next.value.includes(10)) break
  }
  const begun = Buffer.concat(first)
  const decoder = new TextDecoder(encoding(begun))
  const opening = decoder.decode(begun, { stream: !ended })
  async function* pieces() {
    yield opening
    if (ended) return
    for (let next = await stream.next(); !next.done; next = await stream.next())
      yield decoder.decode(next.value, { stream: true })
    yield decoder.decode()
  }
  return {
    name,
    opening,
    pieces,
    async text() {
      const all: string[] = []
      for await (const piece of pieces()) all.push(piece)
      return all.join("")
    },
  }
}

/** Opens a file; "-" is standard input. Throws what the file system says where it cannot be opened. */
export const open = (path: string): Promise<Intake> =>
  path === "-" ? intake("standard input", process.stdin) : intake(path, createReadStream(path))

/** The last part of the name, for recognising an extension. */
export const ending = (file: Intake): string => /\.([^.]+)$/.exec(basename(file.name))?.[1]?.toLowerCase() ?? ""
