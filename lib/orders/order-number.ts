/** How an order is found whichever way people write its number: "#1001", "1001" and " #1001 " are one order. */
export function orderNumberKey(number: string): string {
  return number.trim().replace(/^#+/, "").toLowerCase();
}
