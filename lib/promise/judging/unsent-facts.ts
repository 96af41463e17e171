import type { DelayFacts } from "#lib/promise/delay/delay.ts";
import { delayFacts, type KnownParcel } from "./delay-facts.ts";
import { NOTHING_BELIEVED } from "./expectation.ts";

/** What is known of an order of which nothing has been handed over. `today` is the day where it goes. */
export type KnownUnsent = Pick<
  KnownParcel,
  "today" | "promise" | "neededBy" | "neededBySaid" | "before" | "broken" | "why" | "thresholds"
>;

/** The facts by which what is still with the shop is judged: nobody has to be asked to see it. */
export function unsentFacts(known: KnownUnsent): DelayFacts {
  return delayFacts({
    ...known,
    seenUntil: known.today,
    status: "pending",
    belief: NOTHING_BELIEVED,
    handedOver: false,
    statusSinceDay: null,
    newsDay: null,
    carrierSays: null,
    carrierSaidFirst: null,
    arrivedOn: null,
    triedOn: null,
    reason: null,
    responsible: null,
    actionRequired: null,
  });
}
