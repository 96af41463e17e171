import { SANDBOX_CARRIERS, type SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import { demoStories } from "./demo-drafts.ts";
import { demoJourneys } from "./journeys/demo-journeys.ts";
import type { Journey } from "./journeys/journey.ts";
import type { DemoSlug } from "./merchants.ts";
import { trackingNumber } from "./tracking-numbers.ts";

/** A parcel that the sandbox plays. */
export type DemoParcel = {
  readonly orderNumber: string;
  readonly carrier: SandboxCarrier;
  readonly number: string;
  /** On which day it was handed over, seen from the day on which the shop was loaded. */
  readonly shippedOnDay: number;
  readonly journey: Journey;
};

/** A shop's parcels with what they go through. Throws when one has no journey that is told. */
export function demoParcels(slug: DemoSlug): readonly DemoParcel[] {
  return demoStories(slug).flatMap((story) =>
    (story.parcels ?? []).flatMap(({ carrier, shipped }, index): readonly DemoParcel[] => {
      const journey = demoJourneys[slug][story.number]?.[index];
      if (journey === undefined) throw new Error(`Nothing is told of parcel ${index + 1} of ${story.number}`);
      const played = SANDBOX_CARRIERS.find((known) => known === carrier);
      if (played === undefined || journey === null) return [];
      const number = trackingNumber(carrier, `${story.number}/${index + 1}`);
      return [{ orderNumber: story.number, carrier: played, number, shippedOnDay: shipped[0], journey }];
    }),
  );
}
