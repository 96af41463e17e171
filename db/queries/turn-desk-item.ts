import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

type ItemKey = { readonly merchantId: MerchantId; readonly itemId: string };

/** What a person does with a thing in the queue. `until` is an ISO instant; null wakes it. */
export type Turn =
  | { readonly kind: "assign"; readonly to: string | null }
  | { readonly kind: "snooze"; readonly until: string | null }
  | { readonly kind: "resolve" }
  | { readonly kind: "reopen" };

/** What people have done with it, as PostgreSQL writes instants. */
export type ItemStand = {
  readonly version: number;
  readonly assignedTo: string | null;
  readonly snoozedUntil: string | null;
  readonly resolvedAt: string | null;
  readonly changedBy: string | null;
};

/** How it stands, locked until the transaction ends; null where there is none of this id. Uses the primary key. */
export async function lockDeskItem(tx: Tx, { merchantId, itemId }: ItemKey): Promise<ItemStand | null> {
  const [row] = await tx.execute<ItemStand>(sql`
    select version, assigned_to as "assignedTo", snoozed_until::text as "snoozedUntil", resolved_at::text as "resolvedAt",
      changed_by as "changedBy"
    from desk_items where merchant_id = ${merchantId} and id = ${itemId} for update`);
  return row ?? null;
}

/** Writes what a person does with a row that is locked; returns its new version. Uses the primary key. */
export async function writeTurn(
  tx: Tx,
  { merchantId, itemId, actor, turn }: ItemKey & { readonly actor: string; readonly turn: Turn },
): Promise<number> {
  const [row] = await tx.execute<{ version: number }>(sql`
    update desk_items set ${change(turn, actor)}, version = version + 1, changed_by = ${actor}, changed_at = now()
    where merchant_id = ${merchantId} and id = ${itemId} returning version`);
  return row?.version ?? 0;
}

function change(turn: Turn, actor: string): SQL {
  switch (turn.kind) {
    case "assign":
      return sql`assigned_to = ${turn.to}`;
    case "snooze":
      return sql`snoozed_until = ${turn.until}::timestamptz`;
    case "resolve":
      return sql`resolved_at = now(), resolved_by = ${actor}`;
    case "reopen":
      return sql`resolved_at = null, resolved_by = null, snoozed_until = null`;
  }
}
