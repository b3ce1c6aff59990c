/**
 * The best of the options whose value is likeliest. One value is often offered more than once, a state as the topic, by its ministry and as who
 * was named before, a day by the page and by the sentence before: what speaks for each of these speaks for the value, and one that is
 * offered once, such as nobody, would win too often against any of them alone.
 * @param options one or more
 * @param sums what speaks for each option, in hundredths of a nat
 * @param valueIn equal for options of one value
 */
export function likeliest<Option>(
  options: readonly Option[],
  sums: readonly number[],
  valueIn: (option: Option) => string,
): Option {
  const highest = Math.max(...sums)
  const values = new Map<string, { share: number; best: number }>()
  options.forEach((option, o) => {
    const value = valueIn(option)
    const share = Math.exp((sums[o]! - highest) / 100)
    const known = values.get(value)
    if (!known) values.set(value, { share, best: o })
    else {
      known.share += share
      if (sums[o]! > sums[known.best]!) known.best = o
    }
  })
  const [first, ...others] = values.values()
  return options[others.reduce((most, one) => (one.share > most.share ? one : most), first!).best]!
}
