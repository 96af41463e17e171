import "server-only";
import { todoLimits } from "#lib/use-cases/desk/limits.ts";
import type { Limit } from "#lib/use-cases/limits/take.ts";
import type { Visit } from "./desk-access.ts";
import type { DeskForm } from "./desk-form.ts";
import { readTodo, type TodoRead } from "./queue-reads.ts";
import { seeOther } from "./see-other.ts";
import { queuePath, todoPath } from "./todo-paths.ts";

export type TodoVisit = {
  readonly visit: Visit;
  readonly slug: string;
  readonly itemId: string;
  readonly todo: TodoRead;
};

/** Works a form about one thing of the queue: `work` is called only where that thing is there, within the person's limits. */
export async function todoForm(
  form: DeskForm,
  about: { readonly visit: Visit; readonly slug: string; readonly itemId: string; readonly limits?: readonly Limit[] },
  work: (todo: TodoVisit) => Promise<Response>,
): Promise<Response> {
  const { visit, slug, itemId } = about;
  const { merchant, person } = visit;
  const refusal = await form.limited(about.limits ?? todoLimits(merchant.id, person.id), queuePath(slug));
  if (refusal !== null) return refusal;
  const todo = await readTodo(merchant.id, itemId);
  return todo === null ? seeOther(`${queuePath(slug)}?problem=gone`) : work({ visit, slug, itemId, todo });
}

/** Back to the thing's page, with what came of it. */
export function backTo(
  { slug, itemId }: Pick<TodoVisit, "slug" | "itemId">,
  query: Readonly<Record<string, string>>,
  cookies: readonly string[] = [],
): Response {
  return seeOther(`${todoPath(slug, itemId)}?${new URLSearchParams(query)}`, cookies);
}
