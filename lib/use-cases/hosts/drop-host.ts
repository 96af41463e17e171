import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { dropHostRow } from "#db/queries/hosts.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { HostChange } from "./add-host.ts";
import { hostName } from "./host-name.ts";

/** Serves a merchant's pages under this domain no more. Throws `not_found` when it was not theirs. */
export function dropHost({ db }: { readonly db: Db }, { merchantId, host, actor }: HostChange): Promise<void> {
  const name = hostName(host);
  return withTenant(db, merchantId, async (tx) => {
    if (!(await dropHostRow(tx, { merchantId, host: name })))
      throw new AppError("not_found", `${name} does not lead to this shop.`);
    await recordAudit(tx, { merchantId, actor, action: "host.dropped", subject: name });
  });
}
