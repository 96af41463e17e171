import { type SQL, sql } from "drizzle-orm";
import type { MerchantId } from "#lib/kernel/ids.ts";

/** What a shop's days are counted by: the days (`YYYY-MM-DD`) of the shop's clock, and that clock. */
export type CountedDays = {
  readonly merchantId: MerchantId;
  readonly zone: string;
  readonly days: readonly string[];
};

/** The days as a table `d(day)`. */
export const daysTable = ({ days }: Pick<CountedDays, "days">): SQL =>
  sql`(select value::date as day from jsonb_array_elements_text(${JSON.stringify(days)}::text::jsonb)) d`;

/** That a moment is within day `d` of the shop's clock: a range, which an index knows. */
export const isWithinDay = (moment: SQL, { zone }: Pick<CountedDays, "zone">): SQL =>
  sql`${moment} >= d.day::timestamp at time zone ${zone} and ${moment} < (d.day + 1)::timestamp at time zone ${zone}`;
