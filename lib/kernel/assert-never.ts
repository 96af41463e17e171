/** Ends every `switch` over a union: the compiler refuses a forgotten case, and a wrong value at run time throws. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`);
}
