import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, ProductId } from "#lib/kernel/ids.ts";

/** A model but for its rows, as it is stored. Bytes are base64 here; `settings` and `choice` are JSON of `lib/recommend`. */
export type ModelToSave = {
  readonly generation: number;
  readonly engine: "transitions" | "ease" | "popularity";
  readonly settings: unknown;
  readonly choice: unknown;
  readonly product_count: number;
  readonly orders: number;
  readonly lines: number;
  readonly mean_length: number;
  readonly weight: number;
  readonly scale: number;
  readonly highest: number;
  readonly fallback: string;
  readonly product_ids: string;
  readonly priors: string;
  readonly popularities: string;
  readonly least: number;
  readonly built_at: string;
  readonly added_until: string;
};

/** What is needed of a stored model to serve, or to add to it. */
export type StoredModel = {
  readonly generation: number;
  readonly settings: unknown;
  readonly builtAt: string;
  readonly builtDay: number;
  readonly addedUntil: string;
  readonly productCount: number;
  readonly orders: number;
  readonly lines: number;
  readonly meanLength: number;
  readonly weight: number;
  readonly scale: number;
  readonly least: number;
};

/** Puts a generation in the place of the one that served. Key: the merchant. */
export async function saveModel(
  tx: Tx,
  { merchantId, model }: { readonly merchantId: MerchantId; readonly model: ModelToSave },
): Promise<void> {
  await tx.execute(sql`
    insert into recommend_models (merchant_id, generation, built_at, added_until, engine, settings, choice, product_count, orders,
      lines, mean_length, weight, scale, highest, fallback, product_ids, priors, popularities, least)
    select ${merchantId}::uuid, m.generation, m.built_at, m.added_until, m.engine, m.settings, m.choice, m.product_count, m.orders,
      m.lines, m.mean_length, m.weight, m.scale, m.highest, decode(m.fallback, 'base64'),
      decode(m.product_ids, 'base64'), decode(m.priors, 'base64'), decode(m.popularities, 'base64'), m.least
    from jsonb_to_record(${JSON.stringify(model)}::text::jsonb) as m(generation int, built_at timestamptz,
      added_until timestamptz, engine text, settings jsonb, choice jsonb, product_count int, orders int, lines int,
      mean_length float8, weight float8, scale float8, highest float8, fallback text,
      product_ids text, priors text, popularities text, least float8)
    on conflict (merchant_id) do update set (generation, built_at, added_until, engine, settings, choice, product_count, orders,
      lines, mean_length, weight, scale, highest, fallback, product_ids, priors, popularities, least) = (excluded.generation, excluded.built_at,
      excluded.added_until, excluded.engine, excluded.settings, excluded.choice, excluded.product_count, excluded.orders,
      excluded.lines, excluded.mean_length, excluded.weight, excluded.scale, excluded.highest, excluded.fallback,
      excluded.product_ids, excluded.priors, excluded.popularities, excluded.least)`);
}

/** What adding orders changes of a model. */
export type ModelToUpdate = Pick<
  ModelToSave,
  | "product_count"
  | "orders"
  | "lines"
  | "weight"
  | "highest"
  | "fallback"
  | "product_ids"
  | "priors"
  | "popularities"
  | "least"
  | "added_until"
>;

/** Notes what was added to the generation that serves. Uses the primary key. */
export async function updateModel(
  tx: Tx,
  { merchantId, model }: { readonly merchantId: MerchantId; readonly model: ModelToUpdate },
): Promise<void> {
  await tx.execute(sql`
    update recommend_models set (product_count, orders, lines, weight, highest, fallback, product_ids, priors,
      popularities, least, added_until) = (
      ${model.product_count}::int, ${model.orders}::int, ${model.lines}::int, ${model.weight}::float8, ${model.highest}::float8,
      decode(${model.fallback}, 'base64'), decode(${model.product_ids}, 'base64'), decode(${model.priors}, 'base64'),
      decode(${model.popularities}, 'base64'), ${model.least}::float8, ${model.added_until}::timestamptz)
    where merchant_id = ${merchantId}`);
}

