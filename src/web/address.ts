import { useEffect, useState } from "preact/hooks"

/** The address is the page's whole state: what is looked at, and every filter. */
export interface Address {
  readonly path: string
  readonly query: URLSearchParams
}

const here = (): Address => ({ path: location.pathname, query: new URLSearchParams(location.search) })

const MOVED = "readout:moved"

/** Goes to an address inside the pages; another page begins at its top. `quietly` replaces the entry in the history. */
export function go(to: string, quietly = false): void {
  if (to === location.pathname + location.search) return
  const path = location.pathname
  if (quietly) history.replaceState(history.state, "", to)
  else {
    // Where the reader stood is kept with the page that is left, for the way back.
    history.replaceState({ y: scrollY }, "")
    history.pushState(null, "", to)
    if (location.pathname !== path) scrollTo(0, 0)
  }
  dispatchEvent(new Event(MOVED))
}

/** Takes the reader back to where a page was left, once what stood there is drawn again. */
function comeBack(): void {
  const y = (history.state as { y?: number } | null)?.y ?? 0
  requestAnimationFrame(() => requestAnimationFrame(() => scrollTo(0, y)))
}

/** The present address; the caller is drawn again when it changes. */
export function useAddress(): Address {
  const [address, setAddress] = useState(here)
  useEffect(() => {
    history.scrollRestoration = "manual"
    const moved = () => setAddress(here())
    const cameBack = () => {
      moved()
      comeBack()
    }
    const clicked = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.("a[href]")
      const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
      if (!link || !plain || event.defaultPrevented || link.hasAttribute("download")) return
      const to = new URL(link.getAttribute("href")!, location.href)
      if (to.origin !== location.origin || to.pathname.startsWith("/api/") || to.pathname.endsWith(".json")) return
      if (to.hash && to.pathname === location.pathname && to.search === location.search) return
      event.preventDefault()
      go(to.pathname + to.search)
    }
    addEventListener(MOVED, moved)
    addEventListener("popstate", cameBack)
    document.addEventListener("click", clicked)
    return () => {
      removeEventListener(MOVED, moved)
      removeEventListener("popstate", cameBack)
      document.removeEventListener("click", clicked)
    }
  }, [])
  return address
}

/** A query with some parameters set anew; empty ones leave it. */
export function withQuery(
  query: URLSearchParams,
  changes: Record<string, string | readonly string[]>,
): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const [name, given] of Object.entries(changes)) {
    next.delete(name)
    for (const value of typeof given === "string" ? [given] : given) if (value) next.append(name, value)
  }
  return next
}

/** A path with its query, without a lonely "?". */
export const address = (path: string, query: URLSearchParams) => (query.size ? `${path}?${query}` : path)

export const eventAddress = (id: string) => `/events/${encodeURIComponent(id)}`

/** A document's page; with its claim chosen, or a stretch of its words lit. */
export function documentAddress(id: string, at: { claim?: string; from?: number; to?: number } = {}): string {
  const query = new URLSearchParams()
  if (at.claim) query.set("claim", at.claim)
  if (at.from !== undefined && at.to !== undefined) query.set("words", `${at.from}-${at.to}`)
  return address(`/documents/${encodeURIComponent(id)}`, query)
}
