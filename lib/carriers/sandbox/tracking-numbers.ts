import { mod7Digit, mod10Digit, mod11Digit, s10Digit } from "#lib/carriers/check-digits.ts";
import type { SandboxCarrier } from "./script.ts";

type Form = { readonly pattern: RegExp; readonly holds: (number: string) => boolean };

/** As a shop writes it: without spaces, in capitals. */
export function plainNumber(number: string): string {
  return number.replaceAll(/\s/g, "").toUpperCase();
}

/** Whether a number (see `plainNumber`) has one of the forms of a carrier, and its check digit where the form has one. */
export function isTrackingNumber(carrier: SandboxCarrier, number: string): boolean {
  return FORMS[carrier].some((form) => form.pattern.test(number) && form.holds(number));
}

/** The post office that brings a number's parcel to the door, and a number of its own that follows from it. */
export function partnerOf(
  carrier: SandboxCarrier,
  number: string,
): { readonly carrier: string; readonly number: string } {
  const digits = number.replaceAll(/\D/g, "").slice(-12).padStart(12, "0");
  if (carrier === "dhl")
    return { carrier: "Deutsche Post", number: `RR${digits.slice(-8)}${s10Digit(digits.slice(-8))}DE` };
  const serial = `926129${digits}000`;
  return { carrier: "USPS", number: `${serial}${mod10Digit(serial, [3, 1])}` };
}

/** Which DHL network a number belongs to: the parcel of the German post, or Express. */
export function isParcelDe(number: string): boolean {
  return /^(\d{12}|00340\d{15})$/.test(number);
}

/** The last character is the check digit of what is before it, from position `from` on. */
function endsWithDigit(digitOf: (serial: string) => string, from: (number: string) => number) {
  return (number: string) => number.endsWith(digitOf(number.slice(from(number), -1)));
}

const mod10 = (weights: readonly number[]) => (serial: string) => mod10Digit(serial, weights);
const mod11 = (weights: readonly number[]) => (serial: string) => mod11Digit(serial, weights);
const s10 = { pattern: /^[A-Z]{2}\d{9}US$/, holds: (n: string) => n[10] === s10Digit(n.slice(2, 10)) };

const lastDigits = (count: number) => (number: string) => number.length - count;

/** Behind 420 the barcode repeats the ZIP code, of five or nine digits; what follows has to be a number by itself. */
const holdsBehindZip = (number: string) =>
  [8, 12].some((from) => {
    const rest = number.slice(from);
    return /^9[1-5](\d{20}|\d{24})$/.test(rest) && rest.endsWith(mod10Digit(rest.slice(0, -1), [3, 1]));
  });

const FORMS: Readonly<Record<SandboxCarrier, readonly Form[]>> = {
  ups: [
    { pattern: /^1Z[A-Z0-9]{15}\d$/, holds: endsWithDigit(mod10([1, 2]), () => 2) },
    { pattern: /^[AFHJKMQTVW]\d{10}$/, holds: endsWithDigit(mod10([1, 2]), () => 1) },
  ],
  fedex: [
    { pattern: /^\d{12}$/, holds: endsWithDigit(mod11([3, 1, 7]), () => 0) },
    { pattern: /^\d{15}$/, holds: endsWithDigit(mod10([1, 3]), () => 0) },
    { pattern: /^\d{18}$/, holds: endsWithDigit(mod10([3, 1]), lastDigits(16)) },
    { pattern: /^96\d{20}$/, holds: endsWithDigit(mod10([1, 3]), lastDigits(15)) },
    { pattern: /^\d{34}$/, holds: endsWithDigit(mod11([1, 7, 3]), lastDigits(14)) },
  ],
  usps: [
    { pattern: /^\d{20}$/, holds: (n) => [n, `91${n}`].some(endsWithDigit(mod10([3, 1]), () => 0)) },
    { pattern: /^9[1-5](\d{20}|\d{24}|\d{28})$/, holds: endsWithDigit(mod10([3, 1]), () => 0) },
    { pattern: /^420\d+$/, holds: holdsBehindZip },
    s10,
  ],
  dhl: [
    { pattern: /^\d{10,11}$/, holds: endsWithDigit(mod7Digit, () => 0) },
    { pattern: /^J[A-Z]{2,3}\d{9,18}$/, holds: () => true },
    { pattern: /^\d{12}$/, holds: () => true },
    { pattern: /^00340\d{15}$/, holds: endsWithDigit(mod10([3, 1]), () => 0) },
  ],
};
