import "server-only";
import { Temporal } from "temporal-polyfill";
import { findMerchantFace } from "#db/queries/brands.ts";
import { type DeskContext, deskContext } from "#db/queries/desk-context.ts";
import { type DeskCounts, deskCounts } from "#db/queries/desk-counts.ts";
import { deskQueue, deskQueueRow, type QueueFilter, type QueuePlace, type QueueRow } from "#db/queries/desk-queue.ts";
import { type Member, membersOf } from "#db/queries/members.ts";
import { type QueueCounts, queueCounts } from "#db/queries/queue-counts.ts";
import { findShopHook } from "#db/queries/shop-hooks.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import { type GestureRoom, gestureRoom } from "#lib/use-cases/desk/give-gesture.ts";
import { context } from "./context.ts";
import type { QueueAsked } from "./queue-address.ts";

/** Rows of one page. */
const QUEUE_PAGE = 30;

type Asked = {
  readonly merchantId: MerchantId;
  readonly me: PersonId;
  readonly asked: QueueAsked;
  readonly after: QueuePlace | null;
};

/** `next`: where the next page begins; null on the last. */
export type QueueRead = {
  readonly now: Temporal.Instant;
  readonly rows: readonly QueueRow[];
  readonly next: QueuePlace | null;
  readonly counts: QueueCounts;
  readonly people: readonly Member[];
};

/** A page of the queue with its counts, in one transaction. */
export function readQueue({ merchantId, me, asked, after }: Asked): Promise<QueueRead> {
  return withTenant(context().db, merchantId, async (tx) => {
    const filter: QueueFilter = { ...asked, whose: asked.whose === "me" ? me : asked.whose };
    const found = await deskQueue(tx, { merchantId, filter, after, limit: QUEUE_PAGE + 1 });
    const rows = found.slice(0, QUEUE_PAGE);
    const last = found.length > QUEUE_PAGE ? rows.at(-1) : undefined;
    const counts = await queueCounts(tx, { merchantId, me });
    const people = await membersOf(tx, { merchantId });
    return { now: Temporal.Now.instant(), rows, next: last ?? null, counts, people };
  });
}

export type TodoRead = {
  readonly now: Temporal.Instant;
  readonly row: QueueRow;
  readonly about: DeskContext;
  readonly people: readonly Member[];
  /** What may be given; null where a gift belongs to nothing here. */
  readonly room: GestureRoom | null;
  readonly hasHook: boolean;
  /** The shop's own look, for what a mail says. */
  readonly face: NonNullable<Awaited<ReturnType<typeof findMerchantFace>>>;
};

/** One thing of the queue with all that stands around it; null where there is none of this id. */
export function readTodo(merchantId: MerchantId, itemId: string): Promise<TodoRead | null> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(itemId)) return Promise.resolve(null);
  return withTenant(context().db, merchantId, async (tx) => {
    const row = await deskQueueRow(tx, { merchantId, itemId });
    const about = row === null ? null : await deskContext(tx, { merchantId, itemId });
    const face = await findMerchantFace(tx, { merchantId });
    if (row === null || about === null || face === null) return null;
    const delayId = delayFor(row, about);
    return {
      ...{ now: Temporal.Now.instant(), row, about, face },
      people: await membersOf(tx, { merchantId }),
      room: delayId === null ? null : await gestureRoom(tx, { merchantId, delayId }),
      hasHook: (await findShopHook(tx, { merchantId })) !== null,
    };
  });
}

/** For which delay something could be given: that of the same parcel. One that was never apologised for has none. */
export function delayFor({ shipmentId }: Pick<QueueRow, "shipmentId">, { delays }: DeskContext): string | null {
  const apologised = delays.filter(({ level }) => level === "apology");
  return (apologised.find((delay) => delay.shipmentId === shipmentId) ?? apologised[0])?.id ?? null;
}

/** How a shop stands beyond the queue. */
export function standOf(merchantId: MerchantId): Promise<DeskCounts> {
  return withTenant(context().db, merchantId, (tx) => deskCounts(tx, { merchantId }));
}
