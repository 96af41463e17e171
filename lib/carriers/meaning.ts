import type { Reported, Said } from "#lib/tracking/observation.ts";
import { type Action, type Reason, type Responsible, responsibleFor } from "#lib/tracking/reason.ts";
import type { Status } from "#lib/tracking/status.ts";

/** Why it is so, whose doing it is and what somebody has to do about it. */
export type Why = Pick<Reported, "reason" | "responsible" | "actionRequired">;

/** What a code says, and why. */
export type Meaning = Said & Why;

/** The same as a table has it. `responsible` only where it is not who usually answers for the reason. */
export type WhyRow = { readonly reason?: Reason; readonly responsible?: Responsible; readonly action?: Action };

/** Codes that say the same, separated by spaces. */
export type Row = WhyRow & { readonly says: Status | "informs" | "unknown"; readonly codes: string };

export const UNKNOWN: Meaning = {
  effect: "unknown",
  status: null,
  reason: null,
  responsible: null,
  actionRequired: null,
};

/** A table of codes, each with its meaning. `prefix` goes before every code. */
export function tableOf(rows: readonly Row[], prefix = ""): ReadonlyMap<string, Meaning> {
  return new Map(rows.flatMap((row) => codesIn(row.codes).map((code) => [`${prefix}${code}`, meaningOfRow(row)])));
}

/** Codes that stand in one text, separated by white space. */
export function codesIn(codes: string): readonly string[] {
  return codes.trim().split(/\s+/);
}

/** A carrier's word as the key of a table: "Out for Delivery" and `OUT_FOR_DELIVERY` are `out-for-delivery`. */
export function keyOf(word: string | null): string {
  return (word ?? "").toLowerCase().replaceAll(/[\s_-]+/g, "-");
}

/** What a scan was taken to say. */
export function meaningOfReported(scan: Reported): Meaning {
  const { reason, responsible, actionRequired } = scan;
  return { ...saidBy(scan), reason, responsible, actionRequired };
}

/** What was said, without whatever else the value holds. */
export function saidBy({ effect, status }: Said): Said {
  return effect === "moves" ? { effect, status } : { effect, status: null };
}

/** What a row says. */
export function saidOf(says: Row["says"]): Said {
  return says === "informs" || says === "unknown" ? { effect: says, status: null } : { effect: "moves", status: says };
}

/** Why it is so, with who usually answers for the reason where the row names nobody. */
export function whyOf({ reason, responsible, action }: WhyRow): Why {
  return {
    reason: reason ?? null,
    responsible: responsible ?? (reason === undefined ? null : responsibleFor(reason)),
    actionRequired: action ?? null,
  };
}

function meaningOfRow({ says, codes: _, ...row }: Row): Meaning {
  return { ...saidOf(says), ...whyOf(row) };
}
