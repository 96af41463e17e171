import { Temporal } from "temporal-polyfill";
import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { backTo, todoForm } from "#lib/server/todo-form.ts";
import { queuePath, todoPath } from "#lib/server/todo-paths.ts";
import { readTurn, turnFields } from "#lib/use-cases/desk/read-turn.ts";
import { saidOf } from "#lib/use-cases/desk/said-of.ts";
import { turnItem } from "#lib/use-cases/desk/turn-item.ts";

type Params = { params: Promise<{ merchant: string; item: string }> };

/** Assigns, snoozes, resolves or reopens one thing of the queue. What is off the list leads back to the list. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, item: itemId } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/todo/[item]/turn" }, (form, visit) =>
    todoForm(form, { visit, slug, itemId }, async (todo) => {
      const { merchant, person } = visit;
      const asked = readTurn(form.fields, { me: person.id, zone: merchant.zone, now: Temporal.Now.instant() });
      if (asked === null) return backTo(todo, { problem: "gone" });
      const outcome = await turnItem(context(), { merchantId: merchant.id, itemId, actor: person.id, ...asked });
      if (outcome.kind === "gone") return backTo(todo, { problem: "gone" });
      if (outcome.kind === "conflict") return backTo(todo, { problem: "conflict", by: outcome.by ?? "" });
      const name = asked.turn.kind === "assign" ? (asked.turn.to ?? "") : "";
      const undo = turnFields(outcome.undo, outcome.version);
      const told = {
        said: saidOf(asked.turn),
        undo: undo.turn,
        v: String(undo.version),
        to: undo.to,
        until: undo.until,
        name,
      };
      if (asked.turn.kind !== "resolve" && asked.turn.kind !== "snooze") return backTo(todo, told);
      return seeOther(`${queuePath(slug)}?${new URLSearchParams({ ...told, item: itemId })}`);
    }),
  );
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, item } = await params;
  return seeOther(todoPath(merchant, item));
}
