/** So many of so many. */
export type Share = { readonly count: number; readonly of: number };
/** A difference of two rates, and between which bounds it is in 95 of 100 such measurements. */
export type RateDifference = { readonly difference: number; readonly low: number; readonly high: number };

/** The normal distribution's 97.5 % point: two-sided 95 %. */
const Z = 1.959_963_985;

/**
 * How much higher the rate of `one` is than that of `other`, with a 95 % interval: Newcombe's hybrid score interval (Newcombe
 * 1998, Statistics in Medicine 17:873-890, method 10), which keeps its promise for small counts and for rates near 0, as
 * purchase rates are. Null where either has nobody in it.
 */
export function rateDifference(one: Share, other: Share): RateDifference | null {
  if (one.of <= 0 || other.of <= 0) return null;
  const [p, q] = [one.count / one.of, other.count / other.of];
  const [a, b] = [wilson(one), wilson(other)];
  const difference = p - q;
  return {
    difference,
    low: difference - Math.hypot(p - a.low, b.high - q),
    high: difference + Math.hypot(a.high - p, q - b.low),
  };
}

/** Wilson's score interval of one rate (Wilson 1927, JASA 22:209-212). */
function wilson({ count, of }: Share): { readonly low: number; readonly high: number } {
  const centre = 2 * count + Z * Z;
  const reach = Z * Math.sqrt(Z * Z + 4 * count * (1 - count / of));
  const scale = 2 * (of + Z * Z);
  return { low: (centre - reach) / scale, high: (centre + reach) / scale };
}
