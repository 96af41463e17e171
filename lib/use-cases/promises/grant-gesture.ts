import type { Temporal } from "temporal-polyfill";
import type { Tx } from "#db/client.ts";
import { findGestureGround, findSpent, type GestureGround, lockGestures } from "#db/queries/gestures.ts";
import { keepDeskItems } from "#db/queries/keep-desk-items.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { attendBy } from "#lib/promise/concern/attend-by.ts";
import type { Delay } from "#lib/promise/delay/delay.ts";
import type { GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import { type GestureRules, gestureChoice } from "./gesture-choice.ts";
import { budgetMonth, grantChosen } from "./grant-chosen.ts";

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
  if (rules.gestures.length === 0) return null;
  if (choiceOf(input, ground, 0) === null) return nothing(tx, input, ground);
  await lockGestures(tx, input);
  const newest = await findGestureGround(tx, input);
  if (newest === null || newest.granted !== null) return newest?.granted ?? null;
  const month = budgetMonth(input.now, newest);
  const choice = choiceOf(input, newest, await findSpent(tx, { merchantId: input.merchantId, month }));
  return choice === null
    ? nothing(tx, input, newest)
    : grantChosen(tx, { ...input, actor: "worker" }, { ...newest, month, choice });
}

const NO_END = { perOrderMinor: null, perMonthMinor: null };

/** What a rule meant to give and no budget covers is for a person to decide. */
async function nothing(tx: Tx, input: GestureInput, ground: GestureGround): Promise<null> {
  const meant = choiceOf({ ...input, rules: { ...input.rules, budget: NO_END } }, ground, 0);
  if (meant === null) return null;
  const { merchantId, delayId, now, delay } = input;
  const { orderId, shopperId, tier, currency } = ground;
  const [severity, sinceMs] = [delay.severity, now.epochMilliseconds];
  const attendByMs = attendBy({ severity, sinceMs, tier, dueMs: null, neededMs: null });
  const about = { subjectId: delayId, topic: "shop", kind: "budget", shipmentId: null } as const;
  const facts = { costMinor: meant.costMinor, currency };
  const concern = { ...about, orderId, shopperId, severity, sinceMs, attendByMs, facts };
  await keepDeskItems(tx, { merchantId, concerns: [concern] });
  return null;
}

function choiceOf({ delay, rules }: GestureInput, ground: GestureGround, spentThisMonthMinor: number) {
  return gestureChoice(rules, { delay, ground, spentThisMonthMinor });
}
