import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { inOrder, isWanted, type ListSort, type OrdersWanted } from "./listed-orders.ts";

export type SearchKind = "number" | "name" | "email" | "tracking" | "product";

/** An order that was found, and by what. `placedAt` is an ISO instant. */
export type FoundOrder = {
  readonly id: OrderId;
  readonly number: string;
  readonly placedAt: string;
  readonly shopper: string | null;
  readonly by: readonly SearchKind[];
};

/** Lower case without accents: how words are written and asked for alike. */
const folded = (text: SQL) => sql`lower(regexp_replace(normalize(${text}, NFKD), '[\\u0300-\\u036f]', '', 'g'))`;
/** The same without anything that people put between the signs of a number. */
const joined = (text: SQL) => sql`regexp_replace(${folded(text)}, '[-#\\s./_]', '', 'g')`;
const BETWEEN_WORDS = sql.raw("'[\\s.,;:/()\"''&+_-]+'");
const words = (text: SQL) => sql`regexp_split_to_table(${folded(text)}, ${BETWEEN_WORDS})`;

/**
 * Writes the words of orders anew, from what is stored of them. Indexes: search_terms_of_order, shipments_by_order and primary
 * keys.
 */
export async function writeSearchTerms(
  tx: Tx,
  { merchantId, orderIds }: { readonly merchantId: MerchantId; readonly orderIds: readonly OrderId[] },
): Promise<void> {
  if (orderIds.length === 0) return;
  const ids = sql`any(array(select jsonb_array_elements_text(${JSON.stringify(orderIds)}::text::jsonb)::uuid))`;
  await tx.execute(sql`delete from search_terms where merchant_id = ${merchantId} and order_id = ${ids}`);
  await tx.execute(sql`
    insert into search_terms (merchant_id, term, kind, order_id, placed_at)
    select distinct o.merchant_id, t.term, t.kind, o.id, o.placed_at
    from orders o
    left join shoppers s on s.merchant_id = o.merchant_id and s.id = o.shopper_id
    cross join lateral (
      select ${joined(sql`o.number`)} as term, 'number' as kind
      union all select reverse(${joined(sql`o.number`)}), 'number_end'
      union all select ${folded(sql`s.email`)}, 'email'
      union all select ${words(sql`concat_ws(' ', s.name, o.ship_name)`)}, 'name'
      union all select ${joined(sql`p.tracking_number`)}, 'tracking' from shipments p
        where p.merchant_id = o.merchant_id and p.order_id = o.id
      union all select reverse(${joined(sql`p.tracking_number`)}), 'tracking_end' from shipments p
        where p.merchant_id = o.merchant_id and p.order_id = o.id
      union all select ${words(sql`l.title`)}, 'product' from line_items l
        where l.merchant_id = o.merchant_id and l.order_id = o.id
      union all select ${joined(sql`l.sku`)}, 'sku' from line_items l
        where l.merchant_id = o.merchant_id and l.order_id = o.id
    ) t
    where o.merchant_id = ${merchantId} and o.id = ${ids} and length(t.term) between 1 and 200`);
}

/** What no word begins with: the end of a range of all that begin with a text. */
const END = "\u{10FFFF}";
const MOST_WORDS = 6;
/** From so many signs on a text may be the end of a number. */
const LEAST_END = 4;

/** A beginning that more words than this have in common names nothing; what is meant exactly is found all the same. */
const MOST_BEGINNINGS = 5_000;
const MOST_OF_A_WORD = 50_000;

type Asked = {
  readonly merchantId: MerchantId;
  readonly text: string;
  readonly limit: number;
  readonly before: Before;
  readonly sort: ListSort;
  /** Of what is found, only this; null for all. */
  readonly wanted: OrdersWanted | null;
};

/**
 * Orders in which every word of `text` begins a word of a name, or whose number, email, tracking number begins (or a number ends)
 * with it, or all words begin words of their products' titles; in the order of `sort`, after `before`. Index: search_terms' key.
 */
