import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { connect, type Db } from "#db/client.ts";
import { carrierAccountsOf } from "#db/queries/carrier-accounts.ts";
import { withTenant } from "#db/tenant.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import type { CarrierAccountId, MerchantId } from "#lib/kernel/ids.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { judgeParcels } from "#lib/use-cases/promises/judge-parcels.ts";
import { keepAnswers } from "#lib/use-cases/tracking/keep-answers.ts";
import type { Template } from "./template-replies.ts";

/**
 * In a session of its own, without a deadline: a session keeps the plans of its foreign keys, and those that it made while
 * tables were empty scan them.
 */
async function inSession(ownerUrl: string, work: (owner: Db) => Promise<unknown>): Promise<void> {
  const { db, close } = connect({ url: ownerUrl, maxConnections: 1, statementTimeoutMs: 0, name: "bench seed" });
  await work(db).finally(close);
}

export type Seeded = { readonly merchantId: MerchantId; readonly accounts: ReadonlyMap<string, CarrierAccountId> };

/** One shop with an account of each of the four carriers. */
export async function seedShop({ db, keys }: { readonly db: Db; readonly keys: KeyRing }): Promise<Seeded> {
  const shop = { slug: "bench", name: "Bench", currency: "USD", zone: "America/Chicago", locale: "en", sandbox: true };
  const { merchantId } = await addMerchant({ db, keys }, { ...shop, storefrontUrl: null, supportEmail: null });
  const accounts = await withTenant(db, merchantId, (tx) => carrierAccountsOf(tx, { merchantId }));
  return { merchantId, accounts: new Map(accounts.map(({ carrier, id }) => [carrier, id])) };
}

/**
 * Orders with one parcel each, a quarter a carrier, numbered from..to; none of them is due. Numbers have the length of the
 * template's. In SQL, as the owner: this is not what is measured.
 */
export async function seedParcels(
  ownerUrl: string,
  { merchantId, accounts }: Seeded,
  { from, to, templates }: { readonly from: number; readonly to: number; readonly templates: readonly Template[] },
): Promise<void> {
  await inSession(ownerUrl, (owner) =>
    owner.execute(sql`
    insert into orders (merchant_id, id, number, number_key, placed_at, currency, subtotal_minor, shipping_minor, tax_minor,
      discount_minor, total_minor, source, source_hash)
    select ${merchantId}::uuid, gen_random_uuid(), '#' || n, n::text, now(), 'USD', 1, 0, 0, 0, 1, 'bench', ''
    from generate_series(${from}::int, ${to}::int) n`),
  );
  await inSession(ownerUrl, (owner) => owner.execute(sql`vacuum (analyze) orders`));
  for (const [nth, { carrier, number }] of templates.entries()) {
    const stem = number.slice(0, -7);
    await inSession(ownerUrl, (owner) =>
      owner.execute(sql`
      with parcels as (
        insert into shipments (merchant_id, id, order_id, carrier, tracking_number, shipped_at)
        select merchant_id, gen_random_uuid(), id, ${carrier}, ${stem} || lpad(number_key, 7, '0'), now() - interval '1 day'
        from orders where merchant_id = ${merchantId}::uuid and number_key::int between ${from}::int and ${to}::int
          and number_key::int % 4 = ${nth}::int
        returning merchant_id, id)
      insert into due_shipments (merchant_id, shipment_id, account_id, urgency, next_check_at)
      select merchant_id, id, ${accounts.get(carrier)}::uuid, floor(random() * 4)::int, now() + interval '1 day' + random() * interval '1 day'
      from parcels`),
    );
  }
  await inSession(ownerUrl, (owner) => owner.execute(sql`vacuum (analyze) shipments, due_shipments`));
}

