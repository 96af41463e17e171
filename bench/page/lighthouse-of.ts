import lighthouse from "lighthouse";

/** What Lighthouse says: milliseconds, a unitless shift, two scores of 0 to 100, and all bytes that came over the wire. */
export type Seen = {
  readonly lcpMs: number;
  readonly cls: number;
  readonly tbtMs: number;
  readonly performance: number;
  readonly accessibility: number;
  readonly bytes: number;
};

/**
 * One visit by a new shopper as Lighthouse plays it by default: a small phone, four times slower than this machine, on slow
 * 4G. Throws when the page could not be audited.
 */
export async function lighthouseOf(url: string, port: number): Promise<Seen> {
  const result = await lighthouse(url, {
    port,
    logLevel: "error",
    onlyCategories: ["performance", "accessibility"],
  });
  if (result === undefined || result.lhr.runtimeError !== undefined)
    throw new Error(`Lighthouse could not audit ${url}: ${result?.lhr.runtimeError?.message}`);
  const { audits, categories } = result.lhr;
  const figure = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
  const score = (category: string) => Math.round((categories[category]?.score ?? Number.NaN) * 100);
  return {
    lcpMs: figure("largest-contentful-paint"),
    cls: figure("cumulative-layout-shift"),
    tbtMs: figure("total-blocking-time"),
    performance: score("performance"),
    accessibility: score("accessibility"),
    bytes: figure("total-byte-weight"),
  };
}
