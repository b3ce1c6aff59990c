import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { pageText } from "../../src/sources/html.ts"
import { documents, type Found, type Given, told } from "../../src/sources/index.ts"
import { intake } from "../../src/sources/intake.ts"
import { lines } from "../../src/sources/lines.ts"

const folder = mkdtempSync(join(tmpdir(), "readout-sources-"))

/** Writes a file and reads it as readout does. */
async function reading(name: string, content: string | Uint8Array, given?: Given): Promise<Found[]> {
  const path = join(folder, name)
  writeFileSync(path, content)
  return Array.fromAsync(documents([path], given))
}
const only = async (...args: Parameters<typeof reading>) => {
  const [found, ...rest] = await reading(...args)
  expect(rest).toEqual([])
  if (!found || "unread" in found) throw new Error(`not read: ${JSON.stringify(found)}`)
  return found.document
}
const troubles = (found: readonly Found[]) =>
  found.flatMap(f => ("unread" in f ? [told(f.unread).replace(`${folder}/`, "")] : []))

describe("JSON lines", () => {
  it("are read as they are, the text untouched", async () => {
    const text = "  A\tline\r\nand \u0000 a lone \ud83d surrogate, عربي 한국어 😀 "
    const doc = {
      id: "a",
      title: "T",
      published: "2022-02-04T02:14:20Z",
      zone: "Asia/Seoul",
      outlet: "O",
      url: "https://x.test/",
      lang: "en",
      text,
    }
    expect(await only("one.jsonl", `${JSON.stringify(doc)}\n`)).toEqual(doc)
  })

  it("tell file, line and reason of what cannot be read, and go on", async () => {
    const found = await reading(
      "bad.jsonl",
      [
        '{"id":"a","text":"A"}',
        "{oops",
        "",
        '{"id":"b"}',
        '{"id":"c","text":"C","published":"Friday"}',
        '{"id":"d","text":"D","zone":"Mars/Base"}',
        "[1]",
        '{"id":"e","text":"E"}',
      ].join("\n"),
    )
    expect(found.flatMap(f => ("document" in f ? [f.document.id] : []))).toEqual(["a", "e"])
    expect(troubles(found)).toEqual([
      expect.stringMatching(/^bad\.jsonl, line 2: not JSON: /),
      "bad.jsonl, line 4: text is missing",
      "bad.jsonl, line 5: published is not an ISO date or instant, such as 2022-02-04",
      "bad.jsonl, line 6: zone is not an IANA time zone, such as America/New_York",
      "bad.jsonl, line 7: the line is not a JSON object",
    ])
  })

  it("get an id from their content where they have none: the same for the same content, another for another", async () => {
    const [a, b, c] = await reading(
      "ids.jsonl",
      '{"text":"A","published":"2022-02-04"}\n{"text":"A","published":"2022-02-04"}\n{"text":"B"}\n',
    )
    const id = (f: Found | undefined) => (f && "document" in f ? f.document.id : "")
    expect(id(a)).toMatch(/^2022-02-04-[\da-f]{12}$/)
    expect(id(b)).toBe(id(a))
    expect(id(c)).toMatch(/^undated-/)
  })

  it("take what they lack, and nothing more, from what the user says", async () => {
    const doc = await only("given.jsonl", '{"id":"a","text":"A","outlet":"Own"}', {
      published: "2022-02-04",
      outlet: "Other",
    })
    expect(doc).toEqual({ id: "a", text: "A", outlet: "Own", published: "2022-02-04" })
  })

  it("are read while they arrive, and whole, however the stream is cut", async () => {
    const whole = Buffer.from("α\nβγ\n\nδ")
    for (let size = 1; size <= whole.length; size++) {
      const bytes = async function* () {
        for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size)
      }
      const file = await intake("stream", bytes())
      expect((await Array.fromAsync(lines(file.pieces()))).map(line => line.text)).toEqual(["α", "βγ", "", "δ"])
    }
  })

  it("hand out a document before the next one has come", async () => {
    let asked = 0
    const bytes = async function* () {
      for (const id of ["a", "b"]) {
        asked++
        yield Buffer.from(`{"id":"${id}","text":"${id}"}\n`)
      }
    }
    const file = await intake("stream", bytes())
    for await (const line of lines(file.pieces())) {
      expect(line.text).toContain('"a"')
      break
    }
    expect(asked).toBe(1)
  })
})

