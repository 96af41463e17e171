/** How far a carrier's date and the learned one were off for the same past parcel at the same moment, in days. */
export type SourceErrors = { readonly carrier: number; readonly learned: number };

/** Which of two dates to show, and on what grounds. Errors are means of absolute days; null without common parcels. */
export type BetterSource = {
  readonly source: "carrier" | "learned";
  readonly parcels: number;
  readonly carrierError: number | null;
  readonly learnedError: number | null;
};

/** With fewer common parcels the carrier, who sees the parcel, is believed. */
const LEAST_PARCELS = 20;

/**
 * Compares the carrier's dates with the learned ones on the same past parcels. The learned date is shown only where it was
 * nearer by more than chance: by more than one standard error of the paired difference.
 */
export function betterSource(errors: readonly SourceErrors[]): BetterSource {
  const parcels = errors.length;
  if (parcels === 0) return { source: "carrier", parcels, carrierError: null, learnedError: null };
  const gains = errors.map(({ carrier, learned }) => Math.abs(carrier) - Math.abs(learned));
  const gain = mean(gains);
  const variance = mean(gains.map((value) => (value - gain) ** 2));
  const proven = parcels >= LEAST_PARCELS && gain > Math.sqrt(variance / parcels);
  return {
    source: proven ? "learned" : "carrier",
    parcels,
    carrierError: mean(errors.map(({ carrier }) => Math.abs(carrier))),
    learnedError: mean(errors.map(({ learned }) => Math.abs(learned))),
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
