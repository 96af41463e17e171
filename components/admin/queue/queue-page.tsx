import { RoomHead } from "#components/admin/room-head.tsx";
import { FirstSteps, type FirstStepsProps } from "./first-steps.tsx";
import { QueueSaid, type QueueSaidProps } from "./queue-said.tsx";
import { QueueSide, type QueueSideProps } from "./queue-side.tsx";

type QueuePageProps = {
  readonly shop: string;
  readonly heading: string;
  readonly lead: string;
  /** How things stand beyond the queue; lit where somebody has to look. */
  readonly stand: readonly { readonly key: string; readonly text: string; readonly isOpen: boolean }[];
  /** What a new shop does first; none where it is at home. */
  readonly steps: FirstStepsProps["steps"];
  /** No order has come in yet: the steps come before the queue. */
  readonly isNew: boolean;
  readonly said: QueueSaidProps | null;
  readonly side: QueueSideProps;
};

/** The desk: who waits, the most urgent first, and in a few sentences how the rest stands. */
export function QueuePage({ shop, heading, lead, stand, steps, isNew, said, side }: QueuePageProps) {
  const { say } = side;
  const first = steps.length > 0 && <FirstSteps say={say} steps={steps} />;
  return (
    <div className="queue">
      <div className="queue-side">
        <RoomHead say={say} title={say("queue.title")} shop={shop} heading={heading} lead={lead} />
        {said !== null && <QueueSaid {...said} />}
        {isNew && first}
        <QueueSide {...side} />
      </div>
      <aside className="queue-rest" aria-labelledby="stand">
        <h2 id="stand" className="hint-heading">
          {say("queue.more")}
        </h2>
        <ul className="lines">
          {stand.map(({ key, text, isOpen }) => (
            <li key={key} className={isOpen ? "line line-open" : "line"}>
              {text}
            </li>
          ))}
        </ul>
        {!isNew && first}
        {!isNew && <p className="queue-pick">{say("queue.item.pick")}</p>}
      </aside>
    </div>
  );
}
