/** The median; NaN of nothing. */
export function middleOf(values: readonly number[]): number {
  return pointOf(values, 0.5);
}

/** The value below which the share `share` of the values lies; NaN of nothing. */
export function pointOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const at = share * (sorted.length - 1);
  const below = sorted[Math.floor(at)] ?? Number.NaN;
  return below + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? below) - below);
}
