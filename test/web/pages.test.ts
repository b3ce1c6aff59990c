import type { Browser, Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { buildPages } from "../../scripts/build-pages.mjs"
import { type Serving, serve } from "../../src/api/server.ts"
import type { Record } from "../../src/record/index.ts"
import { newsroom, OLDER, READOUT, WIRE } from "../api/newsroom.ts"
import { openBrowser } from "./browser.ts"

let browser: Browser
let record: Record
let site: Serving
let page: Page
const troubles: string[] = []

beforeAll(async () => {
  await buildPages()
  record = await newsroom()
  site = await serve({ record, port: 0 })
  browser = await openBrowser()
  // Building the pages and unpacking a browser take seconds, and longer on a busy machine.
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await record?.close()
})

const WIDE = { width: 1280, height: 900 }
async function open(path: string, viewport = WIDE) {
  page = await browser.newPage({ viewport })
  page.on("console", message => message.type() === "error" && troubles.push(message.text()))
  page.on("pageerror", error => troubles.push(error.message))
  page.on("request", request => {
    if (!request.url().startsWith(site.url)) troubles.push(`asked elsewhere: ${request.url()}`)
  })
  await page.goto(new URL(path, site.url).href)
  await page.locator("h1").waitFor({ state: "attached" })
  await page.waitForFunction(() => !document.querySelector("[data-coming], .waiting"))
}
beforeEach(() => {
  troubles.length = 0
})
afterEach(async () => {
  await page.close()
  expect(troubles).toEqual([])
})

const documentPath = (id: string, query = "") => `/documents/${encodeURIComponent(id)}${query}`
const query = () => new URL(page.url()).searchParams

describe("the chronology", () => {
  it("shows who did what to whom by days, what is only hoped for apart, and the words", async () => {
    await open("/")
    await page.locator(".row").nth(5).waitFor()
    const days = await page.locator(".day h2").allInnerTexts()
    expect(days.map(d => d.replace(/\s+/g, " "))).toEqual([
      "Saturday 2 November 2030",
      "Sunday 2 March 2031",
      "Tuesday 4 March 2031",
      "April 2031",
    ])
    expect(await page.locator(".lane:not(.open) .headline").allInnerTexts()).toContain(
      "Ahn Sorin KOR condemned North Korea",
    )
    expect(await page.locator(".lane.open .headline").allInnerTexts()).toEqual([
      "North Korea and Ahn Sorin KOR to hold talks",
    ])
    expect(await page.locator(".row q").allInnerTexts()).toContain("talks with the North <b>will</b> be held in April")
  })

  it("keeps every filter in the address, and takes it from there", async () => {
    await open("/")
    await page.getByRole("checkbox", { name: /^call/ }).check()
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 2)
    expect(query().getAll("type")).toEqual(["call"])
    await page.getByLabel("From").fill("2031-01-01")
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 1)
    expect(query().get("since")).toBe("2031-01-01")
    await page.reload()
    await page.locator(".row").waitFor()
    expect(await page.locator(".row").count()).toBe(1)
    expect(await page.getByRole("checkbox", { name: /^call/ }).isChecked()).toBe(true)
    await page.goBack()
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 2)
    await page.getByLabel("Actor").fill("PRK")
    await page.keyboard.press("Enter")
    await page.getByText("No event matches these filters").waitFor()
  })

  it("counts days in the zone that is chosen", async () => {
    await open("/?type=launch&zone=America/New_York")
    await page.locator(".row").waitFor()
    expect((await page.locator(".day h2").innerText()).trim()).toBe("1 to 2 March 2031")
  })

  it("draws a timeline whose bars lead to their days, by mouse and by keys, and gives it as a table", async () => {
    await open("/?since=2031-01-01")
    await page.locator(".bar").first().waitFor()
    expect(await page.locator(".bar").count()).toBe(3)
    await page.keyboard.press("t")
    await page.keyboard.press("ArrowRight")
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Tuesday 4 March 2031: 3 events, 0 not (yet) happened",
    )
    await page.getByText("The same as a table").click()
    expect(await page.locator(".figures tbody tr").count()).toBe(3)
    await page.locator(".bar").nth(1).focus()
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => document.querySelectorAll(".row").length === 3)
    expect([query().get("since"), query().get("until")]).toEqual(["2031-03-04", "2031-03-04"])
  })

  it("says where to begin when the record has nothing that matches", async () => {
    await open("/?actor=Nobody")
    await page.getByText("No event matches these filters").waitFor()
  })
})

