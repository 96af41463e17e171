const NAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ups: "UPS",
    fedex: "FedEx",
    usps: "USPS",
    dhl: "DHL",
    "dhl-express": "DHL Express",
    dpd: "DPD",
    gls: "GLS",
    evri: "Evri",
    easypost: "EasyPost",
    aftership: "AfterShip",
    "17track": "17TRACK",
    "royal-mail": "Royal Mail",
    royalmail: "Royal Mail",
    "chunghwa-post": "中華郵政",
    "t-cat": "黑貓宅急便",
  }),
);

/** A carrier as people call it; one that we do not know keeps its code, with capitals: `acme-post` is "Acme Post". */
export function carrierName(code: string): string {
  const key = code
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, "-");
  return (
    NAMES.get(key) ??
    key.replaceAll(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => `${dash && " "}${letter.toUpperCase()}`)
  );
}
