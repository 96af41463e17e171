import { type CarrierAccount, carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import type { Runtime } from "#lib/cli/runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** The merchant's account of this name, `CARRIER` or `CARRIER/LABEL`. Throws AppError `not_found` or `invalid`. */
export async function accountNamed(
  { db }: Pick<Runtime, "db">,
  { merchantId, name }: { readonly merchantId: MerchantId; readonly name: string },
): Promise<CarrierAccount> {
  const accounts = await withTenant(db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  const [carrier = "", label] = name.toLowerCase().split("/");
  const fitting = accounts.filter(
    (account) => account.carrier === carrier && (label === undefined || account.label.toLowerCase() === label),
  );
  const [found] = fitting;
  const all = accounts.map((account) => `${account.carrier}/${account.label}`).join(", ");
  if (found === undefined) throw new AppError("not_found", `There is no account ${name}. There are: ${all || "none"}.`);
  if (fitting.length > 1)
    throw new AppError("invalid", `There are several accounts with ${carrier}: ${all}. Name one of them.`);
  return found;
}
