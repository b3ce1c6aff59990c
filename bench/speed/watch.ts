/** Milliseconds by the clock, and of processor time, which does not depend on what else the machine does. */
export interface Cost {
  readonly clock: number
  readonly processor: number
}

/** Starts a watch; what it gives back stops it. */
export function watch(): () => Cost {
  const start = performance.now()
  const used = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(used)
    return { clock: performance.now() - start, processor: (user + system) / 1000 }
  }
}

/** Median, mean and the cost that only one in a hundred exceeds. */
export function spread(costs: readonly Cost[]) {
  const of = (kind: keyof Cost) => {
    const sorted = costs.map(cost => cost[kind]).sort((a, b) => a - b)
    const round = (ms: number) => Math.round(ms * 100) / 100
    return {
      p50: round(sorted[Math.floor(sorted.length / 2)]!),
      mean: round(sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length),
      p99: round(sorted[Math.ceil(sorted.length * 0.99) - 1]!),
    }
  }
  return { clock: of("clock"), processor: of("processor") }
}
