import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll, describe, expect, it } from "vitest"
import { leaders } from "../../bench/quality/leaders.ts"
import { ActorsFileError, actorsFile, actorsFilesIn, rows } from "../../src/actors/actorsFile.ts"
import { checkActors } from "../../src/actors/check.ts"
import { ACTORS_FOLDER, type Knowledge, loadKnowledge } from "../../src/actors/knowledge.ts"
import { nameKey } from "../../src/actors/nameKey.ts"
import { describeShared, SHARED } from "../shared.ts"

let knowledge: Knowledge
beforeAll(() => {
  knowledge = loadKnowledge()
})

const folder = mkdtempSync(join(tmpdir(), "actors-"))
const fileOf = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const holder = (office: string, on: string) => knowledge.holders(office, on).map(({ person }) => person)

describe("who held an office on a day", () => {
  it.each([
    ["kor-foreign-minister", "2022-02-03", ["chung-eui-yong"]],
    ["kor-foreign-minister", "2022-05-25", ["park-jin"]],
    ["usa-secretary-of-state", "2022-02-02", ["antony-blinken"]],
    ["jpn-foreign-minister", "2022-02-02", ["yoshimasa-hayashi"]],
    ["fra-foreign-minister", "2021-06-25", ["jean-yves-le-drian"]],
    ["isr-prime-minister", "2021-08-01", ["naftali-bennett"]],
    ["un-secretary-general", "2013-04-01", ["ban-ki-moon"]],
    ["iaea-director-general", "2011-03-15", ["yukiya-amano"]],
    ["usa-state-department-spokesperson", "2022-02-02", ["ned-price"]],
    ["prk-supreme-leader", "2011-12-01", ["kim-jong-il"]],
  ])("%s on %s", (office, on, persons) => expect(holder(office, on)).toEqual(persons))

  it("knows both on the day of change, the newcomer first", () =>
    expect(holder("usa-secretary-of-state", "2021-01-26")).toEqual(["antony-blinken", "daniel-smith"]))

  it("keeps everybody of a month", () =>
    expect(holder("kor-foreign-minister", "2022-05")).toEqual(expect.arrayContaining(["chung-eui-yong", "park-jin"])))

  it("tells of two who claim one seat, and which of them is disputed", () => {
    const claims = knowledge.holders("ven-president", "2020-01-01")
    expect(claims.map(({ person, as }) => [person, as])).toEqual([
      ["nicolas-maduro", undefined],
      ["juan-guaido", "disputed"],
    ])
  })

  it("knows nobody where nobody is known", () => {
    expect(holder("usa-secretary-of-state", "1850-01-01")).toEqual([])
    expect(holder("nowhere-minister-of-nothing", "2020-01-01")).toEqual([])
  })

  it("follows a person through offices", () => {
    expect(knowledge.officesOf("chung-eui-yong").map(({ office }) => office)).toEqual([
      "kor-national-security-adviser",
      "kor-foreign-minister",
    ])
    expect(knowledge.officesOf("chung-eui-yong", "2018-03-05").map(({ office }) => office)).toEqual([
      "kor-national-security-adviser",
    ])
  })

  it("is less sure of what came after its files were made", () => {
    const path = fileOf(
      "late.csv",
      "# Knows: 2025-01-01\noffice,person,from,to\nnru-foreign-minister,Ann Early,2024-01-01,2025-03-01\nnru-foreign-minister,Bob Late,2025-03-01,\n",
    )
    const own = loadKnowledge({ extra: [path] })
    expect(own.holders("nru-foreign-minister", "2024-06-01")[0]?.sure).toBe("high")
    expect(own.holders("nru-foreign-minister", "2025-06-01")[0]?.sure).toBe("low")
  })
})

