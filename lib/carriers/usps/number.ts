import type { CarrierError } from "#lib/carriers/carrier.ts";

/** What can be no number of USPS at all is not sent: it could take its batch with it. Source: Publication 199; UPU S10. */
export function isNumber(number: string): boolean {
  return /^(\d{20,34}|[A-Z]{2}\d{9}[A-Z]{2})$/.test(number);
}

export const NO_NUMBER: CarrierError = {
  kind: "invalid_number",
  message: "USPS numbers have 20 to 34 digits, or 9 between two letters and two letters",
  retryAfterMs: null,
};
