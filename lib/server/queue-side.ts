import type { QueuePlace } from "#db/queries/desk-queue.ts";
import type { QueueSideView } from "#lib/desk/queue/views.ts";
import { queueQuery } from "./queue-address.ts";
import type { QueueRead } from "./queue-reads.ts";
import { queueTabs, type Seen, todoRows } from "./queue-view.ts";
import { queuePath } from "./todo-paths.ts";

/** The list, with the ways to its parts and pages. */
export function queueSide(
  read: QueueRead,
  seen: Seen,
  { current, after }: { readonly current: string | null; readonly after: QueuePlace | null },
): QueueSideView {
  const { slug, asked } = seen;
  const path = queuePath(slug);
  const { next } = read;
  return {
    rows: todoRows(read, seen),
    current,
    ...queueTabs(read, seen),
    isPart: asked.topic !== null || asked.whose !== null || asked.when !== "open" || after !== null,
    isOpen: asked.when === "open" || asked.when === "overdue",
    all: path,
    next: next === null ? null : `${path}${queueQuery(asked, { after: next.place, id: next.id })}`,
    isFirst: after === null,
  };
}
