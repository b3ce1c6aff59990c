import { scaleLinear, scaleUtc } from "d3-scale"
import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import type { Timeline } from "../api/calendar.ts"
import { address, go, withQuery } from "./address.ts"
import { dayInWords } from "./days.ts"
import { type Bar, barsOf } from "./timelineBars.ts"
import { TONE_NAME, TONES } from "./tones.ts"
import { counted } from "./wording.ts"

/** Height of the highest bar above the line; those below it stand on the same scale. */
const TALL = 96
const EDGE = { left: 34, right: 12, top: 10, axis: 22 }

/**
 * How much happened when: above the line what took place, below it what was announced, hoped for, conditional or denied.
 * Each bar leads to its days; the same figures stand in a table.
 */
export function TimelinePicture(given: { timeline: Timeline; query: URLSearchParams }) {
  return given.timeline.days.length > 0 ? <Picture {...given} /> : null
}

function Picture({ timeline, query }: { timeline: Timeline; query: URLSearchParams }) {
  const frame = useRef<HTMLElement>(null)
  const [width, setWidth] = useState(900)
  const [at, setAt] = useState(0)
  useEffect(() => {
    const watch = new ResizeObserver(([entry]) => setWidth(Math.max(280, Math.round(entry!.contentRect.width))))
    watch.observe(frame.current!)
    return () => watch.disconnect()
  }, [])
  const room = width - EDGE.left - EDGE.right
  const bars = useMemo(() => barsOf(timeline), [timeline])

  const first = bars[0]!
  const last = bars.at(-1)!
  const x = scaleUtc()
    .domain([Date.parse(first.since), Date.parse(last.until) + 86_400_000])
    .range([EDGE.left, width - EDGE.right])
  const most = Math.max(1, ...bars.map(bar => bar.done))
  const tall = scaleLinear()
    .domain([0, Math.max(most, ...bars.map(bar => bar.open))])
    .range([0, TALL])
  /** Few among many stay visible. */
  const tallOf = (events: number) => (events ? Math.max(2, tall(events)) : 0)
  const sum = (bar: Bar, part: "done" | "open") => bar.tones.reduce((height, t) => height + tallOf(t[part]), 0)
  const above = Math.max(...bars.map(bar => sum(bar, "done")))
  const below = Math.max(8, ...bars.map(bar => sum(bar, "open")))
  const line = EDGE.top + above
  const height = line + below + EDGE.axis
  const shown = bars.filter(bar => bar.done + bar.open > 0)
  const current = Math.min(at, shown.length - 1)
  const to = (bar: Bar) => address("/", withQuery(query, { since: bar.since, until: bar.until }))

  const move = (event: KeyboardEvent) => {
    const by = { ArrowLeft: -1, ArrowRight: 1, Home: -shown.length, End: shown.length }[event.key]
    if (!by) return
    event.preventDefault()
    const next = Math.min(Math.max(current + by, 0), shown.length - 1)
    setAt(next)
    frame.current?.querySelectorAll<SVGElement>(".bar")[next]?.focus()
  }

  return (
    <figure class="timeline">
      <figcaption>
        <span class="visually-hidden">Timeline. </span>
        {TONES.filter(tone => bars.some(bar => bar.tones.some(t => t.tone === tone))).map(tone => (
          <span key={tone} class="key" data-tone={tone}>
            {TONE_NAME[tone]}
          </span>
        ))}
        <span class="key open">below the line: not (yet) happened</span>
      </figcaption>
      <nav ref={frame} aria-label={`Timeline, ${counted(shown.length, "bar")}; arrow keys move, Enter shows the days`}>
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
          <title>Timeline</title>
          {tall
            .ticks(Math.min(most, 3))
            .filter(Number.isInteger)
            .map(n => (
              <g key={n} class="grid">
                <line x1={EDGE.left} x2={width - EDGE.right} y1={line - tall(n)} y2={line - tall(n)} />
                <text x={EDGE.left - 6} y={line - tall(n)} dy=".32em" text-anchor="end">
                  {n}
                </text>
              </g>
            ))}
          {shown.map((bar, i) => {
            const from = x(Date.parse(bar.since))
            const wide = x(Date.parse(bar.until) + 86_400_000) - from
            const body = Math.max(2, Math.min(wide - 1, 18))
            const left = from + (wide - body) / 2
            let top = line
            let foot = line
            return (
              <a
                key={bar.since}
                class="bar"
                href={to(bar)}
                tabIndex={i === current ? 0 : -1}
                aria-label={`${barDays(bar)}: ${counted(bar.done, "event")}, ${bar.open} not (yet) happened`}
                onFocus={() => setAt(i)}
                onKeyDown={move}
                onClick={event => {
                  event.preventDefault()
                  go(to(bar))
                }}
              >
                <title>{`${barDays(bar)}: ${counted(bar.done, "event")}, ${bar.open} not (yet) happened`}</title>
                <rect class="reach" x={from} width={Math.max(wide, 3)} y={EDGE.top} height={above + below} />
                {bar.tones.map(({ tone, done, open }) => {
                  top -= tallOf(done)
                  const head = foot
                  foot += tallOf(open)
                  return (
                    <g key={tone} data-tone={tone}>
                      {done > 0 && <rect class="done" x={left} width={body} y={top} height={tallOf(done)} />}
                      {open > 0 && (
                        <rect
                          class="open"
                          x={left + 0.5}
                          width={body - 1}
                          y={head + 1.5}
                          height={Math.max(1, tallOf(open) - 1.5)}
                        />
                      )}
                    </g>
                  )
                })}
              </a>
            )
          })}
          <line class="zero" x1={EDGE.left} x2={width - EDGE.right} y1={line} y2={line} />
          <g class="axis">
            {x.ticks(Math.max(2, Math.floor(room / 110))).map(tick => (
              <g key={+tick} transform={`translate(${x(tick)},${height - EDGE.axis})`}>
                <line y2="5" />
                <text y="17" text-anchor="middle">
                  {x.tickFormat()(tick)}
                </text>
              </g>
            ))}
          </g>
        </svg>
      </nav>
      <details class="figures">
        <summary>
          The same as a table{timeline.undated > 0 && ` (${counted(timeline.undated, "event")} more without a day)`}
        </summary>
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">Days</th>
                {TONES.map(tone => (
                  <th scope="col" key={tone}>
                    {TONE_NAME[tone]}
                  </th>
                ))}
                <th scope="col">Not (yet) happened</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(bar => (
                <tr key={bar.since}>
                  <th scope="row">
                    <a href={to(bar)}>{barDays(bar)}</a>
                  </th>
                  {TONES.map(tone => (
                    <td key={tone}>{bar.tones.find(t => t.tone === tone)?.done || ""}</td>
                  ))}
                  <td>{bar.open || ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  )
}

const barDays = ({ since, until }: Bar) => dayInWords(since === until ? since : `${since}/${until}`)
