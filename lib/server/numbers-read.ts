import "server-only";
import type { MerchantId } from "#lib/kernel/ids.ts";
import type { ShopNumbers } from "#lib/promise/numbers/shop-numbers.ts";
import { shopNumbers } from "#lib/use-cases/numbers/shop-numbers.ts";
import { context } from "./context.ts";

/** Which days an address asks for, as it stands there. */
export type AskedDays = { readonly days: string | null; readonly from: string | null; readonly to: string | null };

/** A shop's numbers, after its door said whose it is. */
export function numbersRead(merchantId: MerchantId, asked: AskedDays): Promise<ShopNumbers> {
  return shopNumbers(context(), { merchantId, asked });
}
