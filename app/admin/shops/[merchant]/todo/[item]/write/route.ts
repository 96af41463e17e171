import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { backTo, todoForm } from "#lib/server/todo-form.ts";
import { todoPath } from "#lib/server/todo-paths.ts";
import { writingLimits } from "#lib/use-cases/desk/limits.ts";
import { writeToShopper } from "#lib/use-cases/desk/write-to-shopper.ts";

type Params = { params: Promise<{ merchant: string; item: string }> };

/** Sends a shopper a mail that a person wrote. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, item: itemId } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/todo/[item]/write" }, (form, visit) => {
    const { merchant, person } = visit;
    const limits = writingLimits(merchant.id, person.id);
    return todoForm(form, { visit, slug, itemId, limits }, async (todo) => {
      const { text = "" } = form.fields;
      const typed = [carry(todoPath(slug, itemId), { text })];
      if (!canMail()) return backTo(todo, { problem: "noMail" }, typed);
      const { orderId } = todo.todo.row;
      if (orderId === null) return backTo(todo, { problem: "nobody" }, typed);
      const writing = { merchantId: merchant.id, orderId, text, actor: person.id };
      const { kind } = await writeToShopper(context(), writing);
      return kind === "queued"
        ? backTo(todo, { said: "queued" }, [carryNothing()])
        : backTo(todo, { problem: kind }, typed);
    });
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, item } = await params;
  return seeOther(todoPath(merchant, item));
}
