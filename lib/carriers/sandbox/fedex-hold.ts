import { FEDEX_WORDS, type FedexWords } from "./fedex-words.ts";
import { inCapitals } from "./place-text.ts";
import type { PlayedEvent } from "./played.ts";
import type { PickupPoint } from "./script.ts";
import { wallClock } from "./wall-clock.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** What FedEx says besides the scan while it holds a parcel at one of its locations: where, and for how long in a sentence. */
export function fedexHold({ atMs, place }: PlayedEvent, point: PickupPoint | null, address: object) {
  const locationId = `${inCapitals(place.city).slice(0, 3)}A`;
  if (point === null) {
    const type = "HELD_PACKAGE_AVAILABLE_FOR_RECIPIENT_PICKUP";
    return {
      holdAtLocation: { locationId, locationType: "FEDEX_ONSITE", locationContactAndAddress: { address } },
      serviceCommitMessage: { message: "Ready for you.", type },
    };
  }
  const street = inCapitals(point.street);
  return {
    holdAtLocation: { locationId, locationContactAndAddress: { address: { streetLines: [street], ...address } } },
    serviceCommitMessage: {
      message: `It is ${availableAt(point)}. We hold the shipment for five business days starting from ${dayOf(wallClock(atMs, place.zone).date)}.`,
      type: "HELD_PACKAGE_AVAILABLE_FOR_RECIPIENT_PICKUP_WITH_ADDRESS",
    },
    customDeliveryOptions: [{ type: "REDIRECT_TO_HOLD_AT_LOCATION", status: "HELD" }],
  };
}

/** The words of the scan that holds it there. */
export function fedexHoldWords(point: PickupPoint): FedexWords {
  return {
    ...FEDEX_WORDS.held_for_pickup,
    exception: { code: "015A", description: `Package ${availableAt(point)}` },
  };
}

function availableAt({ name, street }: PickupPoint): string {
  return `available for pickup at ${name}: ${inCapitals(street)}`;
}

/** `May 09, 2026`. */
function dayOf(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${MONTHS[Number(month) - 1] ?? ""} ${day}, ${year}`;
}