describe("names", () => {
  const named = (words: string) => knowledge.named(words).map(({ kind, id, is }) => `${kind} ${id} ${is}`)

  it.each([
    ["N. Korea", "state PRK name"],
    ["DPRK", "state PRK name"],
    ["ROK", "state KOR name"],
    ["Türkiye", "state TUR name"],
    ["South Koreans", "state KOR people"],
    ["Pyongyang", "state PRK metonym"],
    ["the Kremlin", "state RUS metonym"],
    ["Foggy Bottom", "organisation usa-department-of-state metonym"],
    ["the Pentagon", "organisation usa-department-of-defense metonym"],
    ["the Blue House", "organisation kor-blue-house metonym"],
    ["Élysée", "organisation fra-presidency metonym"],
    ["UNSC", "body UN:Security Council name"],
    ["Tony Blinken", "person antony-blinken name"],
    ["Ansar Allah", "group houthis name"],
    ["USSR", "state SUN name"],
  ])("%s", (words, meaning) => expect(named(words)).toContain(meaning))

  it("is sure of few words that stand for two", () => {
    expect(knowledge.named("the North")[0]?.sure).not.toBe("high")
    expect(knowledge.named("Congo").map(({ id }) => id)).toEqual(["COD", "COG"])
    expect(knowledge.named("Vienna").map(({ id, sure }) => `${id} ${sure}`)).toEqual(["IAEA low", "AUT medium"])
  })

  it("finds persons by surname, family name first or last, however spelled", () => {
    const ids = (words: string) => knowledge.personsNamed(nameKey(words)).map(({ id }) => id)
    expect(ids("Chung")).toContain("chung-eui-yong")
    expect(ids("Jeong Eui-yong")).toEqual(["chung-eui-yong"])
    expect(ids("Cho Hyundong")).toEqual(["cho-hyun-dong"])
    expect(ids("von der Leyen")).toEqual(["ursula-von-der-leyen"])
    expect(ids("Erdogan")).toEqual(["recep-tayyip-erdogan"])
    expect(ids("Assad")).toEqual(expect.arrayContaining(["bashar-al-assad"]))
  })

  it("gives every naming a referent that can be looked up", () => {
    let count = 0
    for (const { kind, id, words } of knowledge.namings()) {
      const found = {
        state: () => knowledge.states.get(id),
        body: () => knowledge.bodies.get(id),
        organisation: () => knowledge.organisationById(id),
        group: () => knowledge.groups.get(id),
        office: () => knowledge.offices.get(id),
        person: () => knowledge.persons.get(id),
      }[kind]()
      expect(found, `${words} → ${kind} ${id}`).toBeDefined()
      count++
    }
    expect(count).toBeGreaterThan(15_000)
  })

  it("survives strange words", () => {
    for (const words of ["", "\0", "\ud800", "🕊️", "정의용", "العراق", "x".repeat(100_000)]) {
      expect(knowledge.named(words)).toEqual([])
      expect(knowledge.personsNamed(nameKey(words))).toEqual([])
    }
  })
})

describe("offices and organisations every state has", () => {
  it("bear their own title where they have one", () => {
    expect(knowledge.office("USA", "foreign-minister")?.title).toBe("Secretary of State")
    expect(knowledge.office("FJI", "foreign-minister")).toMatchObject({
      id: "fji-foreign-minister",
      title: "Foreign Minister",
    })
    expect(knowledge.organisation("USA", "defence-ministry")?.name).toBe("Department of Defense")
    expect(knowledge.organisation("FJI", "defence-ministry")?.name).toBe("Ministry of Defense")
    expect(knowledge.office("USA", "no-such-kind")).toBeUndefined()
    expect(knowledge.office("XXX", "foreign-minister")).toBeUndefined()
  })

  it("tell head of state, of government and leader apart", () => {
    expect(knowledge.leadership("DEU", "2015-01-01")).toMatchObject({
      headOfState: "deu-president",
      leader: "deu-chancellor",
    })
    expect(knowledge.leadership("IRN", "2015-01-01")?.leader).toBe("irn-supreme-leader")
    expect(knowledge.leadership("TUR", "2010-01-01")?.leader).toBe("tur-prime-minister")
    expect(knowledge.leadership("TUR", "2020-01-01")?.leader).toBe("tur-president")
  })
})

describe("members of bodies by date", () => {
  it("seats fifteen in the Security Council every year from 2000 to 2026", () => {
    for (let year = 2000; year <= 2026; year++)
      expect(knowledge.members("UN:Security Council", `${year}-07-01`), `${year}`).toHaveLength(15)
  })

  it("follows joining and leaving", () => {
    expect(knowledge.members("EU", "2019-01-01")).toHaveLength(28)
    expect(knowledge.members("EU", "2021-01-01")).toHaveLength(27)
    expect(knowledge.members("NATO", "2022-06-01")).toHaveLength(30)
    expect(knowledge.members("NATO", "2024-06-01")).toHaveLength(32)
    expect(knowledge.members("ASEAN", "2015-01-01")).toHaveLength(10)
    expect(knowledge.members("AU", "2020-01-01")).toHaveLength(55)
    expect(knowledge.bodiesOf("KOR", "2024-03-01")).toContain("UN:Security Council")
  })

  it("counts the members of the United Nations", () =>
    expect([...knowledge.states.values()].filter(({ kind }) => kind === "member")).toHaveLength(193))
})