describe("JSON", () => {
  it("as a list gives its documents, and tells which of them cannot be read", async () => {
    const found = await reading(
      "list.json",
      JSON.stringify([{ id: "a", text: "A" }, { id: "b" }, 5, { id: "c", text: "C" }], null, 2),
    )
    expect(found.flatMap(f => ("document" in f ? [f.document] : []))).toEqual([
      { id: "a", text: "A" },
      { id: "c", text: "C" },
    ])
    expect(troubles(found)).toEqual([
      "list.json: document 2: text is missing",
      "list.json: document 3: it is not a JSON object",
    ])
    expect(troubles(await reading("none.json", "[]"))).toEqual(["none.json: the list is empty"])
    expect(troubles(await reading("cut.json", '[{"id":"a",'))).toEqual([
      expect.stringMatching(/^cut\.json: not JSON: /),
    ])
  })

  it("as one document may stand over several lines", async () => {
    expect(await only("one.json", JSON.stringify({ id: "a", text: "[A]" }, null, 2))).toEqual({ id: "a", text: "[A]" })
    expect((await only("bracket.txt", "[Agency] A")).text).toBe("[Agency] A")
  })
})

describe("rows of Current Events", () => {
  it("become documents dated in UTC", async () => {
    const row = {
      date: "2020-01-03",
      category: "Politics",
      topics: ["Some talks"],
      text: "France and Spain sign a treaty.",
      sources: [],
    }
    expect(await only("events.jsonl", JSON.stringify(row))).toEqual({
      id: expect.stringMatching(/^2020-01-03-/),
      published: "2020-01-03",
      zone: "UTC",
      outlet: "Wikipedia Current Events",
      text: row.text,
    })
  })
})

describe("plain text", () => {
  it("is one document; front matter says what it lacks and is no part of the text", async () => {
    const doc = await only(
      "story.txt",
      "---\nid: x\ntitle: A: title\npublished: 2022-02-04\nnote: ours\n---\n\nFirst line.\nSecond.\n",
    )
    expect(doc).toEqual({ id: "x", title: "A: title", published: "2022-02-04", text: "First line.\nSecond.\n" })
  })

  it("keeps every character where there is no front matter", async () => {
    const text = "\r\n--- no front matter\n\n  Words.\n\n"
    expect((await only("plain.txt", text, { published: "2022-02-04" })).text).toBe(text)
  })

  it("is decoded by its byte order mark", async () => {
    expect((await only("utf16.txt", Buffer.from("\ufeffParis, März", "utf16le"))).text).toBe("Paris, März")
    expect((await only("utf8.txt", Buffer.from("\ufeffParis, März"))).text).toBe("Paris, März")
  })

  it("that is empty, a folder's files, and what is not there are told apart", async () => {
    const inner = join(folder, "inner")
    mkdirSync(inner)
    writeFileSync(join(inner, "b.txt"), "B")
    writeFileSync(join(inner, "a.txt"), "A")
    writeFileSync(join(inner, ".hidden"), "no")
    const found = await Array.fromAsync(documents([inner]))
    expect(found.map(f => "document" in f && f.document.text)).toEqual(["A", "B"])
    mkdirSync(join(folder, "bare"))
    expect(troubles(await Array.fromAsync(documents([join(folder, "bare")])))).toEqual([
      "bare: the folder holds no file",
    ])
    expect(troubles(await reading("empty.txt", " \n"))).toEqual(["empty.txt: the file is empty"])
    expect(troubles(await Array.fromAsync(documents([join(folder, "nowhere.txt")])))).toEqual([
      "nowhere.txt: there is no such file",
    ])
  })
})

