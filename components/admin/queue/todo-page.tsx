import type { TodoView } from "#lib/desk/queue/views.ts";
import { QueueSaid, type QueueSaidProps } from "./queue-said.tsx";
import { QueueSide, type QueueSideProps } from "./queue-side.tsx";
import { type Colleague, TodoBar } from "./todo-bar.tsx";
import { TodoDo, type Typed } from "./todo-do.tsx";
import { type ShopperPage, TodoKnown } from "./todo-known.tsx";

type TodoPageProps = {
  readonly shop: string;
  /** Where this page is; its forms stand below it. */
  readonly path: string;
  readonly list: string;
  readonly todo: TodoView;
  readonly shopperPage: ShopperPage | null;
  readonly people: readonly Colleague[];
  readonly typed: Typed;
  readonly said: QueueSaidProps | null;
  readonly side: QueueSideProps;
};

/** One thing that needs a person: what it is, what can be done, what is known; the list beside it where there is room. */
export function TodoPage({ shop, path, list, todo, shopperPage, people, typed, said, side }: TodoPageProps) {
  const { say, action } = side;
  const { who, what, ask } = todo.line;
  return (
    <div className="queue queue-open">
      <div className="queue-side">
        <QueueSide {...side} />
      </div>
      <article className="todo-page" aria-labelledby="todo">
        <title>{`${who} · ${shop} · ${say("name")}`}</title>
        <p className="todo-back">
          <a href={list}>{say("queue.item.back")}</a>
        </p>
        {said !== null && <QueueSaid {...said} />}
        <header className="todo-head">
          <h1 id="todo" className="todo-heading">
            <span className="todo-heading-who">{who}</span>
            <span>
              {what} <span className="todo-ask">{ask}</span>
            </span>
          </h1>
          {todo.words !== null && (
            <blockquote className="do-quote" dir="auto">
              {todo.words}
            </blockquote>
          )}
          <ul className="todo-facts">
            {todo.facts.map((fact) => (
              <li key={fact}>{fact}</li>
            ))}
          </ul>
        </header>
        <TodoBar say={say} path={path} list={list} todo={todo} people={people} action={action} />
        <TodoDo say={say} path={path} todo={todo} typed={typed} />
        <TodoKnown say={say} known={todo.known} shopperPage={shopperPage} />
      </article>
    </div>
  );
}
