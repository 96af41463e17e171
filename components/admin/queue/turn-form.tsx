"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { type TurnAction, type TurnFields, type TurnWords, useTurn } from "./use-turn.ts";

type TurnFormProps = {
  readonly itemId: string;
  readonly version: number;
  /** Where the form is posted to without a script. */
  readonly path: string;
  readonly turn: TurnFields["turn"];
  readonly action: TurnAction;
  readonly words: TurnWords;
  /** Where to go once it is off the list; null to stay. */
  readonly onward?: string | null;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A form that does something with one thing of the queue: at once where a script runs, by a plain post where none does. */
export function TurnForm({
  itemId,
  version,
  path,
  turn,
  action,
  words,
  onward = null,
  className,
  children,
}: TurnFormProps) {
  const router = useRouter();
  const run = useTurn(action, words);
  return (
    <form
      className={className}
      method="post"
      action={path}
      onSubmit={(event) => {
        event.preventDefault();
        const { nativeEvent } = event;
        const submitter = nativeEvent instanceof SubmitEvent ? nativeEvent.submitter : null;
        const form = new FormData(event.currentTarget, submitter);
        const text = (name: string) => String(form.get(name) ?? "");
        const fields = { turn, version, to: text("to"), until: text("until") };
        run(itemId, fields, { onDone: () => onward !== null && router.push(onward) });
      }}
    >
      <input type="hidden" name="turn" value={turn} />
      <input type="hidden" name="version" value={version} />
      {children}
    </form>
  );
}
