import { giftText } from "#components/tracking/gift-card.tsx";
import { amountText } from "#lib/brand/languages/amounts.ts";
import type { Gift } from "#lib/promise/page/page-notice.ts";
import { daysText, momentText, type OrderReader, reasonText } from "./desk-order-view.ts";

/** A delay of the order. Instants are ISO, days `YYYY-MM-DD`. */
export type DelayFacts = {
  readonly state: "at_risk" | "late" | "stuck" | "lost";
  readonly carrier: string;
  readonly reason: string | null;
  readonly responsible: "carrier" | "merchant" | "shopper" | "customs" | "nature" | null;
  readonly daysLate: number | null;
  readonly missesNeeded: boolean;
  readonly wasFrom: string | null;
  readonly wasTo: string | null;
  readonly nowFrom: string | null;
  readonly nowTo: string | null;
  readonly beganAt: string;
  readonly apologisedAt: string | null;
  readonly toldAt: string | null;
  readonly viewedAt: string | null;
  readonly solvedAt: string | null;
  readonly given: {
    readonly gift: Gift | null;
    readonly ruleName: string;
    readonly costMinor: number;
    readonly currency: string;
    readonly request: "queued" | "sent" | "failed";
  } | null;
};

/** What the shopper chose. */
export type ChoiceFacts = {
  readonly id: string;
  readonly remedy: "wait" | "pickup" | "address" | "reship" | "refund" | "person";
  readonly state: "waiting" | "taken_back" | "accepted" | "done" | "declined";
  readonly chosenAt: string;
  readonly dueAt: string | null;
};

type DelayCardProps = {
  readonly about: OrderReader;
  readonly delays: readonly DelayFacts[];
  readonly choices: readonly ChoiceFacts[];
};

/** What went wrong, what was said and given for it, and what the shopper chose; nothing where nothing did. */
export function DelayCard({ about, delays, choices }: DelayCardProps) {
  const { say } = about;
  if (delays.length + choices.length === 0) return null;
  return (
    <section className="card" aria-labelledby="delays">
      <h2 id="delays" className="card-heading">
        {say("orders.delay.title")}
      </h2>
      {delays.map((delay) => (
        <Delay key={delay.beganAt} about={about} delay={delay} />
      ))}
      {choices.map((choice) => (
        <p key={choice.id}>
          {say(`orders.remedy.${choice.remedy}`)} {stateText(choice, about)}{" "}
          <span className="ledger-when">{momentText(choice.chosenAt, about)}</span>
        </p>
      ))}
    </section>
  );
}

function stateText({ state, dueAt }: ChoiceFacts, about: OrderReader): string {
  const { say } = about;
  if (state !== "waiting") return say(`orders.remedy.${state}`);
  return say("orders.remedy.waiting", { due: dueAt === null ? "none" : momentText(dueAt, about) });
}

function Delay({ about, delay }: { readonly about: OrderReader; readonly delay: DelayFacts }) {
  const { say } = about;
  return (
    <div className="delay">
      <p>
        <b className={delay.solvedAt === null ? "delay-state" : "text-muted"}>{say(`orders.delay.${delay.state}`)}</b>{" "}
        {sentences(delay, about).join(" ")}
      </p>
      <p className="ledger-when">
        {[
          say("orders.delay.began", { when: momentText(delay.beganAt, about) }),
          ...(delay.toldAt === null && delay.solvedAt === null ? [say("orders.delay.untold")] : []),
          ...moments(delay, about),
        ].join(" · ")}
      </p>
      {delay.given !== null && <Given about={about} given={delay.given} />}
    </div>
  );
}

function sentences(delay: DelayFacts, about: OrderReader): readonly string[] {
  const { say } = about;
  const { daysLate, missesNeeded, responsible, reason, carrier } = delay;
  const why = reasonText(reason, about, carrier);
  return [
    ...windows(delay, about),
    ...(daysLate === null || daysLate < 1 ? [] : [`${say("orders.delay.days", { count: daysLate })}.`]),
    ...(missesNeeded ? [say("orders.delay.misses")] : []),
    ...(why === null ? [] : [why]),
    ...(responsible === null ? [] : [say(`orders.delay.by.${responsible}`)]),
  ];
}

function windows({ wasFrom, wasTo, nowFrom, nowTo }: DelayFacts, about: OrderReader): readonly string[] {
  if (wasFrom === null || wasTo === null) return [];
  const was = daysText({ fromDay: wasFrom, toDay: wasTo }, about);
  if (nowFrom === null || nowTo === null) return [about.say("orders.delay.wasOnly", { was })];
  return [about.say("orders.delay.was", { was, now: daysText({ fromDay: nowFrom, toDay: nowTo }, about) })];
}

function moments(delay: DelayFacts, about: OrderReader): readonly string[] {
  const { toldAt, viewedAt, apologisedAt, solvedAt } = delay;
  const all = { told: toldAt, viewed: viewedAt, apologised: apologisedAt, solved: solvedAt };
  return (["told", "viewed", "apologised", "solved"] as const).flatMap((what) => {
    const at = all[what];
    return at === null ? [] : [about.say(`orders.delay.${what}`, { when: momentText(at, about) })];
  });
}

type Given = NonNullable<DelayFacts["given"]>;

function Given({ about, given }: { readonly about: OrderReader; readonly given: Given }) {
  const { say, reader } = about;
  const { gift, ruleName: rule, costMinor, currency, request } = given;
  if (gift === null) return null;
  const cost = amountText(costMinor, currency, reader.language);
  return (
    <p className="delay-gift">
      {say("orders.delay.gesture", { gift: giftText(gift, reader), rule, cost })}{" "}
      {say(`orders.delay.request.${request}`)}
      {gift.code !== null && (
        <>
          {" "}
          <code dir="ltr">{gift.code}</code>
        </>
      )}
    </p>
  );
}
