import type { AskedOf, CarrierApi, Delivery, Desk, LookUp } from "./answer.ts";
import { withFault } from "./answer.ts";
import { type Calls, createCalls } from "./call-counts.ts";
import type { HeadStart } from "./head-start.ts";
import { openParcelBook, type ParcelBook } from "./parcel-book.ts";
import { playedAt } from "./played.ts";
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
  /** The sandbox's clock: the real one and what it was advanced by. */
  readonly nowMs: () => number;
  readonly setFault: (carrier: SandboxCarrier, fault: Fault | null) => void;
  readonly answer: (api: CarrierApi, asked: AskedOf) => Delivery;
};

/** Opens the state file and plays from where it stands. */
export function openSandboxState({ nowMs: realMs, ...options }: SandboxStateOptions): SandboxState {
  const book = openParcelBook(options);
  const calls = createCalls();
  const faults = new Map<SandboxCarrier, Fault | null>();
  const nowMs = () => realMs() + book.aheadMs();

  function answer(api: CarrierApi, asked: AskedOf): Delivery {
    const { carrier } = api;
    const carrierFault = faults.get(carrier) ?? null;
    const numbers: string[] = [];
    let numberFault: Fault | null = null;
    const lookUp: Desk["lookUp"] = (given) => {
      const number = plainNumber(given);
      numbers.push(number);
      const script = book.scriptOf(carrier, number);
      numberFault ??= script?.fault ?? null;
      return found(carrier, number, carrierFault ?? script?.fault ?? null);
    };
    const honest = api.answer(asked, { nowMs: nowMs(), lookUp });
    if (api.isTokenRequest(asked)) calls.countToken(carrier);
    else calls.countCall(carrier, numbers);
    book.save();
    return withFault(carrierFault ?? numberFault, honest, api, asked);
  }

  function found(carrier: SandboxCarrier, number: string, fault: Fault | null): LookUp {
    const isScripted = book.scriptOf(carrier, number) !== null;
    if (fault === "invalid" || !(isScripted || isTrackingNumber(carrier, number))) return { kind: "invalid" };
    const played = playedAt(book.begin(carrier, number, nowMs()), nowMs());
    return played === null || fault === "not_found" ? { kind: "not_found" } : { kind: "found", played };
  }

  return { book, calls, nowMs, setFault: (carrier, fault) => void faults.set(carrier, fault), answer };
}
