import type { CarrierAccess } from "#lib/carriers/carrier.ts";
import { mod7Digit, mod10Digit, mod11Digit } from "#lib/carriers/check-digits.ts";
import type { CallCounts } from "./call-counts.ts";
import { createSandbox, type SandboxOptions } from "./create-sandbox.ts";
import { drawsOf } from "./draws.ts";
import type { JourneyEntry } from "./journey-entry.ts";
import type { JourneyName } from "./journey-library.ts";
import type { Player } from "./players.ts";
import { sandboxBaseUrl } from "./sandbox-base-url.ts";
import type { Fault, JourneyScript, SandboxCarrier, ScriptPlace, Step } from "./script.ts";

type FaultMore = { readonly number?: string; readonly times?: number; readonly until?: string };

/** A sandbox that runs for a test, and its control API as functions. */
export type TestSandbox = {
  readonly url: string;
  /** What a client has instead of the carrier's own address. */
  readonly baseUrlOf: (carrier: Player) => string;
  /** An access that is good; each call another account. */
  readonly access: (carrier: Player) => CarrierAccess;
  /** Gives a number a script, or one of the named journeys, in place of what it had. */
  readonly play: (carrier: SandboxCarrier, number: string, script: JourneyScript | JourneyName) => Promise<void>;
  readonly fault: (carrier: Player, fault: Fault | null, more?: FaultMore) => Promise<void>;
  /** Steps the clock forward. */
  readonly advance: (minutes: number) => Promise<void>;
  /** What `POST /sandbox/clock` takes; none only looks. */
  readonly clock: (change?: Readonly<Record<string, unknown>>) => Promise<unknown>;
  readonly calls: () => Promise<CallCounts>;
  readonly resetCalls: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts a sandbox in this process, on any free port, without a state file unless the options name one. */
export async function startSandbox(options: SandboxOptions = {}): Promise<TestSandbox> {
  const { url, close } = await createSandbox(options);
  let accounts = 0;
  const control = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetch(`${url}/sandbox${path}`, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`The sandbox declined ${method} ${path}: ${text}`);
    return JSON.parse(text);
  };
  const baseUrlOf = (carrier: Player) => sandboxBaseUrl(url, carrier);
  return {
    url,
    close,
    baseUrlOf,
    access: (carrier) => {
      accounts += 1;
      return {
        accountId: `account-${accounts}`,
        baseUrl: baseUrlOf(carrier),
        clientId: `sandbox-${carrier}`,
        // DHL has no secret but a key, which some keep in one place and some in the other.
        clientSecret: `sandbox-${carrier}-secret`,
      };
    },
    play: async (carrier, number, played) => {
      const what = typeof played === "string" ? { journey: played } : { script: played };
      const entries: readonly JourneyEntry[] = [{ carrier, number, ...what }];
      await control("PUT", "/journeys", { entries, replace: true });
    },
    fault: async (carrier, fault, more = {}) => void (await control("PUT", "/faults", { carrier, fault, ...more })),
    advance: async (minutes) => void (await control("POST", "/clock", { step: stepOf(minutes) })),
    clock: (change) => control(change === undefined ? "GET" : "POST", "/clock", change),
    calls: async () => ((await control("GET", "/calls")) as { perCarrier: CallCounts }).perCarrier,
    resetCalls: async () => void (await control("DELETE", "/calls")),
  };
}

function stepOf(minutes: number): string {
  return `${minutes < 0 ? "-" : ""}PT${Math.abs(minutes)}M`;
}

/** A number that the carrier takes for its own, the same for the same seed. */
export function validNumber(carrier: SandboxCarrier, seed: string | number): string {
  const draws = drawsOf(`number ${carrier} ${seed}`);
  const digits = (count: number) => Array.from({ length: count }, () => draws.below(10)).join("");
  const serial = serialOf(carrier, digits);
  return `${serial}${checkDigitOf(carrier, serial)}`;
}

/** A number with the right form and a wrong check digit. */
export function invalidNumber(carrier: SandboxCarrier, seed: string | number): string {
  const number = validNumber(carrier, seed);
  return `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`;
}

/** One place for scripts of tests: no zone at UTC, so that a local time is never a UTC time by chance. */
export const BOULDER: ScriptPlace = {
  city: "Boulder",
  region: "CO",
  postalCode: "80302",
  country: "US",
  zone: "America/Denver",
};

/** A script of steps at one place: each is `[minutes from the first asking, step]`. */
export function scriptOfSteps(
  steps: readonly (readonly [atMinutes: number, step: Step])[],
  place = BOULDER,
): JourneyScript {
  return { events: steps.map(([atMinutes, step]) => ({ step, atMinutes, place })) };
}

function serialOf(carrier: SandboxCarrier, digits: (count: number) => string): string {
  switch (carrier) {
    case "ups":
      return `1ZA8${digits(1)}K${digits(2)}03${digits(7)}`;
    case "fedex":
      return `7${digits(10)}`;
    case "usps":
      return `94001${digits(16)}`;
    case "dhl":
      return `4${digits(8)}`;
  }
}

function checkDigitOf(carrier: SandboxCarrier, serial: string): string {
  switch (carrier) {
    case "ups":
      return mod10Digit(serial.slice(2), [1, 2]);
    case "fedex":
      return mod11Digit(serial, [3, 1, 7]);
    case "usps":
      return mod10Digit(serial, [3, 1]);
    case "dhl":
      return mod7Digit(serial);
  }
}