/** A merchant's model; null where nothing is learned yet. Locked until the transaction ends. Uses the primary key. */
export async function lockModel(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<StoredModel | null> {
  const [row] = await tx.execute<StoredModel>(sql`
    select generation, settings, built_at::text as "builtAt", floor(extract(epoch from built_at) / 86400)::int as "builtDay",
      added_until::text as "addedUntil", product_count as "productCount", orders, lines, mean_length as "meanLength", weight, scale,
      least::float8 as least
    from recommend_models where merchant_id = ${merchantId} for update`);
  return row ?? null;
}

/** One product's row as it is stored: lists in base64 of 4-byte numbers. */
export type RowToSave = {
  readonly number: number;
  readonly product_id: ProductId;
  readonly own: number;
  readonly held: number;
  readonly fresh: number;
  readonly intercept: number | null;
  readonly targets: string;
  readonly strengths: string;
  readonly counts: string;
};

/** Writes rows of a generation, in place of what they were. Key: generation + number. */
export async function saveRows(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly generation: number; readonly rows: readonly RowToSave[] },
): Promise<void> {
  const { merchantId, generation, rows } = input;
  await tx.execute(sql`
    insert into recommend_rows (merchant_id, generation, number, product_id, own, held, fresh, intercept, targets, strengths, counts)
    select ${merchantId}::uuid, ${generation}::int, r.number, r.product_id, r.own, r.held, r.fresh, r.intercept,
      decode(r.targets, 'base64'), decode(r.strengths, 'base64'), decode(r.counts, 'base64')
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as r(number int, product_id uuid, own float8, held float8,
      fresh float8, intercept float8, targets text, strengths text, counts text)
    on conflict (merchant_id, generation, number) do update set (own, held, fresh, intercept, targets, strengths, counts)
      = (excluded.own, excluded.held, excluded.fresh, excluded.intercept, excluded.targets, excluded.strengths, excluded.counts)`);
}

/** Writes what is kept of products beside their lists; those of products that are new are empty. Key: generation + number. */
export async function saveFigures(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly generation: number;
    readonly figures: readonly Pick<RowToSave, "number" | "product_id" | "fresh" | "intercept">[];
  },
): Promise<void> {
  await tx.execute(sql`
    insert into recommend_rows (merchant_id, generation, number, product_id, fresh, intercept, targets, strengths, counts)
    select ${input.merchantId}::uuid, ${input.generation}::int, number, product_id, fresh, intercept, '', '', ''
    from jsonb_to_recordset(${JSON.stringify(input.figures)}::text::jsonb) as r(number int, product_id uuid, fresh float8,
      intercept float8)
    on conflict (merchant_id, generation, number) do update set fresh = excluded.fresh`);
}

/** What learning found out about products beside their rows. */
export type ProductFactsToSave = {
  readonly product_id: ProductId;
  readonly sold: number;
  readonly returned: number;
  readonly most_returned: boolean;
  readonly rating_mean: number | null;
  readonly rating_count: number;
  readonly usual_gap_days: number | null;
};

/** Keeps products' facts in place of what was known. Key: the product. */
export async function saveProductFacts(
  tx: Tx,
  input: {
    readonly merchantId: MerchantId;
    readonly learnedAt: string;
    readonly facts: readonly ProductFactsToSave[];
  },
): Promise<void> {
  await tx.execute(sql`
    insert into recommend_products (merchant_id, product_id, sold, returned, most_returned, rating_mean, rating_count,
      usual_gap_days, learned_at)
    select ${input.merchantId}::uuid, product_id, sold, returned, most_returned, rating_mean, rating_count, usual_gap_days,
      ${input.learnedAt}::timestamptz
    from jsonb_populate_recordset(null::recommend_products, ${JSON.stringify(input.facts)}::text::jsonb)
    on conflict (merchant_id, product_id) do update set (sold, returned, most_returned, rating_mean, rating_count,
      usual_gap_days, learned_at) = (excluded.sold, excluded.returned, excluded.most_returned, excluded.rating_mean,
      excluded.rating_count, excluded.usual_gap_days, excluded.learned_at)`);
}

/** Forgets what was known about products before a learning that says nothing of them any more. Uses the primary key. */
export async function dropStaleFacts(
  tx: Tx,
  { merchantId, learnedAt }: { readonly merchantId: MerchantId; readonly learnedAt: string },
): Promise<void> {
  await tx.execute(sql`
    delete from recommend_products where merchant_id = ${merchantId} and learned_at < ${learnedAt}::timestamptz`);
}

/** Whether a merchant sells anything that is used up. Uses the primary key. */
export async function sellsReplenishables(
  tx: Tx,
  { merchantId }: { readonly merchantId: MerchantId },
): Promise<boolean> {
  const rows = await tx.execute(
    sql`select 1 from products where merchant_id = ${merchantId} and replenishable limit 1`,
  );
  return rows.length > 0;
}
