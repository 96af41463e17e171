import { assertNever } from "#lib/kernel/assert-never.ts";
import type { ParcelFacts } from "./parcel-answer.ts";
import type { ReachedDays } from "./parcel-facts.ts";
import type { Step, StepName } from "./tracking-page.ts";

type Facts = ParcelFacts & ReachedDays;
type Way = readonly (readonly [StepName, Step["state"]])[];

/**
 * The steps of a parcel whose carrier has spoken. Trouble takes the place of the step it happened at, a return turns the
 * way round, and nothing is said to come that cannot be known to come.
 */
export function parcelSteps(parcel: Facts, placedOn: string): Step[] {
  const way: Way = [["ordered", "done"], ...wayOf(parcel)];
  return way.map(([name, state]) => ({ name, state, day: state === "later" ? null : dayOf(name, parcel, placedOn) }));
}

function wayOf(parcel: Facts): Way {
  const { reached, status } = parcel;
  const gone: Way = [
    ["sent", "done"],
    ["under_way", "done"],
  ];
  switch (status) {
    case "pending":
      return [["sent", "done"], ["under_way", "current"], later("here")];
    case "info_received":
      return [["packed", "current"], later("under_way"), later("out_for_delivery"), later("here")];
    case "picked_up":
    case "in_transit":
      return [["sent", "done"], ["under_way", "current"], later("out_for_delivery"), later("here")];
    case "customs":
      return [
        ["sent", "done"],
        ["customs", isHeld(parcel) ? "trouble" : "current"],
        later("out_for_delivery"),
        later("here"),
      ];
    case "out_for_delivery":
      return [...gone, ["out_for_delivery", "current"], later("here")];
    case "attempt_failed":
      return [...gone, ["tried", "trouble"], later("here")];
    case "available_for_pickup":
      return [...gone, ["pickup", "current"], later("collected")];
    case "delivered":
      return [
        ...gone,
        ...whereKnown("out_for_delivery", reached),
        [reached.has("available_for_pickup") ? "collected" : "here", "current"],
      ];
    case "exception":
      return [["sent", "done"], ["held", "trouble"], later("here")];
    case "lost":
      return [...gone, ["lost", "trouble"]];
    case "returning":
      return [["sent", "done"], ["turned_back", "trouble"], later("back")];
    case "returned":
      return [
        ["sent", "done"],
        ["turned_back", "done"],
        ["back", "current"],
      ];
    case "cancelled":
      return [["cancelled", "current"]];
    case "expired":
      return [["sent", "done"], ["silent", "trouble"], later("here")];
    default:
      return assertNever(status);
  }
}

function later(name: StepName): [StepName, "later"] {
  return [name, "later"];
}

function isHeld({ actionRequired, reason }: Facts): boolean {
  return actionRequired !== null || (reason !== null && reason !== "customs_inspection");
}

function whereKnown(name: StepName, reached: ReachedDays["reached"]): Way {
  return reached.has(name) ? [[name, "done"]] : [];
}

function dayOf(name: StepName, parcel: Facts, placedOn: string): string | null {
  const { reached, since } = parcel;
  switch (name) {
    case "ordered":
      return placedOn;
    case "sent":
      return parcel.handedOverOn ?? reached.get("picked_up") ?? reached.get("in_transit") ?? null;
    case "under_way":
      return null;
    case "out_for_delivery":
      return reached.get("out_for_delivery") ?? null;
    case "turned_back":
      return reached.get("returning") ?? null;
    case "here":
    case "collected":
      return parcel.delivery?.at?.day ?? null;
    default:
      return since?.day ?? null;
  }
}
