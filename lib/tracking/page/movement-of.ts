/** Which way a parcel passed a place. */
export type Movement = "arrived" | "left";

const NOT_YET = /\b(not|expected|estimated|scheduled|will|late|delayed|future)\b|預計|尚未/i;
const ARRIVED = /\b(arrived|arrival scan|arrival at)\b|抵達|到達|已到/i;
const LEFT = /\b(departed|departure scan|departure from|has left|left (the|our|origin|\w+ origin))\b|離開|已發出/i;

/** Whether a carrier's words tell that the parcel came to a place or went from it; null where they tell neither, or both. */
export function movementOf(carrierText: string | null): Movement | null {
  if (carrierText === null || NOT_YET.test(carrierText)) return null;
  const hasArrived = ARRIVED.test(carrierText);
  const hasLeft = LEFT.test(carrierText);
  if (hasArrived === hasLeft) return null;
  return hasArrived ? "arrived" : "left";
}