export async function ordersWithTerms(tx: Tx, asked: Asked): Promise<readonly FoundOrder[]> {
  const { merchantId, limit, sort } = asked;
  const text = await wordsOf(tx, asked.text);
  const hits = [
    ...(text.joined === "" ? [] : [withBeginning(asked, text.joined, ["number", "tracking", "sku"])]),
    ...(text.joined.length < LEAST_END
      ? []
      : [withBeginning(asked, backwards(text.joined), ["number_end", "tracking_end"])]),
    ...(text.words.length === 0
      ? []
      : [
          withBeginning(asked, text.whole, ["email"]),
          withWords(asked, text.words, "name"),
          withWords(asked, text.words, "product"),
        ]),
  ];
  if (hits.length === 0) return [];
  return tx.execute<FoundOrder & Record<string, unknown>>(sql`
    with hits as (${sql.join(hits, sql` union all `)}), found as (
      select order_id, placed_at, array_agg(distinct replace(replace(kind, '_end', ''), 'sku', 'product')) as kinds
      from hits w where ${isBefore(asked)} and ${asked.wanted === null ? sql`true` : isWanted(merchantId, asked.wanted)}
      group by order_id, placed_at order by ${inOrder(sort, "w")} limit ${limit})
    select o.id, o.number, to_json(o.placed_at) #>> '{}' as "placedAt", coalesce(s.name, o.ship_name) as shopper, f.kinds as by
    from found f join orders o on o.merchant_id = ${merchantId} and o.id = f.order_id
    left join shoppers s on s.merchant_id = o.merchant_id and s.id = o.shopper_id
    order by ${inOrder(sort, "f")}`);
}

const COLUMNS = sql.raw("select order_id, placed_at, kind from search_terms");

/** What is this word, the newest straight from the index; and what begins with it, as far as that is not much. */
function withBeginning(asked: Asked, term: string, kinds: readonly string[], most?: number): SQL {
  const listed = sql.join(
    kinds.map((kind) => sql`${kind}`),
    sql`, `,
  );
  // What is found may be left out after: the newest ones alone would not do then.
  const found = most ?? (asked.wanted === null ? asked.limit : MOST_BEGINNINGS);
  const among = sql`merchant_id = ${asked.merchantId} and kind in (${listed})`;
  return sql`(${COLUMNS} where ${among} and term = ${term} and ${isBefore(asked)}
      order by ${inOrder(asked.sort, "search_terms")} limit ${found})
    union all (${COLUMNS} where ${among} and term > ${term} and term < ${term + END} limit ${most ?? MOST_BEGINNINGS})`;
}

/** All words begin a word of the kind. */
function withWords(asked: Asked, words: readonly string[], kind: "name" | "product"): SQL {
  const [word = "", ...others] = words;
  if (others.length === 0) return withBeginning(asked, word, [kind]);
  const each = words.map(
    (one) => sql`(select order_id, placed_at from (${withBeginning(asked, one, [kind], MOST_OF_A_WORD)}) w)`,
  );
  return sql`select order_id, placed_at, ${kind}::text from (${sql.join(each, sql` intersect `)}) n`;
}

type Before = { readonly placedAt: string; readonly id: OrderId } | null;

function isBefore({ before, sort }: Pick<Asked, "before" | "sort">) {
  if (before === null) return sql`true`;
  return sql`(placed_at, order_id) ${sql.raw(sort === "newest" ? "<" : ">")} (${before.placedAt}::timestamptz, ${before.id}::uuid)`;
}

function backwards(text: string): string {
  return [...text].reverse().join("");
}

/** PostgreSQL folds what is asked as it folded what is written. */
async function wordsOf(tx: Tx, text: string) {
  const [row] = await tx.execute<{ whole: string; joined: string; words: readonly string[] }>(sql`
    select ${folded(sql`${text}::text`)} as whole, ${joined(sql`${text}::text`)} as joined,
      array(select w from ${words(sql`${text}::text`)} w where w <> '') as words`);
  return { whole: row?.whole ?? "", joined: row?.joined ?? "", words: (row?.words ?? []).slice(0, MOST_WORDS) };
}
