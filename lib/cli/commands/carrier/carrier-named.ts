import type { Carrier } from "#lib/carriers/carrier.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { AppError } from "#lib/kernel/app-error.ts";

/** Every carrier's code, for help and refusals. */
export const CODES = [...CARRIERS.keys()].join(", ");

/** The carrier with this code, in small or capital letters. Throws AppError `invalid` that names those there are. */
export function carrierNamed(code: string): Carrier {
  const carrier = CARRIERS.get(code.toLowerCase());
  if (carrier === undefined) throw new AppError("invalid", `There is no carrier ${code}. There are: ${CODES}.`);
  return carrier;
}