describe("an event", () => {
  it("shows every document's words, why they are one event, and the look-alike with reasons", async () => {
    await open("/?type=call&since=2031-01-01")
    await page.locator(".headline").click()
    await page.locator(".claim").nth(1).waitFor()
    expect(await page.locator("h1").innerText()).toMatch(
      /Ahn Sorin KOR and Dana Ellery USA spoke by telephone|Dana Ellery USA and Ahn Sorin KOR spoke by telephone/,
    )
    expect(await page.locator(".claim blockquote q").allInnerTexts()).toContain(
      "Secretary of State Dana Ellery spoke today with Foreign Minister Ahn Sorin",
    )
    expect(await page.locator(".claim .tellers").allTextContents()).toContain(
      "told by Hangang Wire ‹ Ministry of Foreign Affairs",
    )
    expect(await page.locator(".lookalikes").innerText()).toContain("Not the same: 122 days apart")
    expect(await page.locator(".reasons").innerText()).toContain("days overlap")
    expect(await page.locator(".flags").innerText()).toContain("headline says less than the text")
    expect(await page.title()).toContain("spoke by telephone · readout")
  })

  it("leads from its words to the place in the document", async () => {
    await open("/?type=launch")
    await page.locator(".quoted a").click()
    await page.locator("mark[data-lit]").first().waitFor()
    const lit = (await page.locator("mark[data-lit]").allTextContents()).join("")
    expect(lit).toBe("North Korea's launch of a ballistic missile on Sunday")
  })
})

