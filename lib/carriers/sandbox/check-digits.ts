/**
 * The check digit of a number without it: characters weighted 1 and 3 (or 1 and 2) in turn, filled up to ten. `weights`
 * repeat from the left. A letter counts as UPS counts it: A is 2, B is 3 and so on. Source: the carriers' barcode rules as
 * collected in tracking_number_data.
 */
export function mod10Digit(serial: string, weights: readonly number[]): string {
  return String((10 - (weightedSum([...serial].map(digitValue), weights) % 10)) % 10);
}

/** FedEx: digits weighted, the rest of a division by 11, and 10 counts as 0. `weights` repeat from the left. */
export function mod11Digit(serial: string, weights: readonly number[]): string {
  return String((weightedSum([...serial].map(digitValue), weights) % 11) % 10);
}

/** DHL Express waybills: the rest of a division by 7. */
export function mod7Digit(serial: string): string {
  return String(Number(serial) % 7);
}

/** UPU S10, the international post: eight digits with fixed weights. */
export function s10Digit(serial: string): string {
  const rest = 11 - (weightedSum([...serial].map(digitValue), [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
  if (rest === 10) return "0";
  return String(rest === 11 ? 5 : rest);
}

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index % weights.length] ?? 0), 0);
}

function digitValue(character: string): number {
  return character >= "0" && character <= "9" ? Number(character) : (character.charCodeAt(0) - 3) % 10;
}
