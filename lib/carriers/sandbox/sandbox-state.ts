import type { AskedOf, CarrierApi, Delivery, Desk, LookUp } from "./answer.ts";
import { withFault } from "./answer.ts";
import { type Calls, createCalls } from "./call-counts.ts";
import { type ActiveFault, createFaultBook, type FaultBook } from "./fault-book.ts";
import type { HeadStart } from "./head-start.ts";
import { openParcelBook, type ParcelBook } from "./parcel-book.ts";
import type { Fault, SandboxCarrier } from "./script.ts";
import { isTrackingNumber, plainNumber } from "./tracking-numbers.ts";

export type SandboxStateOptions = {
  readonly speed: number;
  readonly headStart: HeadStart;
  readonly stateFile: string | null;
  readonly nowMs: () => number;
};

/** Everything a sandbox knows; HTTP is around it. */
export type SandboxState = {
  readonly book: ParcelBook;
  readonly calls: Calls;
  readonly faults: FaultBook;
  /** The sandbox's clock: the real one, unless it was told otherwise. */
  readonly nowMs: () => number;
  readonly realMs: () => number;
  readonly answer: (api: CarrierApi, asked: AskedOf) => Delivery;
};

/** Faults that are said of one number beside others that are well; the rest spoil a whole answer. */
const OF_ONE_NUMBER: readonly Fault[] = ["invalid", "not_found"];

/** Opens the state file and plays from where it stands. */
export function openSandboxState({ nowMs: realMs, ...options }: SandboxStateOptions): SandboxState {
  const book = openParcelBook({ ...options, realMs });
  const calls = createCalls();
  const faults = createFaultBook();
  const { nowMs } = book.clock;

  function answer(api: CarrierApi, asked: AskedOf): Delivery {
    const { carrier } = api;
    const at = nowMs();
    const carrierFault = faults.ofCarrier(carrier, at);
    const numbers: string[] = [];
    let fault: ActiveFault | null = carrierFault;
    const lookUp: Desk["lookUp"] = (given) => {
      const number = plainNumber(given);
      numbers.push(number);
      const own = carrierFault ?? faultOf(carrier, number, at);
      if (own !== null && own !== carrierFault && OF_ONE_NUMBER.includes(own.fault)) own.spend();
      else fault ??= own;
      return found(carrier, number, at, own?.fault ?? null);
    };
    const honest = api.answer(asked, { nowMs: at, lookUp });
    const isToken = api.isTokenRequest(asked);
    if (isToken) calls.countToken(carrier);
    else calls.countCall(carrier, numbers);
    book.save();
    const delivery = withFault(fault?.fault ?? null, honest, api, asked);
    const isSpared = isToken && delivery.kind === "answer" && delivery.answer === honest;
    if (!isSpared) fault?.spend();
    return delivery;
  }

  function faultOf(carrier: SandboxCarrier, number: string, at: number): ActiveFault | null {
    const begun = () => (book.scriptOf(carrier, number)?.fault == null ? null : book.begin(carrier, number, at));
    return faults.ofNumber(carrier, number, at, begun);
  }

  function found(carrier: SandboxCarrier, number: string, at: number, fault: Fault | null): LookUp {
    const isScripted = book.scriptOf(carrier, number) !== null;
    if (fault === "invalid" || !(isScripted || isTrackingNumber(carrier, number))) return { kind: "invalid" };
    const played = book.played(carrier, number, at);
    return played === null || fault === "not_found" ? { kind: "not_found" } : { kind: "found", played };
  }

  return { book, calls, faults, nowMs, realMs, answer };
}