describe("a document", () => {
  const text = () => page.locator(".original").evaluate(e => e.textContent)

  it("shows the text as it reached us, to the last unit, whatever is marked in it", async () => {
    await open(documentPath(WIRE.id))
    await page.locator(".original mark").first().waitFor()
    expect(await text()).toBe(WIRE.text)
    await page.locator(".card .choose").first().click()
    await page.getByRole("button", { name: "telephone", exact: true }).click()
    expect(await text()).toBe(WIRE.text)
    const copied = await page.evaluate(() => {
      getSelection()!.selectAllChildren(document.querySelector(".original")!)
      return getSelection()!.toString()
    })
    expect(copied.trimEnd()).toBe(WIRE.text.trimEnd())
  })

  it("survives hostile text: nothing runs, and every unit stays", async () => {
    const hostile =
      "NUL \u0000, half a pair \ud83d, \u202Ebackwards\u202C, عربي 한국어 🚀\r\n<script>throw 1</script>\t&amp;\r"
    await record.keep([{ document: { id: "hostile", text: hostile }, claims: [] }])
    await open("/documents/hostile")
    await page.locator(".original").waitFor()
    expect(JSON.stringify(await text())).toBe(JSON.stringify(hostile))
  })

  it("lights up the words of the value that is clicked", async () => {
    await open(documentPath(WIRE.id))
    await page.locator(".card .choose").first().click()
    await page.getByRole("button", { name: "Dana Ellery USA, Secretary of State" }).click()
    expect(await page.locator("mark[data-lit]").allTextContents()).toEqual(["Dana Ellery"])
    await page.getByRole("button", { name: "Tuesday 4 March 2031" }).click()
    expect(await page.locator("mark[data-lit]").allTextContents()).toEqual(["Tuesday"])
    expect(await page.locator(".cards").innerText()).toContain("latest Tuesday on or before publication")
    await page.keyboard.press("Escape")
    expect(await page.locator("mark[data-lit]").count()).toBe(0)
  })

  it("opens the card of a clicked highlight; where two overlap, the shorter first and the other next", async () => {
    await open(documentPath(WIRE.id))
    const inner = page.locator("mark", { hasText: "launch of a ballistic missile" })
    await inner.click()
    const chosen = page.locator(".card[data-open]")
    await chosen.waitFor()
    expect(await chosen.locator(".sentence").innerText()).toBe("North Korea carried out a launch or test")
    await inner.click()
    await page.waitForFunction(() => document.querySelector(".card[data-open]")?.textContent?.includes("condemned"))
    expect(query().get("claim")).toContain("#condemn-")
    expect((await page.locator("mark[data-chosen]").allTextContents()).join("")).toBe(
      "Ahn condemned North Korea's launch of a ballistic missile on Sunday",
    )
  })

  it("is worked by keys alone", async () => {
    await open(documentPath(READOUT.id))
    await page.locator(".card").first().waitFor()
    await page.keyboard.press("j")
    await page.keyboard.press("j")
    await page.keyboard.press("Enter")
    await page.locator(".card[data-open] .value").first().waitFor()
    expect(await page.locator(".card[data-open] .sentence").innerText()).toContain("expressed support for South Korea")
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    expect(await page.locator("mark[data-lit]").count()).toBeGreaterThan(0)
  })

  it("is found in the list of documents by its words", async () => {
    await open("/documents")
    await page.getByRole("link", { name: WIRE.title! }).waitFor()
    await page.keyboard.press("/")
    await page.keyboard.type("trade")
    await page.keyboard.press("Enter")
    await page.waitForFunction(() => document.querySelectorAll("tbody tr").length === 1)
    await page.getByRole("link", { name: OLDER.title! }).click()
    await page.locator(".original").waitFor()
    expect(await text()).toBe(OLDER.text)
  })
})

describe("across documents", () => {
  it("a document names the others of its story, and how they stand to it", async () => {
    await open(documentPath(READOUT.id))
    await page.getByText("1 other document of the same story").click()
    const kin = page.locator(".kin li")
    expect(await kin.innerText()).toContain("This document quotes or retells stretches of that one.")
    await kin.getByRole("link", { name: "side by side" }).click()
    await page.locator(".story").waitFor()
    expect(await page.locator(".story").innerText()).toContain("The first quotes or retells stretches of the second.")
  })

  it("two documents are chosen and stand side by side, with their words and what to know before", async () => {
    await open(documentPath(WIRE.id))
    await page.getByRole("link", { name: "compare with another" }).click()
    await page.getByLabel("Compare it with").fill("reaffirmed")
    await page.waitForFunction(() => document.querySelectorAll(".choices li").length === 1)
    await page.locator(".choices a").click()
    await page.locator(".point").first().waitFor()
    expect(await page.locator(".doc-title").allInnerTexts()).toEqual([WIRE.title, READOUT.title])
    expect(await page.locator(".point .difference b").allInnerTexts()).toEqual(["only first", "only second"])
    expect(await page.locator(".flags").innerText()).toContain("perspective")
    await page.keyboard.press("s")
    await page.waitForFunction(title => document.querySelector(".doc-title")?.textContent === title, READOUT.title)
    await page.locator(".point a.words").first().click()
    await page.locator("mark[data-lit]").first().waitFor()
  })

  it("an actor's positions stand in order, each with its quote; silence is shown on demand", async () => {
    await open("/positions")
    await page.getByLabel("Actor").fill("KOR:Ahn Sorin")
    await page.keyboard.press("Enter")
    await page.locator(".course").first().waitFor()
    expect(await page.locator(".course q").allInnerTexts()).toEqual([
      "Ahn condemned North Korea's launch of a ballistic missile on Sunday",
    ])
    expect(query().get("actor")).toBe("KOR:Ahn Sorin")
  })

  it("the launch ledger sets a count that is claimed against the record's own", async () => {
    await open("/launches")
    await page.locator(".ledger tbody tr").waitFor()
    const line = await page.locator(".ledger tbody tr").innerText()
    expect(line).toContain("Sunday 2 March 2031")
    expect(line).toContain("1 Mar, 15:00 to 2 Mar, 15:00 UTC")
    expect(line).toContain("Roh Mina counts 3 (launch); the record holds 1")
  })
})

