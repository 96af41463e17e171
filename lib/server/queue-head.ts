import { type DeskCounts, MOST_COUNTED } from "#db/queries/desk-counts.ts";
import { MOST_IN_QUEUE } from "#db/queries/queue-counts.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import type { QueueRead } from "./queue-reads.ts";

/** What the desk says first: how much needs a person. */
export function queueHead(
  { say }: DeskVoice,
  { counts }: Pick<QueueRead, "counts">,
): { readonly heading: string; readonly lead: string } {
  const { open, overdue } = counts;
  if (open === 0) return { heading: say("queue.head.calm"), lead: say("queue.head.calmText") };
  const heading =
    open > MOST_IN_QUEUE
      ? say("queue.head.waitsMany", { count: MOST_IN_QUEUE })
      : say("queue.head.waits", { count: open });
  const lead =
    overdue === 0 ? say("queue.head.told") : say("queue.head.overdue", { count: Math.min(overdue, MOST_IN_QUEUE) });
  return { heading, lead };
}

/** How the rest stands, in sentences; lit where somebody has to look. */
export function standLines({ say }: DeskVoice, counts: DeskCounts) {
  const { late, carriers, paused, people } = counts;
  const many = late > MOST_COUNTED;
  return [
    {
      key: "late",
      text: many ? say("home.lateMany", { count: MOST_COUNTED }) : say("home.late", { count: late }),
      isOpen: false,
    },
    { key: "carriers", text: say("home.carriers", { count: carriers }), isOpen: carriers === 0 },
    ...(carriers === 0 ? [] : [{ key: "paused", text: say("home.paused", { count: paused }), isOpen: paused > 0 }]),
    { key: "people", text: say("home.people", { count: people }), isOpen: false },
  ];
}
