import type { Desk, LookUp } from "./answer.ts";
import type { ActiveFault, FaultBook } from "./fault-book.ts";
import type { GivenNumbers } from "./given-numbers.ts";
import type { Parcels } from "./parcels.ts";
import type { Player } from "./players.ts";
import type { Pace } from "./quota-windows.ts";
import { type Fault, SANDBOX_CARRIERS } from "./script.ts";
import { plainNumber } from "./tracking-numbers.ts";

/** The desk of one request, which remembers what the request was about. */
export type RequestDesk = Desk & {
  readonly numbers: readonly string[];
  /** What has to be wrong with the whole answer. */
  readonly fault: () => ActiveFault | null;
};

type Knowledge = { readonly parcels: Parcels; readonly given: GivenNumbers; readonly faults: FaultBook };
type Of = {
  readonly player: Player;
  readonly clientId: string;
  readonly nowMs: number;
  readonly pace: Pace | null;
};

/** Faults that are said of one number beside others that are well; the rest spoil a whole answer. */
const OF_ONE_NUMBER: readonly Fault[] = ["invalid", "not_found"];

/** What a player may use while it answers one request of a client. */
export function requestDesk({ parcels, given, faults }: Knowledge, { player, clientId, nowMs, pace }: Of): RequestDesk {
  const carrierOf = SANDBOX_CARRIERS.find((carrier) => carrier === player) ?? null;
  const playerFault = faults.ofCarrier(player, nowMs);
  const numbers: string[] = [];
  let fault: ActiveFault | null = playerFault;

  function lookUp(written: string, hint: Parameters<Desk["lookUp"]>[1] = null): LookUp {
    const number = plainNumber(written);
    numbers.push(number);
    const carrier = carrierOf ?? parcels.carrierOf(number, hint);
    if (carrier === null) return { kind: "invalid" };
    const own = playerFault ?? faults.ofNumber(player, number, nowMs, () => parcels.faulty(carrier, number));
    if (own !== null && own !== playerFault && OF_ONE_NUMBER.includes(own.fault)) own.spend();
    else fault ??= own;
    if (own?.fault === "invalid" || parcels.carrierOf(number, carrier) === null) return { kind: "invalid" };
    const played = parcels.played(carrier, number, nowMs);
    return played === null || own?.fault === "not_found" ? { kind: "not_found", carrier } : { kind: "found", played };
  }

  return {
    nowMs,
    pace,
    lookUp,
    mention: (written) => void numbers.push(plainNumber(written)),
    givenTo: (aggregator) => given.ofAccount(aggregator, clientId),
    numbers,
    fault: () => fault,
  };
}
