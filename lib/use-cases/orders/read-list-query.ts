import type { Temporal } from "temporal-polyfill";
import { z } from "zod";
import type { ListSort, OrderKey, OrdersWanted } from "#db/queries/listed-orders.ts";
import { STATUSES } from "#lib/tracking/status.ts";

export const NEEDS = ["late", "at_risk", "waiting", "unsent", "calm"] as const;
export const PLACED = ["today", "week", "month", "quarter", "older"] as const;

/** What the address of the list asks for; null for what it leaves open. */
export type ListQuery = {
  readonly text: string;
  readonly needs: (typeof NEEDS)[number] | null;
  readonly status: (typeof STATUSES)[number] | null;
  readonly carrier: string | null;
  readonly placed: (typeof PLACED)[number] | null;
  readonly sort: ListSort;
  readonly before: OrderKey | null;
};

const query = z.object({
  q: z.string().max(200).catch(""),
  needs: z.enum(NEEDS).nullable().catch(null),
  status: z.enum(STATUSES).nullable().catch(null),
  carrier: z
    .string()
    .regex(/^[\w .-]{1,60}$/)
    .nullable()
    .catch(null),
  placed: z.enum(PLACED).nullable().catch(null),
  sort: z.enum(["newest", "oldest"]).catch("newest"),
  before: z
    .string()
    .transform((text) => text.split("~"))
    .pipe(z.tuple([z.iso.datetime({ offset: true }), z.uuid()]))
    .nullable()
    .catch(null),
});

/** Reads the query of the list's address; what makes no sense is left open. */
export function readListQuery(given: Readonly<Record<string, unknown>>): ListQuery {
  const { q, before, ...rest } = query.parse(given);
  return { ...rest, text: q, before: before === null ? null : { placedAt: before[0], id: before[1] } };
}

/** A place in the list as its address writes it. */
export function beforeText({ placedAt, id }: OrderKey): string {
  return `${placedAt}~${id}`;
}

const DAYS = { today: 0, week: 6, month: 29, quarter: 89, older: 89 } as const;

/** What is wanted of the list at this moment. Days are the shop's own: `zone` is IANA. */
export function wantedOf(
  { needs, status, carrier, placed }: ListQuery,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): OrdersWanted {
  const open = { needs, status, carrier, placedFrom: null, placedBefore: null };
  if (placed === null) return open;
  const first = firstDayOf(placed, { now, zone });
  return placed === "older" ? { ...open, placedBefore: first } : { ...open, placedFrom: first };
}

/** When the first day of a span of the list begins, as an ISO instant; of `older`, when it ends. */
export function firstDayOf(
  placed: (typeof PLACED)[number],
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): string {
  return now.toZonedDateTimeISO(zone).startOfDay().subtract({ days: DAYS[placed] }).toInstant().toString();
}
