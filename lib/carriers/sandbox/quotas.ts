import { PLAYERS, type Player } from "./players.ts";
import {
  type Pace,
  type QuotaLimits,
  type QuotaUse,
  type QuotaWait,
  type QuotaWindows,
  quotaWindows,
} from "./quota-windows.ts";

/** What one client took of one carrier's quota. */
export type ClientQuota = QuotaUse & { readonly carrier: Player; readonly clientId: string };

export type Quotas = {
  /** From now on every client of a carrier (or the one that is named) has this quota of its own; null for none. */
  readonly set: (carrier: Player, clientId: string | null, limits: QuotaLimits | null) => void;
  /** Takes one call of a client's quota: null where it is allowed, or none is set. */
  readonly take: (carrier: Player, clientId: string, nowMs: number) => QuotaWait | null;
  readonly pace: (carrier: Player, clientId: string, nowMs: number) => Pace | null;
  readonly all: (nowMs: number) => readonly ClientQuota[];
  readonly recount: (nowMs: number) => void;
};

/**
 * Quotas as carriers have them: each client id has its own, and what comes beyond is declined and costs nothing. Without any
 * set, everything is allowed.
 */
export function createQuotas(): Quotas {
  const limitsOf = new Map<string, QuotaLimits>();
  const windowsOf = new Map<string, Map<string, QuotaWindows>>();

  function windows(carrier: Player, clientId: string, nowMs: number): QuotaWindows | null {
    const clients = windowsOf.get(carrier) ?? new Map<string, QuotaWindows>();
    windowsOf.set(carrier, clients);
    const known = clients.get(clientId);
    if (known !== undefined) return known;
    const limits = limitsOf.get(`${carrier} ${clientId}`) ?? limitsOf.get(carrier);
    if (limits === undefined) return null;
    const fresh = quotaWindows(limits, nowMs);
    clients.set(clientId, fresh);
    return fresh;
  }

  return {
    set: (carrier, clientId, limits) => {
      const key = clientId === null ? carrier : `${carrier} ${clientId}`;
      if (limits === null) limitsOf.delete(key);
      else limitsOf.set(key, limits);
      if (clientId === null) windowsOf.delete(carrier);
      else windowsOf.get(carrier)?.delete(clientId);
    },
    take: (carrier, clientId, nowMs) => windows(carrier, clientId, nowMs)?.take(nowMs) ?? null,
    pace: (carrier, clientId, nowMs) => windowsOf.get(carrier)?.get(clientId)?.pace(nowMs) ?? null,
    all: (nowMs) =>
      PLAYERS.flatMap((carrier) =>
        [...(windowsOf.get(carrier) ?? [])].map(([clientId, each]) => ({ carrier, clientId, ...each.use(nowMs) })),
      ),
    recount: (nowMs) => {
      for (const clients of windowsOf.values()) for (const each of clients.values()) each.recount(nowMs);
    },
  };
}
