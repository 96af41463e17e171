import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { backTo, todoForm } from "#lib/server/todo-form.ts";
import { todoPath } from "#lib/server/todo-paths.ts";
import { askForShopper } from "#lib/use-cases/desk/ask-for-shopper.ts";
import { readAnswer } from "#lib/use-cases/desk/read-answer.ts";

type Params = { params: Promise<{ merchant: string; item: string }> };

/** Decides for a shopper who has not chosen: send again, or cancel and refund. The shop's own system is asked. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, item: itemId } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/todo/[item]/ask" }, (form, visit) =>
    todoForm(form, { visit, slug, itemId }, async (todo) => {
      const read = readAnswer(form.fields);
      const remedy = (["reship", "refund"] as const).find((each) => each === form.fields.remedy);
      const typed = [carry(todoPath(slug, itemId), { words: form.fields.words ?? "" })];
      const { orderId, shipmentId } = todo.todo.row;
      if (read === null) return backTo(todo, { problem: "empty" }, typed);
      if (remedy === undefined || orderId === null) return backTo(todo, { problem: "gone" }, typed);
      const { kind } = await askForShopper(context(), {
        ...{ merchantId: visit.merchant.id, orderId, shipmentId, remedy, answer: read.words, actor: visit.person.id },
      });
      return kind === "standing"
        ? backTo(todo, { problem: "standing" }, typed)
        : backTo(todo, { said: "asked" }, [carryNothing()]);
    }),
  );
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, item } = await params;
  return seeOther(todoPath(merchant, item));
}
