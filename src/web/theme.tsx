import { useEffect, useState } from "preact/hooks"

const KEPT = "readout:theme"
const CHOICES = ["auto", "light", "dark"] as const
type Choice = (typeof CHOICES)[number]

const kept = (): Choice => CHOICES.find(choice => choice === localStorage.getItem(KEPT)) ?? "auto"

/** Light, dark, or as the system has it. */
export function Theme() {
  const [choice, setChoice] = useState(kept)
  useEffect(() => {
    localStorage.setItem(KEPT, choice)
    if (choice === "auto") delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = choice
  }, [choice])
  return (
    <label class="theme">
      <span class="visually-hidden">Colours</span>
      <select value={choice} onChange={event => setChoice(event.currentTarget.value as Choice)}>
        <option value="auto">Auto</option>
        <option value="light">Light</option>
        <option value="dark">Dark</option>
      </select>
    </label>
  )
}
