import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, it } from "vitest"

const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".md"))
    .map(name => join("docs", name)),
]

describe.each(PAGES)("%s", page => {
  const text = readFileSync(page, "utf8")

  it("has links that lead somewhere", () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(match => match[1]!)
    expect(links.filter(link => !existsSync(join(dirname(page), link)))).toEqual([])
  })

  it("names files that are there", () => {
    const named = [...text.matchAll(/`((?:src|test|docs|scripts|bench|examples|bin)\/[\w./-]+)`/g)].map(
      match => match[1]!,
    )
    expect(named.filter(name => !existsSync(name))).toEqual([])
  })

  it("names npm scripts that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8"))
    const run = [...text.matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(match => match[1]!)
    expect(run.filter(name => !(name in scripts))).toEqual([])
  })
})

it("every sample report says that it was written for this project, and when and where it was published", () => {
  const reports = readdirSync("examples")
  expect(reports.length).toBeGreaterThanOrEqual(12)
  for (const name of reports) {
    const text = readFileSync(join("examples", name), "utf8")
    expect(text, name).toContain("note: Written for the readout project")
    expect(text, name).toMatch(/^published: \d{4}-\d{2}-\d{2}$/m)
    expect(text, name).toMatch(/^zone: \w+\/\w+$/m)
  }
})
