import { Temporal } from "temporal-polyfill";
import type { QueueRow } from "#db/queries/desk-queue.ts";
import type { Member } from "#db/queries/members.ts";
import { MOST_IN_QUEUE } from "#db/queries/queue-counts.ts";
import { voiceOf } from "#lib/brand/languages/voice.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { dayOf, dayPhrase, type TodoClock, type TodoSentence, todoSentence } from "#lib/desk/queue/todo-sentence.ts";
import type { QueueTab, TodoRow } from "#lib/desk/queue/views.ts";
import { TOPICS } from "#lib/promise/concern/concern.ts";
import { carrierName } from "#lib/tracking/page/carrier-name.ts";
import { type QueueAsked, queueQuery } from "./queue-address.ts";
import type { QueueRead } from "./queue-reads.ts";
import { queuePath, todoPath } from "./todo-paths.ts";

export type Seen = {
  readonly voice: DeskVoice;
  readonly slug: string;
  readonly zone: string;
  readonly me: string;
  readonly asked: QueueAsked;
};

export function sentenceOf(voice: DeskVoice, row: QueueRow, clock: TodoClock): TodoSentence {
  return todoSentence(voice, { ...row, carrier: row.carrier === null ? null : carrierName(row.carrier) }, clock);
}

/** The rows of a page of the queue. */
export function todoRows(
  { rows, people, now }: Pick<QueueRead, "rows" | "people" | "now">,
  seen: Seen,
): readonly TodoRow[] {
  const { voice, slug, zone, me, asked } = seen;
  const clock = { zone, now };
  return rows.map((row) => ({
    ...{ id: row.id, version: row.version, order: row.orderNumber },
    ...sentenceOf(voice, row, clock),
    href: `${todoPath(slug, row.id)}${queueQuery(asked)}`,
    due: dueText(voice, row, { clock, people }),
    isOverdue: row.isOverdue && row.resolvedAt === null,
    isMine: row.assignedTo === me,
    owner: nameOf(people, row.assignedTo),
  }));
}

export function nameOf(people: readonly Member[], id: string | null): string | null {
  return people.find(({ userId }) => userId === id)?.name ?? null;
}

/** By when somebody should look, or what became of it. */
export function dueText(
  voice: DeskVoice,
  row: QueueRow,
  { clock, people }: { readonly clock: TodoClock; readonly people: readonly Member[] },
): string {
  const { say } = voice;
  if (row.resolvedAt !== null) {
    const name = nameOf(people, row.resolvedBy);
    return name === null ? say("queue.row.doneItself") : say("queue.row.done", { name });
  }
  const { snoozedUntil } = row;
  if (snoozedUntil !== null && isAhead(snoozedUntil, clock.now))
    return say("queue.row.asleep", { day: dayPhrase(voice, dayOf(snoozedUntil, clock), clock, "plain") });
  if (row.isOverdue) return say("queue.row.overdue");
  const day = dayOf(row.attendBy, clock);
  if (day === dayOf(clock.now.toString(), clock))
    return say("queue.row.dueAt", { time: timeText(voice, row.attendBy, clock) });
  return say("queue.row.due", { by: dayPhrase(voice, day, clock, "by") });
}

function timeText({ locale }: DeskVoice, instant: string, { zone }: TodoClock): string {
  const { intl } = voiceOf(locale).language.habits;
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime();
  return time.toLocaleString(intl, { hour: "numeric", minute: "2-digit" });
}

export function isAhead(instant: string, now: Temporal.Instant): boolean {
  return now.toString() < instant;
}

/** The parts of the queue, each with how much is in it. */
export function queueTabs(
  { counts }: Pick<QueueRead, "counts">,
  seen: Seen,
): {
  readonly views: readonly QueueTab[];
  readonly topics: readonly QueueTab[];
} {
  const { voice, slug, asked } = seen;
  const { say } = voice;
  const path = queuePath(slug);
  const all: QueueAsked = { topic: null, whose: null, when: "open" };
  const tab = (
    key: "all" | "mine" | "nobody" | "overdue" | "snoozed" | "done",
    part: QueueAsked,
    count: number | null,
  ): QueueTab => ({
    key,
    text: say(`queue.filters.${key}`),
    count: countText(count),
    href: `${path}${queueQuery({ ...part, topic: asked.topic })}`,
    isCurrent: part.whose === asked.whose && part.when === asked.when,
  });
  const topics = TOPICS.filter((topic) => counts[topic] > 0 || topic === asked.topic);
  return {
    views: [
      tab("all", all, counts.open),
      tab("mine", { ...all, whose: "me" }, counts.mine),
      tab("nobody", { ...all, whose: "nobody" }, counts.nobody),
      tab("overdue", { ...all, when: "overdue" }, counts.overdue),
      tab("snoozed", { ...all, when: "snoozed" }, counts.snoozed),
      tab("done", { ...all, when: "done" }, null),
    ],
    topics: topics.map((topic) => ({
      key: topic,
      text: say(`queue.topics.${topic}`),
      count: countText(counts[topic]),
      // What is pressed again is everything again.
      href: `${path}${queueQuery({ ...asked, topic: topic === asked.topic ? null : topic })}`,
      isCurrent: topic === asked.topic,
    })),
  };
}

function countText(count: number | null): string | null {
  if (count === null) return null;
  return count > MOST_IN_QUEUE ? `${MOST_IN_QUEUE}+` : String(count);
}
