import type { AskedOf, CarrierApi, Delivery } from "./answer.ts";
import { withFault } from "./answer.ts";
import { type Calls, createCalls } from "./call-counts.ts";
import { createFaultBook, type FaultBook } from "./fault-book.ts";
import { createGivenNumbers, type GivenNumbers } from "./given-numbers.ts";
import type { HeadStart } from "./head-start.ts";
import { openParcelBook, type ParcelBook } from "./parcel-book.ts";
import { type Parcels, parcelsOf } from "./parcels.ts";
import { byPlayer, type Player } from "./players.ts";
import { createQuotas, type Quotas } from "./quotas.ts";
import { requestDesk } from "./request-desk.ts";
import { clientIdOf } from "./tokens.ts";

export type SandboxStateOptions = {
  readonly speed: number;
  readonly headStart: HeadStart;
  readonly stateFile: string | null;
  readonly nowMs: () => number;
};

/** Everything a sandbox knows; HTTP is around it. */
export type SandboxState = {
  readonly book: ParcelBook;
  readonly parcels: Parcels;
  readonly calls: Calls;
  readonly quotas: Quotas;
  /** What aggregators were given. */
  readonly given: GivenNumbers;
  /** Every plain number that anybody asked a player about. */
  readonly askedAbout: (player: Player) => ReadonlySet<string>;
  readonly faults: FaultBook;
  /** The sandbox's clock: the real one, unless it was told otherwise. */
  readonly nowMs: () => number;
  readonly realMs: () => number;
  readonly answer: (api: CarrierApi, asked: AskedOf) => Delivery;
};

/** Opens the state file and plays from where it stands. */
export function openSandboxState({ nowMs: realMs, ...options }: SandboxStateOptions): SandboxState {
  const book = openParcelBook({ ...options, realMs });
  const calls = createCalls();
  const quotas = createQuotas();
  const given = createGivenNumbers();
  const asked = byPlayer(() => new Set<string>());
  const faults = createFaultBook();
  const { nowMs } = book.clock;
  const parcels = parcelsOf(book);

  /** Only what asks for parcels counts: no tokens, no subscriptions. What a quota declines is never looked at. */
  function answer(api: CarrierApi, request: AskedOf): Delivery {
    const { carrier: player } = api;
    const isToken = api.isTokenRequest(request);
    const counts = !isToken && api.isSubscription !== true;
    const client = clientIdOf(request);
    const now = nowMs();
    const wait = counts && client !== null ? quotas.take(player, client, now) : null;
    if (wait !== null) {
      calls.countCall(player, []);
      return { kind: "answer", answer: api.refusal("quota", request, wait) };
    }
    const clientId = client ?? "";
    const playerFault = faults.ofCarrier(player, now);
    const pace = quotas.pace(player, clientId, now);
    const desk = requestDesk(parcels, given, faults, { player, clientId, nowMs: now, pace, playerFault });
    const honest = api.answer(request, desk);
    if (isToken) calls.countToken(player);
    if (counts) calls.countCall(player, desk.numbers);
    for (const number of desk.numbers) asked[player].add(number);
    book.save();
    const fault = desk.fault();
    const delivery = withFault(fault?.fault ?? null, honest, api, request, now);
    const isSpared = isToken && delivery.kind === "answer" && delivery.answer === honest;
    if (!isSpared) fault?.spend();
    return delivery;
  }

  const askedAbout: SandboxState["askedAbout"] = (player) => asked[player];
  return { book, parcels, calls, quotas, given, askedAbout, faults, nowMs, realMs, answer };
}
