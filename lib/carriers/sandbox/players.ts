import { SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";
import { isTrackingNumber } from "./tracking-numbers.ts";

/** Those that answer for the parcels of other carriers. Numbers and journeys belong to the carriers alone. */
export const AGGREGATORS = ["easypost", "aftership", "17track"] as const;
export type Aggregator = (typeof AGGREGATORS)[number];

/** Everybody whose API the sandbox plays, by what stands in front of the path. */
export const PLAYERS = [...SANDBOX_CARRIERS, ...AGGREGATORS] as const;
export type Player = (typeof PLAYERS)[number];

/** Whether somebody gave a number a script with this carrier. */
type IsScripted = (carrier: SandboxCarrier, number: string) => boolean;

/**
 * Whose parcel a number (see `plainNumber`) is: the carrier that the client named, else the one that has a script for it,
 * else the first whose numbers look like that. Null where nobody's do.
 */
export function carrierOfNumber(
  number: string,
  hint: SandboxCarrier | null,
  isScripted: IsScripted,
): SandboxCarrier | null {
  if (hint !== null) return isScripted(hint, number) || isTrackingNumber(hint, number) ? hint : null;
  return (
    SANDBOX_CARRIERS.find((carrier) => isScripted(carrier, number)) ??
    SANDBOX_CARRIERS.find((carrier) => isTrackingNumber(carrier, number)) ??
    null
  );
}

/** The same for every player. */
export function byPlayer<T>(make: (player: Player) => T): Record<Player, T> {
  return {
    ups: make("ups"),
    fedex: make("fedex"),
    usps: make("usps"),
    dhl: make("dhl"),
    easypost: make("easypost"),
    aftership: make("aftership"),
    "17track": make("17track"),
  };
}
