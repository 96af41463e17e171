import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Pusher } from "./push-signature.ts";

const MINUTE_MS = 60_000;
const AFTERSHIP_TRIES = 14;
/** EasyPost backs off step by step for about a day; the steps are not public, these are ours. */
const EASYPOST_MINUTES = [1, 5, 15, 60, 180, 480, 690];
const SEVENTEENTRACK_MINUTES = [10, 30, 60];

/**
 * How long a carrier waits before it posts again what was tried `tries` times, in ms of the sandbox's clock; null when it gives
 * up. AfterShip: 30 s, then twice as long each time, 14 tries. 17TRACK: after 10, 30 and 60 minutes. UPS, FedEx and USPS publish no second try.
 */
export function retryAfterMs(pusher: Pusher, tries: number): number | null {
  switch (pusher) {
    case "aftership":
      return tries < AFTERSHIP_TRIES ? 2 ** (tries - 1) * 30_000 : null;
    case "easypost":
      return minutesOf(EASYPOST_MINUTES[tries - 1]);
    case "17track":
      return minutesOf(SEVENTEENTRACK_MINUTES[tries - 1]);
    case "ups":
    case "fedex":
    case "usps":
      return null;
    default:
      return assertNever(pusher);
  }
}

function minutesOf(minutes: number | undefined): number | null {
  return minutes === undefined ? null : minutes * MINUTE_MS;
}
