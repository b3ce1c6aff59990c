import { documentFrom } from "./documentShape.ts"
import type { Source } from "./source.ts"

/** "---", lines of "key: value", "---": what a plain text says about itself before it begins. */
const FRONT_MATTER = /^---\r?\n((?:[a-z]+:[^\n]*\n)+)---\r?\n(?:\r?\n)?/

/** Plain text, one document a file; the text is everything after the front matter, if there is one. */
export const plainText: Source = {
  name: "text",
  means: "plain text, one document a file; --date, --zone, --outlet or front matter say what it lacks",
  recognises: () => true,
  async *read(file, given) {
    const whole = await file.text()
    if (!whole.trim()) {
      yield { unread: { file: file.name, reason: "the file is empty" } }
      return
    }
    const front = FRONT_MATTER.exec(whole)
    const said = (front?.[1] ?? "").split("\n").flatMap(line => {
      const at = line.indexOf(":")
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1).trim()] as const]
    })
    yield documentFrom({ ...Object.fromEntries(said), text: whole.slice(front?.[0].length ?? 0) }, given, file.name)
  },
}
