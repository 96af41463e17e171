import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { QueueTab } from "#lib/desk/queue/views.ts";

type QueueTabsProps = {
  readonly say: DeskSay;
  readonly views: readonly QueueTab[];
  readonly topics: readonly QueueTab[];
};

/** The parts of the queue, as links: whose and when, and below it the kinds that there are. */
export function QueueTabs({ say, views, topics }: QueueTabsProps) {
  return (
    <nav className="tabs" aria-label={say("queue.filters.label")}>
      <Tabs tabs={views} className="tabs-row" />
      {topics.length > 1 && <Tabs tabs={topics} className="tabs-row tabs-kinds" />}
    </nav>
  );
}

function Tabs({ tabs, className }: { readonly tabs: readonly QueueTab[]; readonly className: string }) {
  return (
    <ul className={className}>
      {tabs.map(({ key, text, count, href, isCurrent }) => (
        <li key={key}>
          <a className="tab" href={href} aria-current={isCurrent ? "true" : undefined}>
            {text}
            {count !== null && count !== "0" && <span className="tab-count">{count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}