describe("the review", () => {
  it("shows why something asks for a second look, its words, and the commands that settle it", async () => {
    await open("/review")
    const doubt = page.locator(".doubt").filter({ hasText: "headline says less than the text" })
    await doubt.waitFor()
    await doubt.getByText("Settle it").click()
    expect(await doubt.locator("code").allInnerTexts()).toContainEqual(
      expect.stringMatching(/^readout correct accept '.+#\w+-\d+'$/),
    )
    await page.getByRole("link", { name: /^warnings 1$/ }).click()
    await page.waitForFunction(() => document.querySelectorAll(".doubt").length === 1)
    expect(query().get("kind")).toBe("warning")
    await doubt.locator(".headline").click()
    await page.locator(".claim").first().waitFor()
  })
})

describe("registers", () => {
  it("are listed, and each shows its events in its own columns", async () => {
    await open("/registers")
    await page.getByRole("link", { name: "Calls, meetings, talks and visits" }).click()
    await page.locator(".register tbody tr").first().waitFor()
    expect(await page.locator(".register tbody tr").count()).toBe(3)
    expect(await page.locator(".register q").allInnerTexts()).toContain(
      "talks with the North <b>will</b> be held in April",
    )
    await page.locator(".register th a").first().click()
    await page.locator(".claim").first().waitFor()
  })

  it("everything that matches can be taken along", async () => {
    await open("/?type=call")
    const waiting = page.waitForEvent("download")
    await page.getByRole("link", { name: "CSV" }).click()
    expect((await waiting).suggestedFilename()).toBe("readout.csv")
    expect((await waiting).url()).toContain("type=call")
  })
})

describe("everywhere", () => {
  it("lists the keys at “?”, and lets single keys be turned off", async () => {
    await open("/")
    await page.locator(".row").first().waitFor()
    await page.keyboard.press("?")
    const dialog = page.getByRole("dialog", { name: "Keys" })
    await dialog.waitFor()
    expect(await dialog.innerText()).toContain("Next event")
    await dialog.getByRole("checkbox").uncheck()
    await page.keyboard.press("Escape")
    await page.keyboard.press("j")
    expect(await page.evaluate(() => document.activeElement?.className)).not.toContain("headline")
  })

  it("begins each page at its top, tells a screen reader of it, and leads back to where one was", async () => {
    await open("/", { width: 700, height: 400 })
    const link = page.locator(".headline").last()
    await link.scrollIntoViewIfNeeded()
    const left = await page.evaluate(() => scrollY)
    expect(left).toBeGreaterThan(300)
    await link.click()
    await page.locator(".claim").first().waitFor()
    expect(await page.evaluate(() => [scrollY, document.activeElement?.id])).toEqual([0, "main"])
    await page.goBack()
    await page.waitForFunction(y => Math.abs(scrollY - y) < 3, left)
  })

  it("says so where an address leads nowhere or the record has no such thing", async () => {
    await open("/nowhere")
    expect(await page.locator("main").innerText()).toContain("leads nowhere")
  })

  const pages = [
    "/",
    "/documents",
    documentPath(WIRE.id, `?claim=${encodeURIComponent(`${WIRE.id}#call-54`)}`),
    `/compare?a=${encodeURIComponent(WIRE.id)}&b=${READOUT.id}`,
    "/positions?actor=KOR",
    "/launches",
    "/registers/calls-and-meetings",
    "/review",
  ]
  for (const [name, viewport] of [
    ["a desk", WIDE],
    ["a telephone", { width: 320, height: 640 }],
  ] as const)
    it(`nothing runs over the edge on ${name}, and names, labels and contrast hold in light and dark`, async () => {
      for (const [i, path] of pages.entries()) {
        await open(path, viewport)
        await page.waitForFunction(() => document.fonts.status === "loaded")
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), path).toBeLessThanOrEqual(
          0,
        )
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme })
          expect(await page.evaluate(faults), `${path}, ${colorScheme}`).toEqual([])
        }
        if (i < pages.length - 1) await page.close()
      }
    })
})

