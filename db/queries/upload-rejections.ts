import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

type Key = { readonly merchantId: MerchantId; readonly uploadId: string };

/** A row of a file that stays out: its cells in the header's order, and why; no problems where it only belongs to a bad one. */
export type RejectedRow = {
  readonly line: number;
  readonly leftOut: string;
  readonly problems: readonly { readonly column: string | null; readonly reason: string }[];
  readonly cells: readonly string[];
};

/** Forgets what an earlier run rejected. Uses the primary key. */
export async function clearRejections(tx: Tx, { merchantId, uploadId }: Key): Promise<void> {
  await tx.execute(sql`delete from upload_rejections where merchant_id = ${merchantId} and upload_id = ${uploadId}`);
}

/** Keeps rows that stay out. Uses the primary key. */
export async function addRejections(
  tx: Tx,
  { merchantId, uploadId, rows }: Key & { readonly rows: readonly RejectedRow[] },
): Promise<void> {
  await tx.execute(sql`
    insert into upload_rejections (merchant_id, upload_id, line, left_out, problems, cells)
    select ${merchantId}::uuid, ${uploadId}::uuid, line, "leftOut", problems, cells
    from jsonb_to_recordset(${JSON.stringify(rows, storable)}::text::jsonb)
      as r(line int, "leftOut" text, problems jsonb, cells jsonb)
    on conflict do nothing`);
}

/** Rejected rows in the file's order, those after a line. Uses the primary key. */
export function rejectionsAfter(
  tx: Tx,
  input: Key & { readonly line: number; readonly limit: number },
): Promise<readonly RejectedRow[]> {
  return tx.execute<RejectedRow>(sql`
    select line, left_out as "leftOut", problems, cells from upload_rejections
    where merchant_id = ${input.merchantId} and upload_id = ${input.uploadId} and line > ${input.line}
    order by line limit ${input.limit}`);
}

/** The rows with a problem of their own, in the file's order: what somebody has to read. Uses the primary key. */
export function firstProblems(tx: Tx, input: Key & { readonly limit: number }): Promise<readonly RejectedRow[]> {
  return tx.execute<RejectedRow>(sql`
    select line, left_out as "leftOut", problems, '[]'::jsonb as cells from upload_rejections
    where merchant_id = ${input.merchantId} and upload_id = ${input.uploadId} and problems <> '[]'
    order by line limit ${input.limit}`);
}

/** What jsonb does not take: NUL, and halves of a character that was cut in two. */
function storable(_: string, value: unknown): unknown {
  return typeof value === "string" ? value.replaceAll("\0", "").toWellFormed() : value;
}
