import type { PushedParcel, PushOutcome, WaitingPush } from "#db/queries/pushes.ts";
import type { Carrier, CarrierReport, Tracked } from "#lib/carriers/carrier.ts";

/** A push with what it says. Numbers are as parcels' are stored. */
export type ReadPush = WaitingPush & {
  readonly isAggregator: boolean;
  readonly trust: "report" | "hint";
  /** ISO instant, where the carrier tells. */
  readonly saidAt: string | null;
  readonly entries: readonly { readonly number: string; readonly result: Tracked["result"] }[];
  /** Why it says nothing of any parcel; null where it does. */
  readonly emptiness: PushOutcome | null;
};

/** What one report of a push says of one parcel. */
export type PushedReport = {
  readonly push: ReadPush;
  readonly parcel: PushedParcel;
  readonly report: CarrierReport;
};

/** What one push says, whatever its bytes. */
export function readPush(carrier: Carrier | undefined, push: WaitingPush): ReadPush {
  const pushes = carrier?.pushes ?? null;
  const tracked = pushes?.read(push.body) ?? [];
  const entries = tracked.flatMap(({ trackingNumber, result }) =>
    trackingNumber === null ? [] : [{ number: asStored(trackingNumber), result }],
  );
  const emptiness = pushes === null || tracked.some(({ result }) => !result.ok) ? "unreadable" : "no_parcel";
  return {
    ...push,
    entries,
    isAggregator: carrier?.isAggregator === true,
    trust: pushes?.trust ?? "hint",
    saidAt: pushes?.saidAt?.(push.body) ?? null,
    emptiness: entries.length > 0 ? null : emptiness,
  };
}

/** The reports of a push that are used as they are. */
export function reportsOf(push: ReadPush, parcels: readonly PushedParcel[]): readonly PushedReport[] {
  if (push.trust === "hint") return [];
  return parcels
    .filter(({ isInCharge }) => isInCharge)
    .flatMap((parcel) => {
      const result = push.entries.find(({ number }) => number === parcel.number)?.result;
      return result?.ok ? [{ push, parcel, report: result.value }] : [];
    });
}

/** The parcels of which a push only says that there is something new: two accounts would tell each scan in two ways. */
export function hintedBy(push: ReadPush, parcels: readonly PushedParcel[]): readonly PushedParcel[] {
  return push.trust === "hint" ? parcels : parcels.filter(({ isInCharge }) => !isInCharge);
}

/** A number as parcels' numbers are stored: see `trackingNumberCell`. */
function asStored(number: string): string {
  return number.toUpperCase().replace(/[\s-]+/g, "");
}
