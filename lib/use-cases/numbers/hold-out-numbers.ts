import type { HoldOut } from "#db/queries/numbers/hold-out.ts";
import type { HoldOutNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import { rateDifference, type Share } from "#lib/recommend/measure/rate-difference.ts";

/** The comparison that was kept, with its interval; null where none was. */
export function holdOutNumbers(kept: HoldOut | null): HoldOutNumbers | null {
  if (kept === null) return null;
  const side = (isHeldOut: boolean): Share => {
    const found = kept.sides.find(({ heldOut }) => heldOut === isHeldOut);
    return { count: found?.bought ?? 0, of: found?.shoppers ?? 0 };
  };
  const [shown, heldOut] = [side(false), side(true)];
  return { asOf: kept.asOf, windowDays: kept.windowDays, shown, heldOut, effect: rateDifference(shown, heldOut) };
}
