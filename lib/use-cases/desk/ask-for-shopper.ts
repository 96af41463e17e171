import type { Db } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addShopRemedy, lockRemedies, remediesOf } from "#db/queries/remedies.ts";
import { withTenant } from "#db/tenant.ts";
import { type MerchantId, newId, type OrderId, type PersonId, type ShipmentId } from "#lib/kernel/ids.ts";
import { choiceAfter } from "#lib/promise/remedy/choice-after.ts";
import { noteDesk } from "./note-desk.ts";

export type AskInput = {
  readonly merchantId: MerchantId;
  readonly orderId: OrderId;
  readonly shipmentId: ShipmentId | null;
  readonly remedy: "reship" | "refund";
  /** What the shopper reads about it on the page. */
  readonly answer: string | null;
  readonly actor: PersonId;
};

/** `standing`: the shopper has chosen meanwhile, or it was asked for already; what stands has to be answered first. */
export type AskOutcome = { readonly kind: "asked" | "standing" };

/**
 * Decides for a shopper who has not chosen: the shop's own system is asked to send again or to pay back, as after a choice, and
 * the page says that it is done. Asked for twice, it is asked for once.
 */
export function askForShopper({ db }: { readonly db: Db }, input: AskInput): Promise<AskOutcome> {
  const { merchantId, orderId, shipmentId, remedy, answer, actor } = input;
  return withTenant(db, merchantId, async (tx): Promise<AskOutcome> => {
    await lockRemedies(tx, { merchantId, orderId });
    const current = (await remediesOf(tx, { merchantId, orderId })).find(
      (one) => one.shipmentId === shipmentId && one.state !== "taken_back",
    );
    const stands = current === undefined || current.state === "declined" ? null : current;
    const after = choiceAfter(stands, remedy, [remedy]);
    if (after.kind !== "made" || after.takesBack) return { kind: "standing" };
    const id = newId();
    await addShopRemedy(tx, { merchantId, orderId, shipmentId, id, remedy, answer });
    await addJob(tx, "ask-shop", { merchantId, kind: "remedy", id });
    await recordAudit(tx, {
      ...{ merchantId, actor, action: "remedy.decided", subject: id },
      after: { orderId, shipmentId, remedy, isAnswered: answer !== null },
    });
    await noteDesk(tx, { merchantId, orderIds: [orderId] });
    return { kind: "asked" };
  });
}
