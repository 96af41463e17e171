import type { DemoSlug } from "#lib/demo/merchants.ts";
import { alishanTeaJourneys } from "./alishan-tea-journeys.ts";
import type { Journeys } from "./journey.ts";
import { maisonAlderJourneys } from "./maison-alder-journeys.ts";
import { voltgartenJourneys } from "./voltgarten-journeys.ts";

/** What the parcels of each demo shop go through. */
export const demoJourneys: Readonly<Record<DemoSlug, Journeys>> = {
  "maison-alder": maisonAlderJourneys,
  voltgarten: voltgartenJourneys,
  "alishan-tea": alishanTeaJourneys,
};