describe("the files", () => {
  it("have no error", () => expect(checkActors().filter(({ kind }) => kind === "error")).toEqual([]))

  it.each(actorsFilesIn(ACTORS_FOLDER).map(path => [path.slice(ACTORS_FOLDER.length + 1), path]))(
    "%s has a passport",
    (_, path) => {
      const { passport } = actorsFile(path)
      for (const stamp of ["what", "origin", "licence", "date"] as const) expect(passport[stamp]).toBeTruthy()
    },
  )

  it("have no giant lines", () => {
    for (const path of actorsFilesIn(ACTORS_FOLDER))
      for (const line of readFileSync(path, "utf8").split("\n")) expect(line.length).toBeLessThan(700)
  })
})

describe("a user's own file", () => {
  it("adds holders, and mends ours", () => {
    const path = fileOf(
      "own.csv",
      'office,person,from,to,note\nchl-foreign-minister,"Ada, the Bold",2030-01-01,,"own, quoted"\n',
    )
    expect(loadKnowledge({ extra: [path] }).holders("chl-foreign-minister", "2030-05-01")[0]).toMatchObject({
      person: "ada-the-bold",
      file: path,
      line: 2,
    })
    const persons = fileOf("persons.csv", "person,state,names,surname,gender\nPark Jin,KOR,Jin-Jin Park,Park,m\n")
    expect(loadKnowledge({ extra: [persons] }).personsNamed("jin jin park")[0]?.id).toBe("park-jin")
  })

  it.each([
    ["a date off the calendar", "office,person,from,to\nkor-president,Kim A,2021-02-30,\n", /2021-02-30.*no date/],
    [
      "an end before the start",
      "office,person,from,to\nkor-president,Kim A,2021-02,2020\n",
      /ends on 2020, before it starts/,
    ],
    ["an unknown office", "office,person,from,to\nkor-jester,Kim A,2021,2022\n", /"kor-jester"/],
    ["an unknown state", "of,members,from\nNATO,QQQ,2020\n", /"QQQ", which is no known state/],
    [
      "a certainty of its own",
      "office,person,from,to,sure\nkor-president,Kim A,2021,2022,quite\n",
      /"quite", not one of: high/,
    ],
    ["a cell too many", "office,person,from,to\nkor-president,Kim A,2021,2022,oops\n", /5 columns/],
    ["an open quote", 'office,person,from,to\nkor-president,"Kim A,2021,2022\n', /[Qq]uote/],
    ["nobody", "office,person,from,to\nkor-president,,2021,2022\n", /"person" is empty/],
    [
      "two at once in a single seat",
      "office,person,from,to\nkor-jcs-chairman,Kim A,2012-01-01,2013-01-01\n",
      /both hold kor-jcs-chairman/,
    ],
    ["a zone that is none", "code,kind,name,zone\nQQQ,member,Nowhere,Atlantis/Center\n", /Atlantis/],
  ])("with %s names file and row", (_, text, problem) => {
    const path = fileOf("wrong.csv", text)
    const errors = checkActors({ extra: [path] }).filter(({ kind }) => kind === "error")
    const named = errors.find(finding => problem.test(finding.problem))
    expect(named, JSON.stringify(errors)).toBeDefined()
    expect(named!.file === path ? named!.line : Number(/wrong\.csv:(\d+)/.exec(named!.problem)?.[1])).toBe(2)
  })

  it("may hold a disputed seat", () => {
    const path = fileOf(
      "disputed.csv",
      "office,person,from,to,as\nkor-jcs-chairman,Kim A,2012-01-01,2013-01-01,disputed\n",
    )
    expect(checkActors({ extra: [path] }).filter(({ kind }) => kind === "error")).toEqual([])
  })

  it("with a header of no table is refused at once", () => {
    const path = fileOf("other.csv", "fruit,price\napple,1\n")
    expect(() => loadKnowledge({ extra: [path] })).toThrow(ActorsFileError)
    expect(() => loadKnowledge({ extra: [path] })).toThrow(/other\.csv:1: no table has the columns fruit, price/)
    expect(() => rows(actorsFile("empty.csv", ""))).toThrow(/empty/)
  })
})

describeShared("heads of state and government", () => {
  it("agree with REIGN in 99.5 % of state-months, with the Factbook in 98 %", async () => {
    const path = (name: string) => fileURLToPath(new URL(`data/office-holders/${name}`, SHARED))
    const { scores } = await leaders.run([path("leaderlist_3_21.csv"), path("factbook-leaders-2026-05.json")])
    expect(scores).toMatchObject({ reign: { stateMonths: 35_075 } })
    expect((scores.reign as { percent: number }).percent).toBeGreaterThan(99.5)
    expect((scores.factbook as { percent: number }).percent).toBeGreaterThan(98)
  }, 60_000)
})
