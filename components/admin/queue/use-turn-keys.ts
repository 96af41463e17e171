"use client";

import { useEffect, useRef } from "react";
import { type TurnFields, undoLast } from "./use-turn.ts";

/** What is typed into; there a letter is a letter. */
const TYPED = "input, select, textarea, [contenteditable], [role=menu], [role=dialog]";

type Chosen = { readonly id: string; readonly version: number; readonly isMine: boolean };
type Asked = Omit<TurnFields, "version">;

type Keys<Row extends Chosen> = {
  /** The row that the keys are about: the one in focus, else the one that is open. */
  readonly chosen: () => Row | null;
  readonly turn: (row: Row, asked: Asked) => void;
};

/** Lets single keys work through the queue: a takes or gives back, s lets sleep until tomorrow, e resolves, u takes back. */
export function useTurnKeys<Row extends Chosen>(keys: Keys<Row>): void {
  const newest = useRef(keys);
  useEffect(() => {
    newest.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isElsewhere = event.target instanceof Element && event.target.closest(TYPED) !== null;
      if (isElsewhere || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (event.key === "u") return undoLast();
      const row = newest.current.chosen();
      const asked = row === null ? null : turnOf(event.key, row);
      if (row === null || asked === null) return;
      event.preventDefault();
      newest.current.turn(row, asked);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}

function turnOf(key: string, { isMine }: Chosen): Asked | null {
  switch (key) {
    case "a":
      return { turn: "assign", to: isMine ? "" : "me" };
    case "s":
      return { turn: "snooze", until: "tomorrow" };
    case "e":
      return { turn: "resolve" };
    default:
      return null;
  }
}
