/** node test/record/adder.ts RECORD NAME N: a process of its own that keeps N documents, for tests of several writers. */
import { openRecord } from "../../src/record/index.ts"
import { telling } from "./tellings.ts"

const [path, name, count] = process.argv.slice(2)
const record = await openRecord(path!, { create: true })
for (let i = 0; i < Number(count); i++) {
  await record.keep([telling(`${name}${i}`, [{ participants: ["USA", "KOR:Park Jin"] }])])
  console.log(`${name}${i}`)
}
await record.close()
