import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addHostRow } from "#db/queries/hosts.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { hostName } from "./host-name.ts";

export type HostChange = { readonly merchantId: MerchantId; readonly host: string; readonly actor: string };

/**
 * Serves a merchant's pages under its own domain too. Returns the domain as stored. Throws `invalid` for what is no domain
 * and `conflict` when it is another shop's.
 */
export function addHost({ db }: { readonly db: Db }, { merchantId, host, actor }: HostChange): Promise<string> {
  const name = hostName(host);
  return withTenant(db, merchantId, async (tx) => {
    if (!(await addHostRow(tx, { merchantId, host: name })))
      throw new AppError("conflict", `${name} leads to another shop already.`);
    await recordAudit(tx, { merchantId, actor, action: "host.added", subject: name });
    return name;
  });
}