/** One order with a parcel for each of these numbers. */
export async function seedNumbers(
  ownerUrl: string,
  { merchantId, accounts }: Seeded,
  { carrier, numbers }: { readonly carrier: string; readonly numbers: readonly string[] },
): Promise<void> {
  await inSession(ownerUrl, (owner) =>
    owner.execute(sql`
      with added as (
        insert into orders (merchant_id, id, number, number_key, placed_at, currency, subtotal_minor, shipping_minor,
          tax_minor, discount_minor, total_minor, source, source_hash)
        values (${merchantId}::uuid, gen_random_uuid(), ${carrier}, ${carrier}, now(), 'USD', 1, 0, 0, 0, 1, 'bench', '')
        returning id),
      parcels as (
        insert into shipments (merchant_id, id, order_id, carrier, tracking_number)
        select ${merchantId}::uuid, gen_random_uuid(), added.id, ${carrier}, n
        from added, jsonb_array_elements_text(${JSON.stringify(numbers)}::text::jsonb) n
        returning id)
      insert into due_shipments (merchant_id, shipment_id, account_id, next_check_at)
      select ${merchantId}::uuid, id, ${accounts.get(carrier)}::uuid, '2026-01-01' from parcels`),
  );
}

/** Gives so many parcels of each carrier, the newest, the history of the template's first reply. Returns their numbers' limit. */
export async function seedHistory(
  { db, ownerUrl }: { readonly db: Db; readonly ownerUrl: string },
  { merchantId, accounts }: Seeded,
  { from, to, templates }: { readonly from: number; readonly to: number; readonly templates: readonly Template[] },
): Promise<void> {
  for (const { carrier, before } of templates) {
    await inSession(ownerUrl, async (owner) => {
      const parcels = sql`from shipments s join orders r on r.merchant_id = s.merchant_id and r.id = s.order_id
        where s.merchant_id = ${merchantId}::uuid and s.carrier = ${carrier}
          and r.number_key::int between ${from}::int and ${to}::int`;
      const [first] = await owner.execute<{ id: string; number: string }>(
        sql`select s.id, s.tracking_number as number ${parcels} limit 1`,
      );
      if (first === undefined) throw new Error(`There is no parcel of ${carrier}`);
      await keepFirst(db, { merchantId, accountId: accounts.get(carrier) ?? "", carrier, before, ...first });
      const others = sql`with others as materialized (select s.id ${parcels} and s.id <> ${first.id}::uuid)`;
      await owner.execute(sql`${others} insert into observations
        select r.* from others, observations o, lateral jsonb_populate_record(o,
          jsonb_build_object('id', gen_random_uuid(), 'shipment_id', others.id)) r
        where o.merchant_id = ${merchantId}::uuid and o.shipment_id = ${first.id}::uuid`);
      await owner.execute(sql`${others} insert into tracking_states
        select r.* from others, tracking_states t, lateral jsonb_populate_record(t,
          jsonb_build_object('shipment_id', others.id)) r
        where t.merchant_id = ${merchantId}::uuid and t.shipment_id = ${first.id}::uuid`);
    });
  }
  await inSession(ownerUrl, (owner) => owner.execute(sql`vacuum (analyze) observations, tracking_states`));
}

type First = {
  readonly merchantId: MerchantId;
  readonly accountId: CarrierAccountId;
  readonly carrier: string;
  readonly before: string;
  readonly id: string;
  readonly number: string;
};

/** By the same code as any answer. */
async function keepFirst(db: Db, { merchantId, accountId, carrier, before, id, number }: First): Promise<void> {
  const [told] = CARRIERS.get(carrier)?.parse(before) ?? [];
  if (told === undefined || !told.result.ok) throw new Error(`The template of ${carrier} cannot be read`);
  const answers = new Map([[number, told.result]]);
  const askedAt = Temporal.Now.instant().subtract({ hours: 2 });
  const parcel = { shipmentId: id, number, carrier, knownSince: askedAt.toString(), refusedBy: null };
  await withTenant(db, merchantId, (tx) =>
    keepAnswers(tx, {
      ...{ flight: { merchantId, accountId, leaseId: null }, source: "poll", carrier, askedAt, pace: 1 },
      ...{ numbers: [parcel], answers },
    }),
  );
  // As any parcel in the middle of its way: judged by what it told, so that one more scan is no reason to judge it again.
  await judgeParcels({ db }, { merchantId, shipmentIds: [id] });
}
