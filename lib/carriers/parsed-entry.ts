import { Temporal } from "temporal-polyfill";
import type { Observation, Reported } from "#lib/tracking/observation.ts";
import { stateOf } from "#lib/tracking/state-of.ts";
import type { CarrierReport, Tracked } from "./carrier.ts";

/** What one reply says of one number, flat, for people and scripts (`porchlight carrier parse`). */
export type ParsedEntry = {
  readonly trackingNumber: string | null;
  readonly found: boolean;
  readonly status: string | null;
  readonly error: { readonly kind: string; readonly message: string } | null;
  readonly estimate: { readonly from: string; readonly to: string } | null;
  readonly deliveredAt: string | null;
  readonly signedBy: string | null;
  readonly leftAt: string | null;
  readonly reason: string | null;
  readonly responsible: string | null;
  readonly actionRequired: string | null;
  readonly checkpoints: readonly ParsedCheckpoint[];
};

type ParsedCheckpoint = Pick<Reported, "effect" | "status" | "code" | "description" | "localTime" | "instant"> &
  Reported["place"];

const NOTHING = {
  estimate: null,
  deliveredAt: null,
  signedBy: null,
  leftAt: null,
  reason: null,
  responsible: null,
  actionRequired: null,
  checkpoints: [],
} as const;

/** Before all parcels: at this moment no news is too old, so a reply from long ago is read as on its day. */
const LONG_AGO = Temporal.Instant.fromEpochMilliseconds(0);

/** One entry; the status is what the reply as a whole folds to. */
export function parsedEntry({ trackingNumber, result }: Tracked): ParsedEntry {
  if (!result.ok) {
    const { kind, message } = result.error;
    return { ...NOTHING, trackingNumber, found: false, status: null, error: { kind, message } };
  }
  const report = result.value;
  if (!report.found) return { ...NOTHING, trackingNumber, found: false, status: "pending", error: null };
  return foundEntry(trackingNumber, report);
}

function foundEntry(trackingNumber: string | null, report: Extract<CarrierReport, { found: true }>): ParsedEntry {
  const { summary, scans } = report;
  // A parcel that lies at the shopper's door is not expected, and one that came back was not delivered: the fold withdraws both.
  const state = stateOf([summary, ...scans].map(observed), LONG_AGO, {
    supported: true,
    checkedAt: null,
    problem: null,
  });
  return {
    trackingNumber,
    found: true,
    status: state.status,
    error: null,
    estimate: state.estimate,
    deliveredAt: state.delivery?.at ?? null,
    signedBy: state.delivery?.signedBy ?? null,
    leftAt: state.delivery?.leftAt ?? null,
    reason: state.reason,
    responsible: state.responsible,
    actionRequired: state.actionRequired,
    checkpoints: scans.map(({ effect, status, code, description, localTime, instant, place }) => ({
      effect,
      status,
      code,
      description,
      localTime: localTime ?? clockOf(instant),
      instant,
      city: place.city,
      region: place.region,
      postalCode: place.postalCode,
      country: place.country,
    })),
  };
}

/**
 * What was written where a carrier gave nothing but UTC: printed as given, without the `Z`. For the parcel itself that is no
 * local time, since it is no clock on any wall there.
 */
function clockOf(instant: string | null): string | null {
  return instant?.replace(/(?:\.\d+)?Z$/, "") ?? null;
}

function observed({ raw: _, ...said }: Reported): Observation {
  return { ...said, corrects: false, observedAt: LONG_AGO.toString() };
}
