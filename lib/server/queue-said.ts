import type { Member } from "#db/queries/members.ts";
import { moneyText } from "#lib/desk/queue/todo-sentence.ts";
import { MOST_WRITTEN } from "#lib/use-cases/messages/link-mail-rules.ts";
import { nameOf, type Seen } from "./queue-view.ts";
import { todoPath } from "./todo-paths.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type About = {
  readonly seen: Pick<Seen, "voice" | "slug">;
  readonly people: readonly Member[];
  readonly itemId: string;
  readonly currency?: string;
};
type Undo = { readonly path: string; readonly text: string; readonly fields: Readonly<Record<string, string>> };
type Told = { readonly text: string; readonly isTrouble: boolean; readonly undo: Undo | null };

const SAID = [
  ...(["assigned", "unassigned", "snoozed", "woken", "resolved", "reopened"] as const),
  ...(["accepted", "done", "declined", "asked", "given", "queued"] as const),
] as const;
const PROBLEMS = ["gone", "settled", "standing", "had", "unknown", "empty", "nobody", "noMail"] as const;
const TURNS = ["assign", "snooze", "resolve", "reopen"] as const;

/** What came of the last form, as the address of its page says; null where it says nothing. */
export function queueSaid(query: Query, about: About): Told | null {
  const { say } = about.seen.voice;
  const said = SAID.find((word) => word === query.said);
  if (said === undefined) return troubleOf(query, about);
  const name = nameOf(about.people, textOf(query.name)) ?? "";
  return { text: say(`queue.said.${said}`, { name }), isTrouble: false, undo: undoOf(query, about) };
}

function troubleOf(query: Query, { seen, people, currency = "" }: About): Told | null {
  const { voice } = seen;
  const { say } = voice;
  const trouble = (text: string): Told => ({ text, isTrouble: true, undo: null });
  if (query.problem === "conflict") {
    const name = nameOf(people, textOf(query.by));
    return trouble(name === null ? say("queue.problem.conflictSomebody") : say("queue.problem.conflict", { name }));
  }
  if (query.problem === "over") {
    const left = Number(textOf(query.left));
    const isSome = Number.isSafeInteger(left) && left > 0 && currency !== "";
    return trouble(
      isSome
        ? say("queue.problem.over", { amount: moneyText(voice, left, currency) })
        : say("queue.problem.overNothing"),
    );
  }
  const problem = PROBLEMS.find((word) => word === query.problem);
  return problem === undefined ? null : trouble(say(`queue.problem.${problem}`, { most: MOST_WRITTEN }));
}

/** The form that takes it back; it is posted like any other, so that nobody gains by writing such an address. */
function undoOf(query: Query, { seen, itemId }: About): Undo | null {
  const turn = TURNS.find((word) => word === query.undo);
  const version = textOf(query.v);
  if (turn === undefined || !/^\d{1,9}$/.test(version) || !/^[0-9a-f-]{36}$/.test(itemId)) return null;
  return {
    path: todoPath(seen.slug, itemId, "turn"),
    text: seen.voice.say("queue.said.undo"),
    fields: { turn, version, to: textOf(query.to), until: textOf(query.until) },
  };
}

function textOf(value: string | string[] | undefined): string {
  return typeof value === "string" ? value : "";
}
