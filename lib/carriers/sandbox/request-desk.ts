import type { Desk, LookUp } from "./answer.ts";
import type { ActiveFault, FaultBook } from "./fault-book.ts";
import type { GivenNumbers } from "./given-numbers.ts";
import type { Parcels } from "./parcels.ts";
import type { Player } from "./players.ts";
import type { Pace } from "./quota-windows.ts";
import { type Fault, SANDBOX_CARRIERS, type SandboxCarrier } from "./script.ts";
import { plainNumber } from "./tracking-numbers.ts";

/** The desk of one request, which remembers what the request was about. */
export type RequestDesk = Desk & {
  readonly numbers: readonly string[];
  /** What is wrong with the whole answer: the player's fault, else the first of its numbers. */
  readonly fault: () => ActiveFault | null;
};

type Of = {
  readonly player: Player;
  readonly clientId: string;
  readonly nowMs: number;
  readonly pace: Pace | null;
  /** What all of the player's answers have. */
  readonly playerFault: ActiveFault | null;
};

/** Faults that are said of one number beside others that are well; the rest spoil a whole answer. */
const OF_ONE_NUMBER: readonly Fault[] = ["invalid", "not_found"];

/** What a player may use while it answers one request of a client. */
export function requestDesk(parcels: Parcels, given: GivenNumbers, faults: FaultBook, of: Of): RequestDesk {
  const own = SANDBOX_CARRIERS.find((carrier) => carrier === of.player) ?? null;
  const numbers: string[] = [];
  let spoilt = of.playerFault;

  /** A number's own fault: what was set for it, else what its script says. */
  function faultOf(carrier: SandboxCarrier, number: string): Fault | null {
    const own = faults.ofNumber(of.player, number, of.nowMs, () => parcels.faulty(carrier, number));
    if (own !== null && OF_ONE_NUMBER.includes(own.fault)) own.spend();
    else spoilt ??= own;
    return own?.fault ?? null;
  }

  function lookUp(written: string, hint: Parameters<Desk["lookUp"]>[1] = null): LookUp {
    const number = plainNumber(written);
    numbers.push(number);
    const carrier = own ?? parcels.carrierOf(number, hint);
    if (carrier === null) return { kind: "invalid" };
    const fault = of.playerFault?.fault ?? faultOf(carrier, number);
    if (fault === "invalid" || parcels.carrierOf(number, carrier) === null) return { kind: "invalid" };
    const played = parcels.played(carrier, number, of.nowMs);
    return played === null || fault === "not_found" ? { kind: "not_found", carrier } : { kind: "found", played };
  }

  return {
    nowMs: of.nowMs,
    pace: of.pace,
    lookUp,
    mention: (written) => void numbers.push(plainNumber(written)),
    givenTo: (aggregator) => given.ofAccount(aggregator, of.clientId),
    numbers,
    fault: () => spoilt,
  };
}
