import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it, vi } from "vitest"
import { main } from "../../src/cli/main.ts"
import { EXPORTS } from "../../src/exports/index.ts"
import { openRecord } from "../../src/record/index.ts"

const PROGRAM = fileURLToPath(new URL("../../bin/readout.js", import.meta.url))
const EXAMPLES = fileURLToPath(new URL("../../examples", import.meta.url))
const folder = mkdtempSync(join(tmpdir(), "readout-cli-"))

const begin = (...args: string[]) => spawn(process.execPath, [PROGRAM, ...args], { stdio: "pipe", cwd: folder })

async function end(child: ChildProcess) {
  const said = { out: "", err: "" }
  child.stdout!.setEncoding("utf8").on("data", text => {
    said.out += text
  })
  child.stderr!.setEncoding("utf8").on("data", text => {
    said.err += text
  })
  const [status] = await once(child, "close")
  return { ...said, status }
}

/** Runs the program within this process, so that its models are loaded once. */
async function readout(...args: string[]) {
  const said = { out: "", err: "" }
  const hear = (key: "out" | "err") => (text: unknown) => {
    said[key] += String(text)
    return true
  }
  const out = vi.spyOn(process.stdout, "write").mockImplementation(hear("out"))
  const err = vi.spyOn(process.stderr, "write").mockImplementation(hear("err"))
  try {
    const status = await main([process.execPath, "readout", ...args])
    return { ...said, status }
  } finally {
    out.mockRestore()
    err.mockRestore()
  }
}

const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August"]
/** A meeting a day, so that no two documents tell of one event. */
const sentence = (i: number) =>
  `On ${1 + (i % 28)} ${MONTHS[Math.floor(i / 28)]} 2021 the foreign minister of Norway met the foreign minister of Chile in Oslo.`
const day = (i: number) =>
  `2021-${String(1 + Math.floor(i / 28)).padStart(2, "0")}-${String(1 + (i % 28)).padStart(2, "0")}`
const line = (i: number) =>
  `${JSON.stringify({ id: `d${i}`, published: day(i), zone: "Europe/Oslo", text: sentence(i) })}\n`

describe("the exit status", () => {
  it("is 0 when all is read", async () => {
    const { status, out, err } = await readout("read", file("good.jsonl", line(1)), "--format", "jsonl")
    expect({ status, err }).toEqual({ status: 0, err: "" })
    const event = JSON.parse(out.split("\n")[0]!)
    expect(event).toMatchObject({ doc: "d1", type: "meeting", status: "happened", date: { value: "2021-01-02" } })
    for (const { from, to, quote } of event.mentions) expect(sentence(1).slice(from, to)).toBe(quote)
  })

  it("is 1 when some documents could not be read; each is named with the reason, and the rest is done", async () => {
    const { status, out, err } = await readout(
      "layers",
      file("some.jsonl", `${line(1)}nonsense\n${line(2)}`),
      "nowhere.txt",
      "--layers",
      "sentences",
    )
    expect(status).toBe(1)
    expect(
      out
        .trim()
        .split("\n")
        .map(l => JSON.parse(l).id),
    ).toEqual(["d1", "d2"])
    expect(err.replaceAll(`${folder}/`, "")).toMatch(
      /^some\.jsonl, line 2: not JSON: .*\nnowhere\.txt: there is no such file\n$/,
    )
  })

  it.each([
    [["read", "x.txt", "--date", "Friday"], "2022-02-04"],
    [["read", "x.txt", "--zone", "Mars/Base"], "Asia/Seoul"],
    [["layers", "x.txt", "--layers", "moods"], "sentences, tokens"],
    [["chronology", "--type", "picnic"], '"picnic" is no event type. Known: call, meeting'],
    [["chronology", "--record", "nowhere"], 'there is no record at nowhere; "readout add FILE…" makes one'],
    [["export", "--format", "stone"], "csv"],
    [["actors", "check", "mine.csv"], "mine.csv: there is no such file"],
    [["actors", "find", "Blinken", "--with", "mine.csv"], "mine.csv: there is no such file"],
    [["fly"], "unknown command 'fly'"],
    [["read"], "missing required argument"],
  ])("is 2 for wrong use, and says what would be right: %j", async (args, hint) => {
    const { status, out, err } = await readout(...args)
    expect({ status, out }).toEqual({ status: 2, out: "" })
    expect(err).toContain(hint)
  })

  it("is 0 for a reader who has seen enough", async () => {
    const child = begin("layers", file("many.jsonl", Array.from({ length: 200 }, (_, i) => line(i)).join("")))
    await once(child.stdout!, "data")
    child.stdout!.destroy()
    const [status] = await once(child, "close")
    expect(status).toBe(0)
  })
})

