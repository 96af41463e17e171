import { Command } from "commander";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { AppError } from "#lib/kernel/app-error.ts";

/** `porchlight carrier detect`: reads no database. */
export function detectCommand(): Command {
  return new Command("detect")
    .description("print whose number it may be: a JSON array, likeliest first; `[]` when it looks like nobody's")
    .argument("<number...>", "one tracking number; spaces, hyphens and small letters do not matter")
    .addHelpText(
      "after",
      `
  carrier        as in parcels.csv; also carriers that Porchlight does not speak with
  form           which of the carrier's forms
  isChecked      the form has a check digit, and it is right
  hasCheckDigit  with isChecked false: the digit is wrong (a typing error?); else the form proves nothing

It is a suggestion: forms overlap, and what the shop says of its own parcel counts more.

Example:
  npx porchlight carrier detect 1Z 879 E93 03 4683 4440`,
    )
    .action(detect);
}

function detect(words: readonly string[]): void {
  const number = plainNumber(words.join(""));
  if (!/^[A-Z0-9]{4,50}$/.test(number)) {
    throw new AppError("invalid", "That is not a tracking number: it has 4 to 50 letters and digits.");
  }
  console.log(JSON.stringify(carriersOf(number), null, 2));
}
