import type { CheckProblem } from "#lib/tracking/tracking-state.ts";

/** What came of asking about one parcel at once. */
export type CheckedParcel =
  | { readonly outcome: "answered"; readonly carrier: string; readonly news: number }
  | {
      /**
       * `pending`: the carrier has not answered yet. `recent`: it was asked a moment ago. `waits`: it may not be asked now. `ended`:
       * nobody asks about it any more.
       */
      readonly outcome: CheckProblem | "pending" | "recent" | "waits" | "ended" | "no_account";
      readonly carrier: string;
    };

/** How our asking about it stands. Instants are ISO. */
type Standing = {
  readonly carrier: string;
  readonly hasAccount: boolean;
  readonly isScheduled: boolean;
  readonly isBeingAsked: boolean;
  readonly triedAt: string | null;
  readonly askedAt: string | null;
  readonly checkedAt: string | null;
  readonly problem: CheckProblem | null;
  readonly words: number;
};

/** What came of it, by how our asking stood before and stands after. `recentAt`: who was tried after it is not asked again yet. */
export function checkedParcel(before: Standing | null, after: Standing, recentAt: string): CheckedParcel {
  const { carrier } = after;
  if (after.checkedAt !== null && after.checkedAt !== before?.checkedAt) {
    return { outcome: "answered", carrier, news: after.words - (before?.words ?? 0) };
  }
  if (after.problem !== null && after.askedAt !== before?.askedAt) return { outcome: after.problem, carrier };
  if (!after.hasAccount) return { outcome: "no_account", carrier };
  if (after.isBeingAsked) return { outcome: "pending", carrier };
  if (!after.isScheduled) return { outcome: "ended", carrier };
  if (after.triedAt !== null && after.triedAt >= recentAt) return { outcome: "recent", carrier };
  return { outcome: after.problem ?? "waits", carrier };
}
