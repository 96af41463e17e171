"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { tell } from "#components/ui/toaster.tsx";

/** How a turn is asked for: the same fields as its form has. */
export type TurnFields = {
  readonly turn: "assign" | "snooze" | "resolve" | "reopen";
  readonly version: number;
  readonly to?: string;
  readonly until?: string;
};
type TurnTold = { readonly ok: boolean; readonly text: string; readonly undo: TurnFields | null };
/** The server action of the queue's page, of this shop. */
export type TurnAction = (itemId: string, fields: TurnFields) => Promise<TurnTold>;

export type TurnWords = { readonly undo: string; readonly trouble: string };

type Around = {
  /** Before the answer is there: the row goes at once. */
  readonly onStart?: () => void;
  /** It did not happen, or was taken back. */
  readonly onBack?: () => void;
  readonly onDone?: () => void;
};

// Two keys in a row are two turns of one person: the second knows what the first came to, before the page is read again.
const newest = new Map<string, number>();
let before: Promise<void> = Promise.resolve();
// What was done last can be taken back by a key, on whichever page of the queue somebody is by then.
let last: (() => void) | null = null;

/** Takes back what was done last, once it is done; nothing where that was taken back already. */
export function undoLast(): void {
  void before.then(() => {
    const undo = last;
    last = null;
    undo?.();
  });
}

/** Does turns without leaving the page: tells what was done with a way back, and reads the page again. */
export function useTurn(
  action: TurnAction,
  words: TurnWords,
): (itemId: string, fields: TurnFields, around?: Around) => void {
  const router = useRouter();
  return useCallback(
    function turn(itemId, fields, around = {}) {
      around.onStart?.();
      const ask = async () => {
        await before;
        const version = Math.max(fields.version, newest.get(itemId) ?? 0);
        const told = await action(itemId, { ...fields, version });
        if (told.ok) around.onDone?.();
        else around.onBack?.();
        const { undo } = told;
        if (undo !== null) newest.set(itemId, undo.version);
        last = undo === null ? null : () => turn(itemId, undo, { onStart: around.onBack ?? nothing });
        show(told.text, { isTrouble: !told.ok, undo: last === null ? null : words.undo });
        router.refresh();
      };
      before = ask().catch(() => {
        around.onBack?.();
        show(words.trouble, { isTrouble: true, undo: null });
      });
    },
    [action, words, router],
  );
}

const nothing = () => undefined;

/** One at a time: what is done next takes its place. */
function show(text: string, { isTrouble, undo }: { readonly isTrouble: boolean; readonly undo: string | null }): void {
  tell({ text, isTrouble, id: "turn", ...(undo === null ? {} : { undo: { text: undo, run: undoLast } }) });
}
