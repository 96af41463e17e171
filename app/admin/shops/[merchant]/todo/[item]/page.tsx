import { notFound } from "next/navigation";
import { TodoPage } from "#components/admin/queue/todo-page.tsx";
import { carried } from "#lib/server/carried-fields.ts";
import { requireMember } from "#lib/server/desk-access.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { queueAsked, queueQuery } from "#lib/server/queue-address.ts";
import { readQueue, readTodo } from "#lib/server/queue-reads.ts";
import { queueSaid } from "#lib/server/queue-said.ts";
import { queueSide } from "#lib/server/queue-side.ts";
import { shopperLink } from "#lib/server/shopper-link.ts";
import { queuePath, todoPath } from "#lib/server/todo-paths.ts";
import { todoView } from "#lib/server/todo-view.ts";
import { turnTodo } from "./turn-todo.ts";

type RouteProps = {
  params: Promise<{ merchant: string; item: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** One thing that needs a person, with all that is known of it; the list beside it where there is room. */
export default async function ShopTodoPage({ params, searchParams }: RouteProps) {
  const { merchant: slug, item } = await params;
  const { merchant, person } = await requireMember(slug, "/admin/shops/[merchant]/todo/[item]");
  const query = await searchParams;
  const asked = queueAsked(query);
  const path = todoPath(slug, item);
  const [voice, todo, read, typed] = await Promise.all([
    deskReader(),
    readTodo(merchant.id, item),
    readQueue({ merchantId: merchant.id, me: person.id, asked, after: null }),
    carried(path),
  ]);
  if (todo === null) notFound();
  const { orderId } = todo.row;
  const shopperPage = orderId === null ? null : { url: await shopperLink({ merchantId: merchant.id, orderId }) };
  const seen = { voice, slug, zone: merchant.zone, me: person.id, asked };
  return (
    <TodoPage
      shop={merchant.name}
      path={path}
      list={`${queuePath(slug)}${queueQuery(asked)}`}
      todo={todoView(todo, { ...seen, canMail: canMail() })}
      shopperPage={shopperPage}
      people={todo.people}
      typed={typed}
      said={queueSaid(query, {
        seen,
        people: todo.people,
        itemId: item,
        currency: todo.room?.currency ?? merchant.currency,
      })}
      side={{
        ...queueSide(read, seen, { current: item, after: null }),
        say: voice.say,
        action: turnTodo.bind(null, slug),
      }}
    />
  );
}
