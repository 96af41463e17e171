import "server-only";
import { type Member, membersOf } from "#db/queries/members.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { context } from "./context.ts";

/*
 * What the desk's pages read of one shop, after `requireMember` said whose it is.
 */

export function shopMembers(merchantId: MerchantId): Promise<readonly Member[]> {
  return withTenant(context().db, merchantId, (tx) => membersOf(tx, { merchantId }));
}
