import type { Db } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { roleOf } from "#db/queries/members.ts";
import { type ItemStand, lockDeskItem, type Turn, writeTurn } from "#db/queries/turn-desk-item.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";

export type TurnInput = {
  readonly merchantId: MerchantId;
  readonly itemId: string;
  /** As the person saw it. */
  readonly version: number;
  readonly actor: PersonId;
  readonly turn: Turn;
};

/** `undo`: what takes it back, with the new version. `conflict`: somebody else did something meanwhile. `gone`: no such row, or colleague. */
export type TurnOutcome =
  | { readonly kind: "done"; readonly version: number; readonly undo: Turn }
  | { readonly kind: "conflict"; readonly by: PersonId | null }
  | { readonly kind: "gone" };

const ACTIONS = { assign: "assigned", snooze: "snoozed", resolve: "resolved", reopen: "reopened" } as const;

/** Assigns, snoozes, resolves or reopens one thing of the queue, if nobody else did something with it since it was seen. */
export function turnItem({ db }: { readonly db: Db }, input: TurnInput): Promise<TurnOutcome> {
  const { merchantId, itemId, version, actor, turn } = input;
  return withTenant(db, merchantId, async (tx): Promise<TurnOutcome> => {
    const to = turn.kind === "assign" ? turn.to : null;
    if (to !== null && (await roleOf(tx, { merchantId, userId: to })) === null) return { kind: "gone" };
    const stand = await lockDeskItem(tx, { merchantId, itemId });
    if (stand === null) return { kind: "gone" };
    if (stand.version !== version) return { kind: "conflict", by: stand.changedBy };
    const next = await writeTurn(tx, { merchantId, itemId, actor, turn });
    await recordAudit(tx, {
      ...{ merchantId, actor, action: `todo.${ACTIONS[turn.kind]}`, subject: itemId },
      ...{ before: standOf(stand), after: turn },
    });
    return { kind: "done", version: next, undo: undoOf(turn, stand) };
  });
}

function standOf({ assignedTo, snoozedUntil, resolvedAt }: ItemStand) {
  return { assignedTo, snoozedUntil, resolvedAt };
}

function undoOf(turn: Turn, stand: ItemStand): Turn {
  switch (turn.kind) {
    case "assign":
      return { kind: "assign", to: stand.assignedTo };
    case "snooze":
      return { kind: "snooze", until: stand.snoozedUntil };
    case "resolve":
      return { kind: "reopen" };
    case "reopen":
      return { kind: "resolve" };
  }
}
