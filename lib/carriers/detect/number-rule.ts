/** How the check digit follows from the serial. `weights` repeat; `from` says at which end they begin. */
export type Check =
  | { readonly kind: "mod10"; readonly weights: readonly number[]; readonly from: "left" | "right" }
  | { readonly kind: "mod11"; readonly weights: readonly number[] }
  | { readonly kind: "luhn" }
  | { readonly kind: "mod7" }
  | { readonly kind: "mod37" }
  | { readonly kind: "s10" };

/** One form of a carrier's numbers. */
export type NumberRule = {
  /** As in `shipments.carrier`; of a number with `countries` the country's post takes its place. */
  readonly carrier: string;
  /** The form's name, for people. */
  readonly form: string;
  /** Fits the whole number (capitals, without spaces and hyphens), with the groups `serial` and `digit` where `check` needs them. */
  readonly pattern: RegExp;
  /** Null where the form has no check digit that is known. */
  readonly check: Check | null;
  /** What stands before the serial when the digit is made, unless the serial fits `unless`. */
  readonly lead?: { readonly unless: RegExp; readonly digits: string };
  /** The countries that the group `country` may name, space between. */
  readonly countries?: string;
};
