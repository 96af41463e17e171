import type { StoredOrder } from "#db/queries/order-page.ts";
import type { StoredJudgement, StoredTrouble } from "#db/queries/order-trouble.ts";
import type { DelayCause } from "#lib/promise/delay/delay.ts";
import type { KeptDelay, KeptJudgement, KeptOrder, KeptParcel } from "#lib/promise/page/page-notice.ts";
import { orderZone } from "#lib/tracking/page/destination-zone.ts";
import { dayOfInstant } from "#lib/tracking/page/local-times.ts";
import { REASONS } from "#lib/tracking/reason.ts";
import { gestureSchema } from "#lib/use-cases/promises/delay-rules-schema.ts";
import { delayRulesFrom } from "#lib/use-cases/promises/stored-rules.ts";

/** What is kept of an order's delays, as its page needs it. Days are those of where the order goes. */
export function keptOrder(stored: StoredOrder, hasSupport: boolean): KeptOrder {
  const zone = orderZone(stored, stored.zone);
  const { thresholds, remedies } = delayRulesFrom(stored.delayRules);
  const ofParcels = stored.parcels.map((parcel, at) => [at + 1, keptParcel(parcel, parcel.judgement, zone)] as const);
  return {
    ledger: stored.promises,
    neededBy: stored.neededBy,
    neededBySaid: stored.neededBySaid,
    thresholds,
    remedies,
    hasSupport,
    tier: stored.tier,
    parcels: new Map<number | null, KeptParcel>([...ofParcels, [null, keptParcel(stored.unsent, null, zone)]]),
  };
}

function keptParcel({ delay, choice, told }: StoredTrouble, judged: StoredJudgement | null, zone: string): KeptParcel {
  return {
    judgement: judged === null ? null : keptJudgement(judged),
    delay: delay === null ? null : keptDelay(delay, zone),
    ledger: told,
    gift: delay === null ? null : giftOf(delay),
    chosen:
      choice === null
        ? null
        : {
            id: choice.id,
            remedy: choice.remedy,
            state: choice.state,
            dueOn: choice.dueAt === null ? null : dayOfInstant(choice.dueAt, zone),
            ...(choice.chosenBy === "shop" ? { isByShop: true } : {}),
            ...(choice.answer === null ? {} : { answer: choice.answer }),
          },
  };
}

function keptJudgement({ isHandedOver, arrivedOn, triedOn, newsAt, ...belief }: StoredJudgement): KeptJudgement {
  return { isHandedOver, arrivedOn, triedOn, newsAt, belief };
}

function keptDelay(delay: NonNullable<StoredTrouble["delay"]>, zone: string): KeptDelay {
  const { level, cause, reason, responsible, wasFrom, wasTo, isApologised, solvedAt } = delay;
  return {
    level,
    // Only judging writes it, in these words; an older version's word is known by none of the questions asked of it.
    cause: cause as DelayCause,
    reason: REASONS.find((known) => known === reason) ?? null,
    responsible,
    was: windowOf(wasFrom, wasTo),
    isApologised,
    solvedOn: solvedAt === null ? null : dayOfInstant(solvedAt, zone),
  };
}

function giftOf({ gesture: granted }: NonNullable<StoredTrouble["delay"]>): KeptParcel["gift"] {
  if (granted === null) return null;
  const { ruleId, costMinor, currency, code } = granted;
  const read = gestureSchema.safeParse(granted.gesture);
  return read.success ? { ruleId, gesture: read.data, costMinor, currency, code } : null;
}

function windowOf(fromDay: string | null, toDay: string | null): KeptDelay["was"] {
  return fromDay === null || toDay === null ? null : { fromDay, toDay };
}
