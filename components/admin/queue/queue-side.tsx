import { Pager } from "#components/ui/pager.tsx";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { QueueSideView } from "#lib/desk/queue/views.ts";
import { QueueKeys } from "./queue-keys.tsx";
import { QueueList } from "./queue-list.tsx";
import { QueueTabs } from "./queue-tabs.tsx";
import type { TurnAction } from "./use-turn.ts";

export type QueueSideProps = QueueSideView & { readonly say: DeskSay; readonly action: TurnAction };

/** The list with what stands around it: its parts, its pages, its keys. */
export function QueueSide({
  say,
  rows,
  current,
  views,
  topics,
  isPart,
  isOpen,
  all,
  next,
  isFirst,
  action,
}: QueueSideProps) {
  const words = {
    undo: say("queue.said.undo"),
    trouble: say("trouble.text"),
    mine: say("queue.row.yours"),
  };
  return (
    <>
      <QueueTabs say={say} views={views} topics={topics} />
      {rows.length === 0 ? (
        <div className="queue-nothing">
          <p>{say(isPart ? "queue.nothing.some" : "queue.nothing.all")}</p>
          {isPart && (
            <p>
              <a href={all}>{say("queue.nothing.back")}</a>
            </p>
          )}
        </div>
      ) : (
        <QueueList
          label={say("queue.list")}
          rows={rows}
          current={current}
          action={action}
          words={words}
          isOpen={isOpen}
        />
      )}
      <Pager
        label={say("queue.pager.label")}
        first={isFirst ? null : { href: all, text: say("queue.pager.first") }}
        next={next === null ? null : { href: next, text: say("queue.pager.next") }}
      />
      <QueueKeys
        words={{ title: say("queue.keys.title"), open: say("queue.keys.open"), close: say("queue.keys.close") }}
        keys={keysOf(say)}
      />
    </>
  );
}

function keysOf(say: DeskSay) {
  return [
    { keys: ["j", "k"], text: say("queue.keys.walk") },
    { keys: ["Enter"], text: say("queue.keys.enter") },
    { keys: ["a"], text: say("queue.keys.assign") },
    { keys: ["s"], text: say("queue.keys.snooze") },
    { keys: ["e"], text: say("queue.keys.resolve") },
    { keys: ["u"], text: say("queue.keys.undo") },
    { keys: ["?"], text: say("queue.keys.help") },
  ];
}
