import { err, ok, type Result } from "./result.ts";

const DECIMAL = /^(-?)(\d{1,12})(?:\.(\d{1,8}))?$/;

/** How many minor digits a currency has (ISO 4217 as the platform knows it): GBP 2, JPY 0, KWD 3. Throws RangeError for a malformed code. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** Whether this runtime knows the ISO 4217 code. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf("currency").includes(code);
}

/**
 * Reads a plain decimal ("315.48", "-2", "0.1") as minor units without passing through a float.
 * Refuses thousands separators, exponents, and digits finer than the minor unit unless they are zeros.
 */
export function parseMinor(text: string, digits: number): Result<number, string> {
  const match = DECIMAL.exec(text.trim());
  if (match === null) return err("not a decimal amount such as 12.50");
  const [, sign = "", whole = "0", fraction = ""] = match;
  const kept = fraction.slice(0, digits).padEnd(digits, "0");
  if (/[1-9]/.test(fraction.slice(digits))) return err(`finer than the currency's ${digits} decimal places`);
  const minor = Number(`${whole}${kept}`);
  if (!Number.isSafeInteger(minor)) return err("too large");
  return ok(sign === "-" && minor !== 0 ? -minor : minor);
}
