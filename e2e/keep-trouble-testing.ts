import { eq, sql } from "drizzle-orm";
import type { Db, Tx } from "#db/client.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { delays, expectations, gestures, loyaltyAccounts, orders, remedies, shipments } from "#db/schema/index.ts";
import { withTenant } from "#db/tenant.ts";
import { type MerchantId, newId, type OrderId, type ShipmentId } from "#lib/kernel/ids.ts";
import type { DelayCause, DelayState, Severity } from "#lib/promise/delay/delay.ts";
import type { Gesture } from "#lib/promise/gesture/gesture.ts";
import type { Remedy } from "#lib/promise/remedy/remedy.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Reason } from "#lib/tracking/reason.ts";

/** What judging, granting and choosing have written about an order's only parcel. */
export type KeptRows = {
  readonly learned?: Window;
  readonly late?: number;
  readonly delay?: {
    readonly state: Exclude<DelayState, "on_time" | "none">;
    readonly level: "calm" | "apology";
    readonly cause: DelayCause;
    readonly severity: Severity;
    readonly was: Window;
    readonly reason?: Reason;
    readonly isSolved?: boolean;
  };
  readonly gesture?: { readonly gesture: Gesture; readonly costMinor: number; readonly code: string | null };
  readonly chosen?: { readonly remedy: Remedy; readonly dueInHours: number };
  readonly tier?: string;
};

type Of = { readonly merchantId: MerchantId; readonly orderId: OrderId; readonly shipmentId: ShipmentId | null };

/** Writes them for the order of this number, as of now. */
export async function keepTrouble(
  db: Db,
  { merchantId, number }: { readonly merchantId: MerchantId; readonly number: string },
  kept: KeptRows,
): Promise<void> {
  await withTenant(db, merchantId, async (tx) => {
    const order = await findOrderByNumber(tx, { merchantId, number });
    if (order === null) throw new Error(`There is no order ${number}`);
    const [parcel] = await tx.select({ id: shipments.id }).from(shipments).where(eq(shipments.orderId, order.id));
    const of = { merchantId, orderId: order.id, shipmentId: parcel?.id ?? null };
    // What the words of the carrier were judged to mean hangs on the hour: here it is what each moment says.
    await tx.delete(expectations).where(eq(expectations.orderId, order.id));
    await tx.delete(delays).where(eq(delays.orderId, order.id));
    await keepExpectation(tx, of, kept);
    await keepDelay(tx, of, kept);
    await keepChoice(tx, of, kept);
    if (kept.tier !== undefined) await keepTier(tx, of, kept.tier);
  });
}

async function keepExpectation(tx: Tx, { merchantId, orderId, shipmentId }: Of, { learned, late, delay }: KeptRows) {
  if (shipmentId === null || (learned === undefined && late === undefined)) return;
  const beside =
    learned === undefined
      ? {}
      : { learnedFrom: learned.fromDay, learnedTo: learned.toDay, learnedDay: learned.fromDay };
  await tx.insert(expectations).values({
    merchantId,
    orderId,
    shipmentId,
    zone: "Europe/London",
    carrier: "dhl",
    handedOverAt: sql`now()`,
    ...(learned === undefined ? {} : { ...learned, source: "learned" }),
    ...beside,
    late: late ?? null,
    silenceUnusual: delay?.cause === "silent",
    handedOverLate: delay?.reason === "late_handover",
    judgedAt: sql`now()`,
  });
}

async function keepDelay(tx: Tx, { merchantId, orderId, shipmentId }: Of, { delay, gesture }: KeptRows) {
  if (delay === undefined) return;
  const { was, isSolved = false, reason = null, ...rest } = delay;
  const id = newId();
  const told = { beganAt: sql`now()`, apologisedAt: delay.level === "apology" ? sql`now()` : null };
  await tx.insert(delays).values({
    ...{ merchantId, id, orderId, shipmentId, reason },
    ...rest,
    ...{ wasFrom: was.fromDay, wasTo: was.toDay },
    ...told,
    solvedAt: isSolved ? sql`now()` : null,
  });
  if (gesture === undefined) return;
  const granted = {
    ruleId: "late",
    ruleName: "Late",
    currency: "EUR",
    request: "sent" as const,
    month: sql`date_trunc('month', now())`,
  };
  await tx
    .insert(gestures)
    .values({ merchantId, id: newId(), delayId: id, orderId, ...granted, ...gesture, grantedAt: sql`now()` });
}

async function keepChoice(tx: Tx, { merchantId, orderId, shipmentId }: Of, { chosen }: KeptRows) {
  if (chosen === undefined) return;
  const { remedy, dueInHours } = chosen;
  const dueAt = sql`now() + make_interval(hours => ${dueInHours})`;
  const row = { merchantId, id: newId(), orderId, shipmentId, remedy, state: "waiting" } as const;
  await tx.insert(remedies).values({ ...row, chosenAt: sql`now()`, dueAt });
}

async function keepTier(tx: Tx, { merchantId, orderId }: Of, tier: string) {
  const [order] = await tx.select({ shopperId: orders.shopperId }).from(orders).where(eq(orders.id, orderId));
  if (order?.shopperId == null) throw new Error("Nobody is known to have ordered");
  await tx.insert(loyaltyAccounts).values({ merchantId, shopperId: order.shopperId, tier });
}
