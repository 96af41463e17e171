import { randomBytes } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { addJob } from "#db/queries/add-job.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { addGesture, findGestureGround, findSpent, type GestureGround, lockGestures } from "#db/queries/gestures.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { type MerchantId, newId } from "#lib/kernel/ids.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import type { Gesture, GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { GestureChoice } from "#lib/promise/gesture/gesture-for.ts";
import { newCode } from "#lib/promise/gesture/new-code.ts";
import { type GestureRules, gestureChoice } from "./gesture-choice.ts";

export type GestureInput = {
  readonly merchantId: MerchantId;
  /** Its row in `delays`, written before in this transaction. */
  readonly delayId: string;
  /** The same delay as it is judged now: without an apology nothing is given. */
  readonly delay: Delay;
  readonly rules: GestureRules;
  /** By the database's clock: it decides which month's budget pays. */
  readonly now: Temporal.Instant;
};

const RANDOM_BYTES = 16;

/**
 * What the merchant's rules give for a delay: at most once in its life, within both budgets, exactly so however many ask at
 * once (product rule 6). Returns what this delay has, given now or before; null for nothing. An order in another currency than
 * the merchant's gets nothing, since no budget tells what it may cost. Queues the request to the shop and the audit's line.
 * Takes a lock of the whole merchant until the transaction ends: call it after all row locks, close to the end.
 */
export async function grantGesture(tx: Tx, input: GestureInput): Promise<GrantedGesture | null> {
  const { delay, rules } = input;
  if (delay.level !== "apology") return null;
  const ground = await findGestureGround(tx, input);
  if (ground === null || ground.granted !== null) return ground?.granted ?? null;
  // Most delays get nothing whatever is left: only what may be given waits for its turn.
  if (rules.gestures.length === 0 || choiceOf(input, ground, 0) === null) return null;
  await lockGestures(tx, input);
  const newest = await findGestureGround(tx, input);
  if (newest === null || newest.granted !== null) return newest?.granted ?? null;
  const month = input.now.toZonedDateTimeISO(newest.zone).toPlainDate().with({ day: 1 }).toString();
  const choice = choiceOf(input, newest, await findSpent(tx, { merchantId: input.merchantId, month }));
  return choice === null ? null : grant(tx, input, { ...newest, month, choice });
}

function choiceOf({ delay, rules }: GestureInput, ground: GestureGround, spentThisMonthMinor: number) {
  return gestureChoice(rules, { delay, ground, spentThisMonthMinor });
}

type Decided = GestureGround & { readonly month: string; readonly choice: GestureChoice };

async function grant(tx: Tx, { merchantId, delayId, now }: GestureInput, decided: Decided): Promise<GrantedGesture> {
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
  await recordAudit(tx, {
    ...{ merchantId, actor: "worker", action: "gesture.granted", subject: id },
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
