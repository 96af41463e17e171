import "server-only";
import { membersOf } from "#db/queries/members.ts";
import type { Turn } from "#db/queries/turn-desk-item.ts";
import { withTenant } from "#db/tenant.ts";
import type { PersonId } from "#lib/kernel/ids.ts";
import { type TurnFields, turnFields } from "#lib/use-cases/desk/read-turn.ts";
import { saidOf } from "#lib/use-cases/desk/said-of.ts";
import type { TurnOutcome } from "#lib/use-cases/desk/turn-item.ts";
import { context } from "./context.ts";
import type { Visit } from "./desk-access.ts";
import { deskReader } from "./desk-reader.ts";

/** What is told of a turn, in the reader's words; `undo` is the turn that takes it back. */
export type TurnTold = { readonly ok: boolean; readonly text: string; readonly undo: TurnFields | null };

/** Says what came of a turn, by the names of who did what. */
export async function toldOfTurn(visit: Visit, turn: Turn | null, outcome: TurnOutcome): Promise<TurnTold> {
  const { say } = await deskReader();
  if (outcome.kind === "gone" || turn === null) return { ok: false, text: say("queue.problem.gone"), undo: null };
  if (outcome.kind === "conflict") {
    const name = await nameOf(visit, outcome.by);
    const text = name === null ? say("queue.problem.conflictSomebody") : say("queue.problem.conflict", { name });
    return { ok: false, text, undo: null };
  }
  const name = turn.kind === "assign" ? ((await nameOf(visit, turn.to)) ?? "") : "";
  return {
    ok: true,
    text: say(`queue.said.${saidOf(turn)}`, { name }),
    undo: turnFields(outcome.undo, outcome.version),
  };
}

async function nameOf({ merchant }: Visit, id: PersonId | null): Promise<string | null> {
  const merchantId = merchant.id;
  if (id === null) return null;
  const people = await withTenant(context().db, merchantId, (tx) => membersOf(tx, { merchantId }));
  return people.find(({ userId }) => userId === id)?.name ?? null;
}
