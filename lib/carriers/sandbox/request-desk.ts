import type { Desk, LookUp } from "./answer.ts";
import type { GivenNumbers } from "./given-numbers.ts";
import type { Parcels } from "./parcels.ts";
import type { Player } from "./players.ts";
import type { Pace } from "./quota-windows.ts";
import { type Fault, SANDBOX_CARRIERS } from "./script.ts";
import { plainNumber } from "./tracking-numbers.ts";

/** The desk of one request, which remembers what the request was about. */
export type RequestDesk = Desk & {
  readonly numbers: readonly string[];
  /** The first fault that a script of one of the numbers wants. */
  readonly numberFault: () => Fault | null;
};

type Of = {
  readonly player: Player;
  readonly clientId: string;
  readonly nowMs: number;
  readonly pace: Pace | null;
  /** What all of the player's answers have. */
  readonly playerFault: Fault | null;
};

/** What a player may use while it answers one request of a client. */
export function requestDesk(parcels: Parcels, given: GivenNumbers, of: Of): RequestDesk {
  const own = SANDBOX_CARRIERS.find((carrier) => carrier === of.player) ?? null;
  const numbers: string[] = [];
  let scripted: Fault | null = null;

  function lookUp(written: string, hint: Parameters<Desk["lookUp"]>[1] = null): LookUp {
    const number = plainNumber(written);
    numbers.push(number);
    const carrier = own ?? parcels.carrierOf(number, hint);
    if (carrier === null) return { kind: "invalid" };
    const numberFault = parcels.faultOf(carrier, number);
    scripted ??= numberFault;
    const fault = of.playerFault ?? numberFault;
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
    numberFault: () => scripted,
  };
}
