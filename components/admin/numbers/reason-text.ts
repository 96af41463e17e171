import type { DeskSay } from "#lib/desk/desk-voice.ts";
import { PRODUCT_REASONS, ROW_REASONS } from "#lib/recommend/gate/reasons.ts";

const REASONS = ["empty", ...ROW_REASONS, ...PRODUCT_REASONS] as const;

/** Why something was not shown, in the desk's words; what nobody knows any more keeps its name. */
export function reasonText(say: DeskSay, key: string): string {
  const known = REASONS.find((one) => one === key);
  return known === undefined ? key : say(`numbers.offers.reason.${known}`);
}
