import { sql } from "drizzle-orm";
import { type Db, driverOf, type Tx } from "#db/client.ts";
import type { MerchantId, ShipmentId } from "#lib/kernel/ids.ts";

const CHANNEL = "tracking_news";
/** A notification holds less than 8,000 bytes (PostgreSQL, NOTIFY): a merchant's id and so many parcels' with a comma each. */
const MOST_PARCELS = 200;

export type News = { readonly merchantId: MerchantId; readonly shipmentIds: readonly ShipmentId[] };

/**
 * Tells every web process that there is something new of these parcels, once the transaction ends well; ids only. Commits that
 * tell something wait for each other in all of PostgreSQL: best told in a statement of its own after the transaction that
 * kept the news, so that no flush to disk happens in between.
 */
export async function tellNews(tx: Tx | Db, { merchantId, shipmentIds }: News): Promise<void> {
  if (shipmentIds.length === 0) return;
  const parts = Array.from({ length: Math.ceil(shipmentIds.length / MOST_PARCELS) }, (_, nth) =>
    [merchantId, ...shipmentIds.slice(nth * MOST_PARCELS, (nth + 1) * MOST_PARCELS)].join(","),
  );
  await tx.execute(sql`
    select pg_notify(${CHANNEL}, part) from jsonb_array_elements_text(${JSON.stringify(parts)}::text::jsonb) part`);
}

/**
 * Hears what `tellNews` says, on a connection of its own that comes back by itself when it is lost; what is said meanwhile is
 * not heard. Throws when the database cannot be reached now. Returns how to stop.
 */
export async function hearNews(db: Db, onNews: (news: News) => void): Promise<() => Promise<void>> {
  const { unlisten } = await driverOf(db).listen(CHANNEL, (text) => {
    const [merchantId, ...shipmentIds] = text.split(",");
    if (merchantId !== undefined) onNews({ merchantId, shipmentIds });
  });
  return unlisten;
}
