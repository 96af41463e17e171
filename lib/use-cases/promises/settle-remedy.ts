import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findRemedyState, settle } from "#db/queries/remedies.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { noteDesk } from "#lib/use-cases/desk/note-desk.ts";

/** What the shop says of a choice. `accepted`: it has begun, and the shopper can take it back no more. */
export type Settling = {
  readonly merchantId: MerchantId;
  readonly remedyId: string;
  readonly state: "accepted" | "done" | "declined";
  /** What the shopper reads about it on the page; left out, what was said before stays. */
  readonly answer?: string | null;
  /** A member's user id, or `cli`. */
  readonly actor: string;
};

/**
 * Writes what the shop did about a choice, and who said so; saying the same again changes nothing. Throws AppError `not_found`
 * for a choice that is not there, `conflict` for one that was taken back or settled in another way meanwhile.
 */
export async function settleRemedy({ db }: { readonly db: Db }, settling: Settling): Promise<void> {
  const { merchantId, remedyId, state: to, actor, answer = null } = settling;
  await withTenant(db, merchantId, async (tx) => {
    const from = to === "accepted" ? (["waiting"] as const) : (["waiting", "accepted"] as const);
    const settled = await settle(tx, { merchantId, remedyId, from, to, answer });
    if (settled === null) return refuse(await findRemedyState(tx, { merchantId, remedyId }), to);
    const { orderId, remedy, before } = settled;
    await recordAudit(tx, {
      ...{ merchantId, actor, action: "remedy.settled", subject: remedyId },
      before: { state: before },
      after: { state: to, orderId, remedy, isAnswered: answer !== null },
    });
    await noteDesk(tx, { merchantId, orderIds: [orderId] });
  });
}

function refuse(state: string | null, wanted: string): void {
  if (state === null) throw new AppError("not_found", "There is no such choice.");
  if (state !== wanted) throw new AppError("conflict", `The choice is ${state.replace("_", " ")} already.`);
}
