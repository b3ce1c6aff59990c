import { useEffect, useRef, useState } from "preact/hooks"
import { go } from "./address.ts"

/** One thing a key does. Pages offer their own while they are shown. */
export interface Shortcut {
  /** As `KeyboardEvent.key` has it; "g c" is g, then c. */
  readonly key: string
  readonly does: string
  readonly run: () => void
}

const offered = new Set<readonly Shortcut[]>()

/** Offers a page's shortcuts while it is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useEffect(() => {
    const mine = shortcuts.map(({ key, does }, i) => ({ key, does, run: () => latest.current[i]?.run() }))
    offered.add(mine)
    return () => {
      offered.delete(mine)
    }
  }, [shortcuts.map(s => s.key + s.does).join()])
}

const OFF = "readout:keys-off"
const isOff = () => localStorage.getItem(OFF) === "yes"

const everywhere: readonly Shortcut[] = [
  { key: "g c", does: "Go to the chronology", run: () => go("/") },
  { key: "g d", does: "Go to the documents", run: () => go("/documents") },
  { key: "g m", does: "Go to comparing", run: () => go("/compare") },
  { key: "g p", does: "Go to the positions", run: () => go("/positions") },
  { key: "g r", does: "Go to the registers", run: () => go("/registers") },
  { key: "g l", does: "Go to the launch ledger", run: () => go("/launches") },
  { key: "g v", does: "Go to the review", run: () => go("/review") },
]

const takesText = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit)$/.test(target.type)))

/** The shortcuts by which every list is walked: j to the next of the elements that match, k to the one before. */
export const stepping = (what: string, selector: string): readonly Shortcut[] => [
  { key: "j", does: `Next ${what}`, run: () => step(selector, 1) },
  { key: "k", does: `Previous ${what}`, run: () => step(selector, -1) },
]

/** Moves the focus among the elements that match, in their order on the page; `by` is 1 or -1. */
function step(selector: string, by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(e => e.offsetParent !== null)
  const at = all.findIndex(e => e === document.activeElement || e.contains(document.activeElement))
  const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)]
  next?.focus()
  next?.scrollIntoView({ block: "nearest" })
}

/** Listens for shortcuts, and shows all that now hold when "?" is pressed or the button is. */
export function Keys() {
  const dialog = useRef<HTMLDialogElement>(null)
  const [off, setOff] = useState(isOff)
  const [list, setList] = useState<readonly Shortcut[]>([])
  const pending = useRef("")

  const open = () => {
    setList([...everywhere, ...[...offered].flat()])
    dialog.current?.showModal()
  }

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return
      if (dialog.current?.open) return
      if (event.key === "?") {
        event.preventDefault()
        open()
        return
      }
      if (isOff() && event.key.length === 1) return
      const typed = pending.current ? `${pending.current} ${event.key}` : event.key
      pending.current = ""
      const all = [...everywhere, ...[...offered].flat()]
      const found = all.find(s => s.key === typed)
      if (found) {
        event.preventDefault()
        found.run()
      } else if (all.some(s => s.key.startsWith(`${event.key} `))) {
        pending.current = event.key
        setTimeout(() => {
          pending.current = ""
        }, 1500)
      }
    }
    addEventListener("keydown", pressed)
    return () => removeEventListener("keydown", pressed)
  }, [])

  return (
    <>
      <button type="button" class="plain" onClick={open} aria-haspopup="dialog">
        Keys <kbd>?</kbd>
      </button>
      <dialog ref={dialog} aria-labelledby="keys-title" class="keys">
        <h2 id="keys-title">Keys</h2>
        <dl>
          {list.map(({ key, does }) => (
            <div key={key}>
              <dt>
                {key.split(" ").map(k => (
                  <kbd key={k}>{k === "Escape" ? "Esc" : k}</kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
          <div>
            <dt>
              <kbd>?</kbd>
            </dt>
            <dd>Show this list</dd>
          </div>
        </dl>
        <label class="check">
          <input
            type="checkbox"
            checked={!off}
            onChange={event => {
              const on = event.currentTarget.checked
              localStorage.setItem(OFF, on ? "no" : "yes")
              setOff(!on)
            }}
          />{" "}
          Single keys act (turn off if they get in the way of speech input or a screen reader)
        </label>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </dialog>
    </>
  )
}
