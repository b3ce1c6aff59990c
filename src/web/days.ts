/** Days as a newspaper prints them. Values are ISO dates whose length is their precision, `a/b`, `..b`, or null. */

const formats = {
  10: { weekday: "long", day: "numeric", month: "long", year: "numeric" },
  7: { month: "long", year: "numeric" },
  4: { year: "numeric" },
} as const

/** One date in words; as it stands where it is no ISO date of day, month or year. */
function inWords(iso: string, weekday: boolean): string {
  const format = formats[iso.length as keyof typeof formats]
  const at = Date.parse(iso.padEnd(10, "-01"))
  if (!format || Number.isNaN(at)) return iso
  const { weekday: _, ...plain } = { weekday: undefined, ...format }
  return new Intl.DateTimeFormat("en-GB", { ...(weekday ? format : plain), timeZone: "UTC" })
    .format(at)
    .replace(",", "")
}

/** "Wednesday 2 February 2022", "February 2022", "1 to 30 January 2022", "on or before 2 February 2022", "day not known". */
export function dayInWords(day: string | null, partial?: string): string {
  if (day === null) {
    const known = /^XXXX-XX-(\d\d)$/.exec(partial ?? "")?.[1]
    return known ? `Day ${Number(known)} of a month not known` : "Day not known"
  }
  if (day.startsWith("..")) return `On or before ${inWords(day.slice(2), false)}`
  const [from, to] = day.split("/") as [string, string?]
  if (to === undefined) return inWords(from, true)
  if (to === "..") return `From ${inWords(from, false)}`
  const [first, last] = [inWords(from, false).split(" "), inWords(to, false).split(" ")]
  // "1 to 30 January 2022", "1 January to 23 March 2022": what both share at the end is said once.
  if (first.length === last.length) while (first.length > 1 && first.at(-1) === last[first.length - 1]) first.pop()
  return `${first.join(" ")} to ${last.join(" ")}`
}

/** "possibly 25 November 2021 to 25 August 2023": what half a date can mean by facts known beside the text. */
export const possiblyInWords = ({ value }: { readonly value: string }): string => {
  const [from, to] = value.split("/") as [string, string?]
  return `possibly ${inWords(from, false)}${to ? ` to ${inWords(to, false)}` : ""}`
}

/** An instant or day of publication, in the zone it was meant in. */
export function publishedInWords(published: string | undefined, zone: string | undefined): string {
  if (!published) return "no date of publication"
  if (published.length <= 10) return inWords(published, false)
  const at = Date.parse(published)
  if (Number.isNaN(at)) return published
  const day = { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" } as const
  return `${new Intl.DateTimeFormat("en-GB", { ...day, timeZone: zone ?? "UTC" }).format(at)} ${placeOf(zone ?? "UTC")} time`
}

/** "Asia/Seoul" → "Seoul". */
export const placeOf = (zone: string) => zone.split("/").at(-1)!.replaceAll("_", " ")
