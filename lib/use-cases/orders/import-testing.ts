import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { getMerchant, type Merchant } from "#db/queries/merchants.ts";
import { withTenant } from "#db/tenant.ts";
import type { TestDatabase } from "#db/testing.ts";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import type { ImportKind } from "#lib/orders/file-format.ts";
import { fileFormats } from "#lib/orders/registry.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { type ImportInput, importFile, type Rejection } from "./import-file.ts";

/** For tests of imports: a shop of its own and files written from rows. */

export const keys = keyRingFrom(newKeyRingText("k1"));
const now = Temporal.Instant.from("2026-11-21T12:00:00Z");

export type Cells = Readonly<Record<string, string>>;
export type TestShop = Awaited<ReturnType<typeof openTestShop>>;

/** A CSV of these rows, every cell quoted; the header is the union of their names. */
export function csv(rows: readonly Cells[]): string {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))]
    .map((row) => row.map(quote).join(","))
    .join("\n");
}

/** One further line of a Shopify order. */
export function line(name: string, sku: string, more: Cells = {}): Cells {
  return {
    Name: name,
    "Lineitem quantity": "1",
    "Lineitem name": `Title of ${sku}`,
    "Lineitem price": "2.50",
    "Lineitem sku": sku,
    ...more,
  };
}

/** The first line of a Shopify order. */
export function head(name: string, sku: string, more: Cells = {}): Cells {
  const order = { Email: "ana@example.com", "Created at": "2026-03-02 10:00:00 +0000", Currency: "GBP", Total: "5.00" };
  return line(name, sku, { ...order, ...more });
}

/** A fresh merchant in the test's database. */
export async function openTestShop({ db }: TestDatabase, slug: string) {
  const shop = { name: slug, currency: "GBP", zone: "Europe/London", locale: "en", sandbox: true };
  const { merchantId } = await addMerchant({ db, keys }, { slug, ...shop, storefrontUrl: null, supportEmail: null });
  const merchant = (): Promise<Merchant> => withTenant(db, merchantId, (tx) => getMerchant(tx, { merchantId }));
  return {
    merchantId,
    async run(kind: ImportKind, text: string, options: Partial<ImportInput> = {}) {
      const rejections: Rejection[] = [];
      const input: ImportInput = {
        merchant: await merchant(),
        format: fileFormats[kind],
        open: () => bytesOf(text),
        dryRun: false,
        shiftToNow: false,
        carriersOf,
        onRejection: (rejection) => rejections.push(rejection),
        onNote: () => {},
        onProgress: () => {},
        ...options,
      };
      return { report: await importFile({ db, now }, input), rejections };
    },
    rows: (query: string) => withTenant(db, merchantId, async (tx) => [...(await tx.execute(sql.raw(query)))]),
    count: (table: string) =>
      withTenant(db, merchantId, async (tx) => {
        const [row] = await tx.execute<{ n: number }>(sql`select count(*)::int as n from ${sql.raw(table)}`);
        return row?.n ?? 0;
      }),
  };
}

async function* bytesOf(text: string) {
  yield new TextEncoder().encode(text);
}