it("half a date is shown with the days it can mean, and why (T36)", async () => {
  const text =
    "U.S. Secretary of State Antony Blinken and Japanese Foreign Minister Yoshimasa Hayashi spoke by telephone yesterday (25th)."
  const record = join(folder, "half.record")
  const possible = /XXXX-XX-25 {2}call[\s\S]+possible days: 2021-11-25 to 2023-08-25 \(.*Blinken was Secretary of State/
  const given = file("half.txt", text)
  expect((await readout("read", given, "--format", "text")).out).toMatch(possible)
  expect((await readout("add", given, "--record", record)).status).toBe(0)
  expect((await readout("chronology", "--record", record, "--format", "text")).out).toMatch(possible)
})

it("help shows examples for every command", async () => {
  const { out } = await readout("--help")
  const commands = [...out.matchAll(/^ {2}([a-z]+) /gm)].map(m => m[1]!).filter(name => name !== "help")
  expect(commands).toEqual(
    expect.arrayContaining(["start", "read", "layers", "add", "chronology", "why", "export", "serve"]),
  )
  for (const name of commands) expect((await readout(name, "--help")).out, name).toMatch(/Examples:\n {2}\$ readout /)
})

it("a stream gives its first record before its last document is in", async () => {
  const child = begin("read", "-", "--format", "jsonl")
  const done = end(child)
  const first = once(child.stdout!, "data")
  child.stdin!.write(line(1))
  expect(String((await first)[0])).toContain('"doc":"d1"')
  child.stdin!.end(line(2))
  expect((await done).out).toContain('"doc":"d2"')
})

describe("from reports to a chronology", () => {
  it("adds once, lists, explains, and gives away in every format", async () => {
    const record = join(folder, "examples.record")
    const first = await readout("add", EXAMPLES, "--record", record)
    expect(first.err).toBe("")
    expect(first.status).toBe(0)
    const documents = readdirSync(EXAMPLES).length
    expect(first.out).toContain(`${documents} documents added`)
    expect((await readout("add", EXAMPLES, "--record", record)).out).toContain(
      `0 documents added, ${documents} known before; they tell 0 events`,
    )

    const calls = await readout(
      "chronology",
      "--type",
      "call",
      "--actor",
      "Blinken",
      "--format",
      "jsonl",
      "--record",
      record,
    )
    const events = calls.out
      .trim()
      .split("\n")
      .map(l => JSON.parse(l))
    expect(new Set(events.map(e => e.type))).toEqual(new Set(["call"]))
    const texts = new Map(
      readdirSync(EXAMPLES).map(name => [
        name.replace(".txt", ""),
        readFileSync(join(EXAMPLES, name), "utf8").replace(/^---\n[\s\S]*?\n---\n\n/, ""),
      ]),
    )
    for (const { clearest, mentions } of events)
      for (const { from, to, quote } of mentions) expect(texts.get(clearest)!.slice(from, to)).toBe(quote)

    const text = await readout("chronology", "--type", "call", "--limit", "1", "--record", record)
    const id = /^ {12}(event-[\da-f]{10})$/m.exec(text.out)![1]!
    expect((await readout("why", id, "--record", record)).out).toContain("Claims (")
    expect((await readout("why", "event-0000000000", "--record", record)).status).toBe(2)

    for (const { name } of EXPORTS) {
      const { status, err } = await readout(
        "export",
        "--format",
        name,
        "--output",
        join(folder, `record.${name}`),
        "--record",
        record,
      )
      expect({ name, status, err }).toEqual({ name, status: 0, err: "" })
      expect(existsSync(join(folder, `record.${name}`))).toBe(true)
    }
  })
})

it("a killed process loses nothing that it named as kept", async () => {
  const record = join(folder, "killed")
  const lines = Array.from({ length: 200 }, (_, i) => line(i))
  const all = file("all.jsonl", lines.join(""))
  let held = 0
  for (const moment of [3, 20]) {
    // The input stays open, so that a busy machine cannot let the program end before it is killed.
    const child = begin("add", "-", "--record", record)
    child.stdin!.on("error", () => {}).write(lines.slice(0, 150).join(""))
    const named: string[] = []
    let rest = ""
    child.stdout!.setEncoding("utf8").on("data", (text: string) => {
      const told = (rest + text).split("\n")
      rest = told.pop()!
      named.push(...told.flatMap(l => /^kept (d\d+):/.exec(l)?.[1] ?? []))
      if (named.length >= moment) child.kill("SIGKILL")
    })
    const [, signal] = await once(child, "close")
    expect(signal).toBe("SIGKILL")
    const found = await openRecord(record)
    for (const id of named) expect((await found.document(id))?.claims.length, id).toBeGreaterThan(0)
    held = (await found.documents(undefined, { limit: 1, offset: 0 })).total
    await found.close()
    expect(held).toBeGreaterThanOrEqual(named.length)
    expect(held).toBeLessThan(200)
  }
  // The same command takes the work up where it stood.
  const { out, status } = await readout("add", all, "--record", record)
  expect(status).toBe(0)
  expect(out).toContain(`${200 - held} documents added, ${held} known before`)
})
