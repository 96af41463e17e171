/** A number as carriers write it: without spaces and control characters, in capitals. */
export function spacelessNumber(number: string): string {
  return number.replaceAll(/[\s\p{Cc}]/gu, "").toUpperCase();
}

/** The same without hyphens, which people add for reading: for carriers whose numbers have none. */
export function plainNumber(number: string): string {
  return spacelessNumber(number).replaceAll("-", "");
}
