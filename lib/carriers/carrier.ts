import type { Result } from "#lib/kernel/result.ts";
import type { CallLimits } from "#lib/tracking/budget/call-limits.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import type { CarrierError, Send } from "./http.ts";

export type { CarrierError };

/**
 * One answer about one number. Not found is a normal answer: a fresh label is unknown for up to a day. The summary is the
 * carrier's own latest status with estimate, delivery, reason and action; `scans` are in the carrier's order, newest first.
 */
export type CarrierReport =
  | { readonly found: false; readonly trackingNumber: string | null }
  | {
      readonly found: true;
      readonly trackingNumber: string | null;
      readonly summary: Reported;
      readonly scans: readonly Reported[];
    };

/** What a reply says of one number. `trackingNumber` is null where the reply does not name it. */
export type Tracked = {
  readonly trackingNumber: string | null;
  readonly result: Result<CarrierReport, CarrierError>;
};

/** A merchant's access to a carrier. `baseUrl` has no slash at the end. */
export type CarrierAccess = {
  readonly accountId: string;
  readonly baseUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
};

/** The outside world of one call: how to send, and until when (all requests of the call together). */
export type CallContext = {
  readonly send: Send;
  readonly signal: AbortSignal;
  /** Whose parcel a number is, by our code, where that is known: aggregators have to guess it otherwise. */
  readonly carrierOf?: (number: string) => string | null;
};

/** A request to our webhook: the body byte by byte as it was received; a header by its lower-case name. */
export type PushRequest = { readonly body: Uint8Array; readonly header: (name: string) => string | null };

/** Where a carrier shall send its news, and what it shall prove itself with. `email`: whom it warns when it cannot. */
export type PushTarget = { readonly url: string; readonly secret: string; readonly email?: string };

/** How a carrier is asked to tell about numbers by itself. */
export type Subscription = {
  /** How many numbers one call may hold. */
  readonly batchSize: number;
  /** How long it lasts without being renewed, in milliseconds. */
  readonly lastsMs: number;
  /** Asks for news of at most `batchSize` numbers; never throws. The map holds every number that was asked for. */
  readonly subscribe: (
    access: CarrierAccess,
    numbers: readonly string[],
    target: PushTarget,
    context: CallContext,
  ) => Promise<ReadonlyMap<string, Result<null, CarrierError>>>;
};

/** How a carrier tells us by itself. */
export type Pushes = {
  /** `report`: signed, and used as it is. `hint`: says that there is news, and the carrier is asked what it is. */
  readonly trust: "report" | "hint";
  /** Whether the sender knows the account's webhook secret; takes the same time whatever was sent. */
  readonly isSigned: (request: PushRequest, secret: string) => boolean;
  /** The delivery's own id, the same each time it is sent; null where the carrier gives none. */
  readonly idOf: (body: string) => string | null;
  /** What the body says, whatever its bytes: none for a push about something else. */
  readonly read: (body: string) => readonly Tracked[];
  /** When the carrier said it, an ISO instant, the same each time it is sent: late ones are told from new ones by it. */
  readonly saidAt?: (body: string) => string | null;
  /** Null where the whole account is told of, by what is set in the carrier's portal. */
  readonly subscription: Subscription | null;
};

/** One carrier: the port that use-cases know. */
export type Carrier = {
  /** As in `shipments.carrier`. */
  readonly code: string;
  /** How many numbers one call may hold. */
  readonly batchSize: number;
  /** Its accounts have a client id besides the secret. */
  readonly needsClientId: boolean;
  /** What its documents allow an account, unless the merchant has agreed on more; null where they name no number. */
  readonly limits: CallLimits;
  /** Where its production API is. */
  readonly baseUrl: string;
  /** It answers for other carriers' parcels. */
  readonly isAggregator: boolean;
  /** Asks about at most `batchSize` numbers; never throws. The map holds every number that was asked for. */
  readonly track: (
    access: CarrierAccess,
    numbers: readonly string[],
    context: CallContext,
  ) => Promise<ReadonlyMap<string, Result<CarrierReport, CarrierError>>>;
  /** Reads a reply's body alone, whatever its bytes; one entry a number, at least one entry. */
  readonly parse: (body: string) => readonly Tracked[];
  /** Null for one that only answers. */
  readonly pushes: Pushes | null;
};
