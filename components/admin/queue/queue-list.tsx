"use client";

import { useCallback, useState } from "react";
import { useRowKeys } from "#components/ui/use-row-keys.ts";
import type { TodoRow } from "#lib/desk/queue/views.ts";
import { type TurnAction, type TurnWords, useTurn } from "./use-turn.ts";
import { useTurnKeys } from "./use-turn-keys.ts";

type QueueListProps = {
  readonly label: string;
  readonly rows: readonly TodoRow[];
  /** The one that stands beside the list; null on the list's own page. */
  readonly current: string | null;
  readonly action: TurnAction;
  readonly words: TurnWords & { readonly mine: string };
  /** What is resolved or sleeps leaves this list. */
  readonly isOpen: boolean;
};

/** What needs a person, most urgent first. j and k walk, Enter opens, a takes, s lets sleep, e resolves, u takes back. */
export function QueueList({ label, rows, current, action, words, isOpen }: QueueListProps) {
  const list = useRowKeys<HTMLOListElement>();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const turn = useTurn(action, words);
  const chosen = useCallback(() => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-todo]")?.dataset.todo;
    return rows.find(({ id }) => id === (focused ?? current)) ?? null;
  }, [rows, current]);
  useTurnKeys({
    chosen,
    turn: (row, fields) => {
      const leaves = isOpen && (fields.turn === "resolve" || fields.turn === "snooze");
      const around = {
        onStart: () => {
          focusBeside(row.id);
          setGone((ids) => new Set([...ids, row.id]));
        },
        onBack: () => setGone((ids) => new Set([...ids].filter((id) => id !== row.id))),
      };
      turn(row.id, { ...fields, version: row.version }, leaves ? around : {});
    },
  });
  return (
    <ol className="todos" ref={list} aria-label={label}>
      {rows.map((row) =>
        gone.has(row.id) ? null : <Row key={row.id} row={row} isCurrent={row.id === current} words={words} />,
      )}
    </ol>
  );
}

type RowProps = {
  readonly row: TodoRow;
  readonly isCurrent: boolean;
  readonly words: { readonly mine: string };
};

function Row({ row, isCurrent, words }: RowProps) {
  const { id, href, who, what, ask, order, due, isOverdue, isMine, owner } = row;
  return (
    <li className="todo" data-todo={id}>
      <a className="todo-link" href={href} data-row="" aria-current={isCurrent ? "true" : undefined}>
        <span className="todo-who">{who}</span>
        <span className="todo-what">
          {what} <span className="todo-ask">{ask}</span>
        </span>
        <span className="todo-meta">
          <span className={isOverdue ? "todo-due todo-overdue" : "todo-due"}>{due}</span>
          {order !== null && <span>{order}</span>}
          {owner !== null && (
            <span className={isMine ? "todo-owner todo-mine" : "todo-owner"}>{isMine ? words.mine : owner}</span>
          )}
        </span>
      </a>
    </li>
  );
}

/** Who works through the list by keys goes on with the next row. */
function focusBeside(id: string): void {
  const row = document.querySelector(`[data-todo="${id}"]`);
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  if (row?.contains(document.activeElement) === true) beside?.querySelector<HTMLElement>("[data-row]")?.focus();
}
