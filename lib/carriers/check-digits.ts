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

/** Luhn (ISO/IEC 7812-1): every second digit doubled, beginning with the last of the serial, and filled up to ten. */
export function luhnDigit(serial: string): string {
  const values = [...serial]
    .reverse()
    .map((digit, index) => (index % 2 === 0 ? digitSum(2 * Number(digit)) : Number(digit)));
  return String((10 - (weightedSum(values, [1]) % 10)) % 10);
}

/** ISO/IEC 7064 MOD 37,36: DPD's check character, a digit or a letter. */
export function mod37Character(serial: string): string {
  const rest = [...serial].reduce((carried, character) => {
    const sum = (Number.parseInt(character, 36) + carried) % 36 || 36;
    return (sum * 2) % 37;
  }, 36);
  return ((37 - rest) % 36).toString(36).toUpperCase();
}

function digitSum(value: number): number {
  return value > 9 ? value - 9 : value;
}

function weightedSum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + value * (weights[index % weights.length] ?? 0), 0);
}

function digitValue(character: string): number {
  return character >= "0" && character <= "9" ? Number(character) : (character.charCodeAt(0) - 3) % 10;
}