/**
 * What a page lacks of WCAG 2.2 AA, as far as it can be measured from inside: names of controls (4.1.2), one main landmark and
 * first heading (1.3.1), language (3.1.1), ids used once, text contrast of 4.5:1, or 3:1 for large text (1.4.3), and targets of
 * 24 px unless they stand in a line of text (2.5.8).
 */
function faults(): string[] {
  const found: string[] = []
  const visible = (e: Element) => e.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const nameOf = (e: Element) =>
    e.getAttribute("aria-label") || e.textContent?.trim() || (e as HTMLInputElement).labels?.[0]?.textContent?.trim()
  for (const control of document.querySelectorAll("a[href], button, input, select, summary"))
    if (visible(control) && !nameOf(control)) found.push(`no name: ${control.outerHTML.slice(0, 90)}`)
  if (document.querySelectorAll("main").length !== 1) found.push("not one main landmark")
  if (document.querySelectorAll("h1").length !== 1) found.push("not one first heading")
  if (!document.documentElement.lang) found.push("no language")
  const ids = [...document.querySelectorAll("[id]")].map(e => e.id)
  for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) found.push(`id twice: ${id}`)

  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true })!
  const rgba = (color: string): [number, number, number, number] => {
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = color
    canvas.fillRect(0, 0, 1, 1)
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data
    return [r!, g!, b!, a! / 255]
  }
  const behind = (e: Element | null): [number, number, number] => {
    if (!e) return [255, 255, 255]
    const [r, g, b, a] = rgba(getComputedStyle(e).backgroundColor)
    if (a >= 0.99) return [r, g, b]
    const under = behind(e.parentElement)
    return [r * a + under[0] * (1 - a), g * a + under[1] * (1 - a), b * a + under[2] * (1 - a)]
  }
  const light = (rgb: readonly number[]) =>
    [0.2126, 0.7152, 0.0722].reduce((sum, weight, i) => {
      const c = rgb[i]! / 255
      return sum + weight * (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    }, 0)
  for (const e of document.querySelectorAll("body *")) {
    const own = [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.textContent?.trim())
    if (!own || !visible(e) || e.closest(".visually-hidden, svg, .skip, option, dialog")) continue
    const style = getComputedStyle(e)
    const [x, y] = [light(rgba(style.color)), light(behind(e))]
    const contrast = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
    const size = Number.parseFloat(style.fontSize)
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700)
    if (contrast < (large ? 3 : 4.5))
      found.push(
        `contrast ${contrast.toFixed(2)}: <${e.tagName.toLowerCase()} class="${e.className}"> ${e.textContent?.slice(0, 30)}`,
      )
  }
  for (const target of document.querySelectorAll(
    "button, select, summary, input:not([type=checkbox]), label.check, nav a",
  )) {
    const { width, height } = target.getBoundingClientRect()
    if (visible(target) && target.closest("svg, dialog") === null && (width < 24 || height < 24))
      found.push(`target ${Math.round(width)}×${Math.round(height)}: ${target.outerHTML.slice(0, 90)}`)
  }
  return [...new Set(found)]
}
