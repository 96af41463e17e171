import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "#db/client.ts";
import { consents, messageDials, orders, shoppers } from "#db/schema/index.ts";
import { type MerchantId, newId, type OrderId, type ShopperId } from "#lib/kernel/ids.ts";
import { type ChannelName, FREQUENCIES, type Frequency, MILESTONES, type Milestone } from "#lib/tracking/page/dials.ts";

type OrderKey = { readonly merchantId: MerchantId; readonly orderId: OrderId };

export type DialsRecord = {
  readonly shopperId: ShopperId;
  readonly language: string | null;
  readonly neededBy: string | null;
  readonly hasPhone: boolean;
  /** What the newest consent of each channel says; a channel that is not in here was never spoken of. */
  readonly channels: readonly {
    readonly channel: ChannelName;
    readonly granted: boolean;
    readonly frequencies: Partial<Record<Milestone, Frequency>>;
  }[];
};

const told = z.array(
  z.object({
    channel: z.enum(["email", "sms", "push"]),
    granted: z.boolean(),
    frequencies: z.partialRecord(z.enum(MILESTONES), z.enum(FREQUENCIES)),
  }),
);

/**
 * What the newest consent of each channel says, as JSON. One step into `consents_of_shopper` a channel, so that a long ledger
 * costs no more than a short one.
 */
export function channelsOf(merchantId: SQLWrapper, shopperId: SQLWrapper): SQL<unknown> {
  const newest = sql`
    select last.* from (values ('email'), ('sms'), ('push')) as k(channel) cross join lateral (
      select c.id, c.channel, c.granted from consents c
      where c.merchant_id = ${merchantId} and c.shopper_id = ${shopperId} and c.channel = k.channel
        and c.purpose = 'status'
      order by c.recorded_at desc limit 1) last`;
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('channel', n.channel, 'granted', n.granted, 'frequencies', (
      select coalesce(jsonb_object_agg(d.milestone, d.frequency), '{}') from message_dials d
      where d.merchant_id = ${merchantId} and d.consent_id = n.id))), '[]')
    from (${newest}) n)`;
}

/** Channels as `channelsOf` gives them. */
export function channelsFrom(stored: unknown): DialsRecord["channels"] {
  return told.parse(stored);
}

/** How the shopper of an order wants to be told; null where nobody is known to have ordered. Uses primary keys and `consents_of_shopper`. */
export async function findDials(tx: Tx, { merchantId, orderId }: OrderKey): Promise<DialsRecord | null> {
  const [row] = await tx
    .select({
      shopperId: shoppers.id,
      language: shoppers.chosenLocale,
      neededBy: orders.neededBy,
      hasPhone: sql<boolean>`${orders.shipPhone} is not null`,
      channels: channelsOf(orders.merchantId, orders.shopperId),
    })
    .from(orders)
    .innerJoin(shoppers, and(eq(shoppers.merchantId, orders.merchantId), eq(shoppers.id, orders.shopperId)))
    .where(and(eq(orders.merchantId, merchantId), eq(orders.id, orderId)))
    .limit(1);
  return row === undefined ? null : { ...row, channels: channelsFrom(row.channels) };
}

/** Keeps the day by which an order is needed, as its page says it; null forgets it. The same day again writes nothing. Uses the primary key. */
export async function setNeededBy(tx: Tx, { merchantId, orderId }: OrderKey, day: string | null): Promise<void> {
  await tx
    .update(orders)
    .set({ neededBy: day, neededBySaid: "page" })
    .where(
      and(
        eq(orders.merchantId, merchantId),
        eq(orders.id, orderId),
        sql`${orders.neededBy} is distinct from ${day}::date`,
      ),
    );
}

/** Keeps the language that a shopper chose. Uses the primary key. */
export async function setChosenLocale(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly shopperId: ShopperId; readonly locale: string },
): Promise<void> {
  await tx
    .update(shoppers)
    .set({ chosenLocale: input.locale })
    .where(and(eq(shoppers.merchantId, input.merchantId), eq(shoppers.id, input.shopperId)));
}

/** Adds one consent record of a channel with the dials that hang on it. */
export async function addChannelDials(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly shopperId: ShopperId;
    readonly channel: ChannelName;
    readonly frequencies: Readonly<Record<Milestone, Frequency>>;
    /** Where the shopper said so. */
    readonly source: string;
  },
): Promise<void> {
  const { merchantId, shopperId, channel, frequencies, source } = input;
  const id = newId();
  const granted = MILESTONES.some((milestone) => frequencies[milestone] !== "off");
  await tx.insert(consents).values({
    ...{ merchantId, id, shopperId, channel, purpose: "status", granted, source },
    // The moment itself, not the transaction's begin: of two at once, the later one counts.
    recordedAt: sql`clock_timestamp()`,
  });
  await tx
    .insert(messageDials)
    .values(
      MILESTONES.map((milestone) => ({ merchantId, consentId: id, milestone, frequency: frequencies[milestone] })),
    );
}