describe("a web page", () => {
  const page = `<!doctype html><html lang="en"><head><title>Fish &amp; ships</title>
    <meta property="article:published_time" content="2022-02-04T10:00:00+09:00"><meta property="og:site_name" content="The Outlet">
    <link rel="canonical" href="https://outlet.test/1"><style>p { color: red }</style></head>
    <body><nav>Home <a>About</a></nav><article><h1>Talks&nbsp;held</h1>
    <p>Norway &amp; Chile   <b>met</b> on\n Tuesday.</p><ul><li>One<li>Two</ul><p>“Good” &#8211; they said.😀 &eacute;t&eacute;</p><script>x()</script></article>
    <footer>Imprint</footer></body></html>`

  it("gives its article as text, and what its head says", async () => {
    expect(await only("page.html", page)).toEqual({
      id: expect.stringMatching(/^2022-02-04-/),
      title: "Fish & ships",
      published: "2022-02-04T10:00:00+09:00",
      outlet: "The Outlet",
      url: "https://outlet.test/1",
      lang: "en",
      text: "Talks\u00a0held\n\nNorway & Chile met on Tuesday.\n\nOne\nTwo\n\n“Good” – they said.😀 été",
    })
  })

  it("knows for every span of the text where it stood in the file", () => {
    const builder = pageText(page)
    const raw = (words: string) => {
      const from = builder.text.indexOf(words)
      const span = builder.rawSpan({ from, to: from + words.length })
      return span && page.slice(span.from, span.to)
    }
    expect(raw("Norway")).toBe("Norway")
    expect(raw("Norway & Chile")).toBe("Norway &amp; Chile")
    expect(raw("&")).toBe("&amp;")
    expect(raw("Chile met on Tuesday")).toBe("Chile   <b>met</b> on\n Tuesday")
    expect(raw("– they said.😀 été")).toBe("&#8211; they said.😀 &eacute;t&eacute;")
    expect(raw("said.😀")).toBe("said.😀")
    expect(builder.rawSpan({ from: builder.text.indexOf("\n\n"), to: builder.text.indexOf("\n\n") + 2 })).toBeNull()
  })

  it("survives what browsers survive", async () => {
    const deep = `<p>${"<div>".repeat(20_000)}in the depth`
    expect((await only("deep.html", deep)).text).toBe("in the depth")
    expect((await only("nul.html", "<p>a\u0000b &bogus; &#xd800; &amp")).text).toContain("&bogus;")
    expect(troubles(await reading("none.html", "<html><body><script>1</script></body></html>"))).toEqual([
      "none.html: the page has no text",
    ])
  })

  it("is decoded as it says of itself", async () => {
    const latin = Buffer.from(
      '<html><head><meta charset="iso-8859-1"></head><body><p>Zürich</p></body></html>',
      "latin1",
    )
    expect((await only("latin.html", latin)).text).toBe("Zürich")
  })
})

describe("a feed", () => {
  it("in RSS gives one document an entry", async () => {
    const [a, b] = await reading(
      "feed.xml",
      `<?xml version="1.0"?><rss version="2.0"><channel><title>Ministry</title><language>en</language>
        <item><title>Visit &amp; talks</title><link>https://m.test/1</link><guid>m-1</guid><pubDate>Fri, 04 Feb 2022 02:14:20 GMT</pubDate>
        <description>&lt;p&gt;The minister &lt;b&gt;met&lt;/b&gt; her colleague.&lt;/p&gt;</description></item>
        <item><title>Second</title><description><![CDATA[<p>Words.</p>]]></description></item></channel></rss>`,
    )
    expect(a).toEqual({
      document: {
        id: "m-1",
        title: "Visit & talks",
        published: "2022-02-04T02:14:20.000Z",
        outlet: "Ministry",
        url: "https://m.test/1",
        lang: "en",
        text: "Visit & talks\n\nThe minister met her colleague.",
      },
    })
    expect(b && "document" in b && b.document.text).toBe("Second\n\nWords.")
  })

  it("in Atom, too, and one that is broken or empty is told", async () => {
    const doc = await only(
      "feed.atom",
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><id>urn:1</id><title type="text">Note</title><updated>2022-02-04T02:14:20Z</updated>
        <link rel="self" href="https://d.test/self"/><link href="https://d.test/1"/><content type="html">&lt;p&gt;Body&lt;/p&gt;</content></entry></feed>`,
    )
    expect(doc).toMatchObject({ id: "urn:1", outlet: "Desk", url: "https://d.test/1", text: "Note\n\nBody" })
    expect(troubles(await reading("broken.rss", "<rss><channel><item></channel></rss>"))[0]).toMatch(
      /^broken\.rss: not XML: /,
    )
    expect(troubles(await reading("empty.rss", "<rss><channel></channel></rss>"))).toEqual([
      "empty.rss: the feed has no entries",
    ])
  })
})
