/** The last one is a local carrier that Porchlight does not speak with. */
export type DemoCarrier = "ups" | "fedex" | "usps" | "dhl" | "t-cat";

const DIGITS = "0123456789";
const ALPHANUMERIC = "0123456789ABCDEFGHJKLMNPRSTVWXY";

/** A plausible tracking number with the right check digit. The same seed always gives the same number. */
export function trackingNumber(carrier: DemoCarrier, seed: string): string {
  const body = bodyOf(carrier, characters(`${carrier}:${seed}`));
  return `${body}${checkDigit(carrier, body)}`;
}

/** Whether a number has its carrier's form and check digit; spaces do not matter. */
export function isTrackingNumber(carrier: DemoCarrier, number: string): boolean {
  const compact = number.replaceAll(" ", "").toUpperCase();
  return FORMS[carrier].test(compact) && compact.endsWith(checkDigit(carrier, compact.slice(0, -1)));
}

const FORMS: Readonly<Record<DemoCarrier, RegExp>> = {
  ups: /^1Z[0-9A-Z]{15}[0-9]$/,
  fedex: /^[0-9]{12}$/,
  usps: /^9400[0-9]{18}$/,
  dhl: /^[0-9]{10}$/,
  "t-cat": /^9[0-9]{11}$/,
};

function bodyOf(carrier: DemoCarrier, next: (alphabet: string, count: number) => string): string {
  switch (carrier) {
    case "ups":
      return `1Z${next(ALPHANUMERIC, 6)}68${next(DIGITS, 7)}`;
    case "fedex":
      return `7${next(DIGITS, 10)}`;
    case "usps":
      return `94001${next(DIGITS, 16)}`;
    case "dhl":
      return `4${next(DIGITS, 8)}`;
    case "t-cat":
      return `9${next(DIGITS, 10)}`;
  }
}

function checkDigit(carrier: DemoCarrier, body: string): string {
  switch (carrier) {
    case "ups":
      return String(complementTo10(weighted([...body.slice(2)].map(upsValue), [1, 2])));
    case "fedex":
      return String((weighted([...body].map(Number), [3, 1, 7]) % 11) % 10);
    case "usps":
      return String(complementTo10(weighted([...body].reverse().map(Number), [3, 1])));
    case "dhl":
    case "t-cat":
      return String(Number(body) % 7);
  }
}

/** UPS counts letters too: A is 2, B is 3, ... */
function upsValue(character: string): number {
  return /[0-9]/.test(character) ? Number(character) : (character.charCodeAt(0) - 3) % 10;
}

/** The sum of the values, each times its weight; the weights repeat. */
function weighted(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index % weights.length] ?? 1), 0);
}

function complementTo10(sum: number): number {
  return (10 - (sum % 10)) % 10;
}

/** A small pseudo-random source (FNV-1a, then xorshift), so that demo numbers stay the same from run to run. */
function characters(seed: string): (alphabet: string, count: number) => string {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  const step = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state;
  };
  return (alphabet, count) => Array.from({ length: count }, () => alphabet.charAt(step() % alphabet.length)).join("");
}
