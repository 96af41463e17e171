import { AppError } from "#lib/kernel/app-error.ts";
import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { context } from "#lib/server/context.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { backTo, todoForm } from "#lib/server/todo-form.ts";
import { todoPath } from "#lib/server/todo-paths.ts";
import { writingLimits } from "#lib/use-cases/desk/limits.ts";
import { readAnswer } from "#lib/use-cases/desk/read-answer.ts";
import { writeToShopper } from "#lib/use-cases/desk/write-to-shopper.ts";
import { settleRemedy } from "#lib/use-cases/promises/settle-remedy.ts";

type Params = { params: Promise<{ merchant: string; item: string }> };

/** Says what became of a shopper's choice, with words that the shopper reads on the page, and in a mail where one can be sent. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug, item: itemId } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/todo/[item]/settle" }, (form, visit) => {
    const { merchant, person } = visit;
    const limits = writingLimits(merchant.id, person.id);
    return todoForm(form, { visit, slug, itemId, limits }, async (todo) => {
      const read = readAnswer(form.fields);
      const remedy = todo.todo.about.remedies.find(({ id }) => id === form.fields.remedy);
      const typed = { words: form.fields.words ?? "" };
      if (read === null || read.state === null || remedy === undefined)
        return backTo(todo, { problem: read === null ? "empty" : "gone" }, [carry(todoPath(slug, itemId), typed)]);
      const { state, words: answer } = read;
      try {
        const settling = { merchantId: merchant.id, remedyId: remedy.id, state, answer, actor: person.id };
        await settleRemedy(context(), settling);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        return backTo(todo, { problem: "settled" }, [carry(todoPath(slug, itemId), typed)]);
      }
      const { orderId } = todo.todo.row;
      if (answer !== null && orderId !== null && canMail())
        await writeToShopper(context(), { merchantId: merchant.id, orderId, text: answer, actor: person.id });
      return backTo(todo, { said: state }, [carryNothing()]);
    });
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  const { merchant, item } = await params;
  return seeOther(todoPath(merchant, item));
}
