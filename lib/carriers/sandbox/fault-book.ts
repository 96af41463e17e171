import { type Begun, instantOf } from "./played.ts";
import type { Player } from "./players.ts";
import type { Fault, JourneyScript, PassingFault } from "./script.ts";

/** A fault as somebody sets it: for so many answers, until a moment (ms since 1970), or until it is taken back. */
export type FaultRule = {
  readonly fault: Fault;
  readonly times?: number | undefined;
  readonly untilMs?: number | undefined;
};

/** A fault that an answer has to have. `spend` is called once for each answer that had it. */
export type ActiveFault = { readonly fault: Fault; readonly spend: () => void };

export type FaultBook = {
  /** Sets what is wrong with a carrier, or with one number of it; null: nothing. */
  readonly set: (carrier: Player, number: string | null, rule: FaultRule | null) => void;
  readonly ofCarrier: (carrier: Player, nowMs: number) => ActiveFault | null;
  /** What was set for a number, else what its script says at this moment. */
  readonly ofNumber: (carrier: Player, number: string, nowMs: number, begun: () => Begun | null) => ActiveFault | null;
  /** All that is set, with what is left of it. */
  readonly all: (nowMs: number) => readonly (FaultRule & {
    readonly carrier: Player;
    readonly number: string | null;
  })[];
  readonly clear: () => void;
};

type Entry = { readonly carrier: Player; readonly number: string | null; rule: FaultRule };

/** Faults are kept in memory only: a sandbox that is started anew is well, but for what scripts say. */
export function createFaultBook(): FaultBook {
  const entries = new Map<string, Entry>();
  const spent = new WeakMap<JourneyScript, number>();

  function active(key: string, nowMs: number): ActiveFault | null {
    const entry = entries.get(key);
    if (entry === undefined) return null;
    const { fault, untilMs } = entry.rule;
    if (untilMs !== undefined && untilMs <= nowMs) {
      entries.delete(key);
      return null;
    }
    return { fault, spend: () => spendOf(key, entry) };
  }

  function spendOf(key: string, entry: Entry): void {
    const { times } = entry.rule;
    if (times === undefined) return;
    if (times <= 1) entries.delete(key);
    else entry.rule = { ...entry.rule, times: times - 1 };
  }

  function ofScript(begun: Begun | null, nowMs: number): ActiveFault | null {
    const rule = begun?.script.fault ?? null;
    if (begun === null || rule === null) return null;
    if (typeof rule === "string") return { fault: rule, spend: () => {} };
    const { script } = begun;
    const used = spent.get(script) ?? 0;
    if (used >= (rule.times ?? Number.POSITIVE_INFINITY) || !isItsTime(begun, rule, nowMs)) return null;
    return { fault: rule.fault, spend: () => void spent.set(script, used + 1) };
  }

  return {
    set: (carrier, number, rule) => {
      if (rule === null) entries.delete(keyOf(carrier, number));
      else entries.set(keyOf(carrier, number), { carrier, number, rule });
    },
    ofCarrier: (carrier, nowMs) => active(keyOf(carrier, null), nowMs),
    ofNumber: (carrier, number, nowMs, begun) =>
      (entries.size === 0 ? null : active(keyOf(carrier, number), nowMs)) ?? ofScript(begun(), nowMs),
    all: (nowMs) =>
      [...entries.values()]
        .filter(({ rule }) => rule.untilMs === undefined || rule.untilMs > nowMs)
        .map(({ carrier, number, rule }) => ({ carrier, number, ...rule })),
    clear: () => entries.clear(),
  };
}

function keyOf(carrier: Player, number: string | null): string {
  return number === null ? carrier : `${carrier} ${number}`;
}

function isItsTime(begun: Begun, { fromMinutes, untilMinutes }: PassingFault, nowMs: number): boolean {
  const isBegun = fromMinutes === undefined || instantOf(begun, fromMinutes) <= nowMs;
  return isBegun && (untilMinutes === undefined || instantOf(begun, untilMinutes) > nowMs);
}
