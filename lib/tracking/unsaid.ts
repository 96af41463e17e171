import { NOWHERE, type Observation } from "./observation.ts";

/** What a carrier may leave out of an observation, left out. */
export const UNSAID: Omit<Observation, "effect" | "status" | "kind" | "reportPosition" | "corrects" | "observedAt"> = {
  code: null,
  description: null,
  localTime: null,
  instant: null,
  zone: null,
  place: NOWHERE,
  reason: null,
  responsible: null,
  actionRequired: null,
  estimate: null,
  deliveredAt: null,
  signedBy: null,
  leftAt: null,
  pickup: null,
};
