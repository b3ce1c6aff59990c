/**
 * A date of a record as EDTF (ISO 8601-2, level 1): dates and intervals are the same; "on or before" is an interval
 * with an open start; an unknown part is X.
 */
export function edtf({ value, partial }: { readonly value: string | null; readonly partial?: string }): string {
  if (value === null) return partial ?? ""
  if (value.startsWith("..")) return `../${value.slice(2)}`
  return value
}
