import * as z from "zod";
import { PLAYERS } from "./players.ts";
import type { QuotaLimits } from "./quota-windows.ts";
import type { ClientQuota } from "./quotas.ts";

const calls = z.int().min(0).max(10_000_000).optional();

/** `PUT /sandbox/quotas`. Without `clientId` it is for every client of the carrier; without limits there is none any more. */
export const quotaRequest = z
  .strictObject({
    carrier: z.enum(PLAYERS),
    clientId: z.string().min(1).optional(),
    perSecond: calls,
    perHour: calls,
    perDay: calls,
  })
  .transform(({ carrier, clientId = null, perSecond, perHour, perDay }) => {
    const limits: QuotaLimits = {
      ...(perSecond === undefined ? {} : { second: perSecond }),
      ...(perHour === undefined ? {} : { hour: perHour }),
      ...(perDay === undefined ? {} : { day: perDay }),
    };
    return { carrier, clientId, limits: Object.keys(limits).length === 0 ? null : limits };
  });

/** One client's quota as `GET /sandbox/calls` tells it. */
export function quotaJson({ sinceMs, ...use }: ClientQuota) {
  return { ...use, since: new Date(sinceMs).toISOString() };
}
