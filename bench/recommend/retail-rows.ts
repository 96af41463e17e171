import { readCsv } from "#lib/orders/csv/read-csv.ts";

/** A line of the Online Retail II file. */
export type RetailRow = {
  readonly invoice: string;
  readonly sku: string;
  readonly quantity: number;
  readonly at: string;
  readonly price: number;
  readonly customer: string;
};

/** All lines of the file; stock codes in upper case. */
export async function retailRows(chunks: AsyncIterable<Uint8Array>): Promise<readonly RetailRow[]> {
  const rows: RetailRow[] = [];
  for await (const batch of readCsv(chunks)) {
    const column = (name: string) => batch.header.indexOf(name);
    const places = ["Invoice", "StockCode", "Quantity", "InvoiceDate", "Price", "Customer ID"].map(column);
    for (const { cells } of batch.rows) {
      const [invoice = "", sku = "", quantity, at = "", price, customer = ""] = places.map((place) => cells[place]);
      rows.push({
        invoice,
        sku: sku.toUpperCase(),
        quantity: Number(quantity),
        at,
        price: Number(price),
        customer,
      });
    }
  }
  return rows;
}
