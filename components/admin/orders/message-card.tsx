import { MILESTONES } from "#lib/tracking/page/dials.ts";
import { momentText, type OrderReader } from "./desk-order-view.ts";

/** A message to the shopper. Instants are ISO. */
export type MessageFacts = {
  readonly milestone: string;
  readonly channel: "email" | "sms" | "push";
  readonly state: "queued" | "sent" | "failed" | "suppressed";
  readonly reason: string | null;
  readonly createdAt: string;
  readonly sentAt: string | null;
};

type MessageCardProps = { readonly about: OrderReader; readonly messages: readonly MessageFacts[] };

const KNOWN = ["link_requested", ...MILESTONES] as const;

/** What was written to the shopper, and what waits to be. */
export function MessageCard({ about, messages }: MessageCardProps) {
  const { say } = about;
  return (
    <section className="card" aria-labelledby="messages">
      <h2 id="messages" className="card-heading">
        {say("orders.messages.title")}
      </h2>
      {messages.length === 0 && <p className="text-muted">{say("orders.messages.none")}</p>}
      <ul className="ledger">
        {messages.toReversed().map((message) => (
          <li key={`${message.milestone} ${message.channel} ${message.createdAt}`}>
            <p>{aboutText(message, about)}</p>
            <p className="ledger-when">
              {say(`orders.messages.channel.${message.channel}`)} · {stateText(message, about)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function aboutText({ milestone }: MessageFacts, { say }: OrderReader): string {
  const known = KNOWN.find((each) => each === milestone);
  return say(`orders.messages.milestone.${known ?? "other"}`);
}

function stateText({ state, reason, createdAt, sentAt }: MessageFacts, about: OrderReader): string {
  const when = momentText(sentAt ?? createdAt, about);
  return about.say(`orders.messages.${state}`, { when, reason: reason ?? "" });
}
