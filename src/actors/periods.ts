/** From and to are dates whose length is their precision; without `from` since ever, without `to` until further notice. */
export interface Period {
  readonly from?: string
  /** The last day, not the first day after: on a day of change both the old and the new hold. */
  readonly to?: string
}

/** The last day a date can mean, as text that sorts: "2021-02" → "2021-02-31". */
export const lastDay = (date: string) => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date)

/** The first day a date can mean, as text that sorts: "2021-02" → "2021-02-01". */
export const firstDay = (date: string) =>
  date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date

/** Whether a period may include a day, however coarse the dates of either are. */
export const touches = ({ from, to }: Period, on: string) =>
  (!from || firstDay(from) <= lastDay(on)) && (!to || lastDay(to) >= firstDay(on))

/** Whether a period surely includes a day. */
export const spans = ({ from, to }: Period, on: string) =>
  (!from || lastDay(from) <= firstDay(on)) && (!to || firstDay(to) >= lastDay(on))
