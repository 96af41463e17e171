import { minorDigits, parseMinor } from "#lib/kernel/money.ts";
import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { delayFor } from "#lib/server/queue-reads.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { backTo, todoForm } from "#lib/server/todo-form.ts";
import { todoPath } from "#lib/server/todo-paths.ts";
import { giveGesture } from "#lib/use-cases/desk/give-gesture.ts";

type Params = { params: Promise<{ merchant: string; item: string }> };

/** Gives what a person decided for a delay, within the budgets. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, item: itemId } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/todo/[item]/give" }, (form, visit) =>
    todoForm(form, { visit, slug, itemId }, async (todo) => {
      const { row, about, room } = todo.todo;
      const { gift = "", amount = "" } = form.fields;
      const typed = [carry(todoPath(slug, itemId), { gift, amount })];
      const delayId = delayFor(row, about);
      const picked = room === null ? null : giftFrom({ gift, amount }, room.currency);
      if (delayId === null || picked === null) return backTo(todo, { problem: "unknown" }, typed);
      const giving = { merchantId: visit.merchant.id, delayId, gift: picked, actor: visit.person.id };
      const outcome = await giveGesture(context(), giving);
      switch (outcome.kind) {
        case "given":
          return backTo(todo, { said: "given" }, [carryNothing()]);
        case "over":
          return backTo(todo, { problem: "over", left: String(outcome.leftMinor) }, typed);
        case "had":
        case "unknown":
          return backTo(todo, { problem: outcome.kind }, typed);
      }
    }),
  );
}

function giftFrom({ gift, amount }: { readonly gift: string; readonly amount: string }, currency: string) {
  if (gift !== "amount") return gift === "" ? null : { ruleId: gift };
  const read = parseMinor(amount.replace(",", "."), minorDigits(currency));
  return read.ok && read.value > 0 ? { amountMinor: read.value } : null;
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, item } = await params;
  return seeOther(todoPath(merchant, item));
}
