/** Which page of a long list is asked for, counted from 1. */
export const pageOf = (query: URLSearchParams): number => Math.max(1, Number(query.get("page")) || 1)

/** What a page asks of the API: as many as it shows, from where it begins. */
export const partOf = (page: number, size: number): { readonly limit: string; readonly offset: string } => ({
  limit: `${size}`,
  offset: `${(page - 1) * size}`,
})

/** A page as the address names it; the first goes without. */
export const pageNamed = (page: number): string => (page === 1 ? "" : `${page}`)

/** Links to the pages beside this one; nothing where all is on one page. */
export function Beside({
  of,
  page,
  size,
  total,
  to,
  before = "Earlier page",
  after = "Later page",
}: {
  /** What is paged, for those who hear the page: "the register". */
  of: string
  page: number
  size: number
  total: number
  to: (page: number) => string
  before?: string
  after?: string
}) {
  if (total <= size) return null
  return (
    <nav class="pages" aria-label={`Pages of ${of}`}>
      {page > 1 && <a href={to(page - 1)}>{before}</a>}
      {page * size < total && <a href={to(page + 1)}>{after}</a>}
    </nav>
  )
}
