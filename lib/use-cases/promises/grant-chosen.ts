import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addGesture, type GestureGround } from "#db/queries/gestures.ts";
import { endDeskItem } from "#db/queries/keep-desk-items.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { Gesture, GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { GestureChoice } from "#lib/promise/gesture/gesture-for.ts";
import { newCode } from "#lib/promise/gesture/new-code.ts";

const RANDOM_BYTES = 16;

/** Whose budget pays: the first day of the month, in the merchant's zone. */
export function budgetMonth(now: Temporal.Instant, { zone }: Pick<GestureGround, "zone">): string {
  return now.toZonedDateTimeISO(zone).toPlainDate().with({ day: 1 }).toString();
}

type Decided = GestureGround & { readonly month: string; readonly choice: GestureChoice };
type Granting = {
  readonly merchantId: MerchantId;
  readonly delayId: string;
  readonly now: Temporal.Instant;
  /** `worker` for what a rule gives, else a member's user id. */
  readonly actor: string;
};

/**
 * Writes what was decided on, while the shop's turn is held (`lockGestures`): with its cost in its month, the request to the
 * shop and the audit's line. What no budget covered waits for a person no more.
 */
export async function grantChosen(tx: Tx, granting: Granting, decided: Decided): Promise<GrantedGesture> {
  const { merchantId, delayId, now, actor } = granting;
  const { orderId, currency, month, choice } = decided;
  const { rule, gesture, costMinor } = choice;
  const granted = { ruleId: rule.id, gesture, costMinor, code: needsCode(gesture) ? freshCode() : null };
  const id = newId();
  await addGesture(tx, {
    ...{ merchantId, id, delayId, orderId, currency, month, grantedAt: now },
    ...granted,
    ruleName: rule.name,
  });
  await addJob(tx, "ask-shop", { merchantId, kind: "gesture", id });
  await endDeskItem(tx, { merchantId, subjectId: delayId, topic: "shop" });
  await recordAudit(tx, {
    ...{ merchantId, actor, action: "gesture.granted", subject: id },
    after: { delayId, orderId, rule, gesture, costMinor, currency, month },
  });
  return granted;
}

function freshCode(): string {
  return newCode(randomBytes(RANDOM_BYTES));
}

/** What is taken off the order that is there, or booked for the shopper, needs nothing typed in. */
function needsCode(gesture: Gesture): boolean {
  switch (gesture.kind) {
    case "percent_off":
    case "amount_off":
      return gesture.on === "next_order";
    case "free_express":
      return true;
    case "shipping_refund":
    case "points":
      return false;
    default:
      return assertNever(gesture);
  }
}
