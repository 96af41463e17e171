import type { Notice } from "#lib/promise/apology/apology-of.ts";
import type { DelayCause, Level, Thresholds } from "#lib/promise/delay/delay.ts";
import type { GrantedGesture } from "#lib/promise/gesture/gesture.ts";
import type { KeptBelief } from "#lib/promise/judging/expectation.ts";
import type { Promised } from "#lib/promise/ledger.ts";
import type { Choice, Remedy, RemedyRules } from "#lib/promise/remedy/remedy.ts";
import type { Window } from "#lib/tracking/page/tracking-page.ts";
import type { Reason } from "#lib/tracking/reason.ts";

/**
 * What the shopper chose last, or the shop decided. `dueOn`: the day, where the parcel goes, by which the shop answers;
 * `answer`: what it says about it in its own words.
 */
export type ChosenRemedy = {
  readonly id: string;
  readonly remedy: Remedy;
  readonly state: Exclude<Choice["state"], "taken_back">;
  readonly dueOn: string | null;
  readonly isByShop?: boolean;
  readonly answer?: string | null;
};

/** A granted gesture with the ISO 4217 currency that its money is in. */
export type Gift = GrantedGesture & { readonly currency: string };

/** What is kept of one parcel's judging: what no carrier tells, and what is read from more than its present words. */
export type KeptJudgement = {
  readonly belief: KeptBelief;
  readonly isHandedOver: boolean;
  readonly arrivedOn: string | null;
  readonly triedOn: string | null;
  /** The instant (ISO 8601) of the newest thing that its carrier told of. */
  readonly newsAt: string | null;
};

export type KeptDelay = {
  readonly level: Exclude<Level, "none">;
  readonly cause: DelayCause;
  readonly reason: Reason | null;
  readonly responsible: string | null;
  readonly was: Window | null;
  readonly isApologised: boolean;
  /** The day where the parcel goes. */
  readonly solvedOn: string | null;
};

/** What is kept about one parcel, or about what is still with the shop, besides what its carrier said. */
export type KeptParcel = {
  readonly judgement: KeptJudgement | null;
  readonly delay: KeptDelay | null;
  /** What was promised for this parcel alone. */
  readonly ledger: readonly Promised[];
  readonly gift: Gift | null;
  readonly chosen: ChosenRemedy | null;
};

/** What is kept about the order, and what the merchant has set. */
export type KeptOrder = {
  readonly ledger: readonly Promised[];
  readonly neededBy: string | null;
  /** Null with `neededBy`. */
  readonly neededBySaid: "order" | "page" | null;
  readonly thresholds: Thresholds;
  readonly remedies: RemedyRules;
  readonly hasSupport: boolean;
  readonly tier: string | null;
  /** By the parcel's number; of what is with the shop under null. */
  readonly parcels: ReadonlyMap<number | null, KeptParcel>;
};

/**
 * What the page says and offers on top of a parcel's answer; of what is still with the shop where `parcel` is null. A gift and
 * a choice that waits are shown also where nothing is said any more: they are the shopper's.
 */
export type PageNotice = {
  readonly parcel: number | null;
  readonly notice: Notice | null;
  readonly gift: Gift | null;
  readonly chosen: ChosenRemedy | null;
};

export const NOTHING_KEPT: KeptParcel = { judgement: null, delay: null, ledger: [], gift: null, chosen: null };
