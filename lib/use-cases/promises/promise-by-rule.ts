import { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { findJudgeGround } from "#db/queries/rules.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { OrderDraft } from "#lib/orders/drafts.ts";
import type { PromisedWindow } from "#lib/promise/checkout-promise.ts";
import { alpha2Of } from "#lib/tracking/country-codes.ts";
import { loadHolidays } from "./load-holidays.ts";
import { promiseAtCheckout } from "./promise-at-checkout.ts";
import { storedPromiseRules } from "./stored-rules.ts";

/** What a merchant's rules promise an order, and by which; null where none fits. */
export type PromiseByRule = (
  order: Pick<OrderDraft, "shippingMethod" | "placedAt" | "shipTo">,
) => { readonly window: PromisedWindow; readonly ruleId: string } | null;

/** The merchant's rules, ready to be asked about many orders; null where it has none. */
export async function promiseByRule(
  tx: Tx,
  merchant: { readonly merchantId: MerchantId },
): Promise<PromiseByRule | null> {
  const rules = await storedPromiseRules(tx, merchant);
  if (rules.length === 0) return null;
  const holidaysOf = await loadHolidays(rules);
  const { zone } = await findJudgeGround(tx, merchant);
  return ({ shippingMethod: method, placedAt, shipTo }) => {
    const country = alpha2Of(shipTo?.country?.trim() ?? "");
    const order = { method, placedAt: Temporal.Instant.from(placedAt), country, zone };
    const promised = promiseAtCheckout(rules, order, holidaysOf);
    if (promised?.saidBy !== "rule" || promised.reason === null) return null;
    return { window: promised.window, ruleId: promised.reason };
  };
}
