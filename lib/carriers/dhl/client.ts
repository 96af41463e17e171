import type { CallContext, Carrier, CarrierAccess } from "#lib/carriers/carrier.ts";
import { type Outcome, outcomeOfReply } from "#lib/carriers/tracked.ts";
import { readReply } from "./read-reply.ts";

/**
 * DHL's Shipment Tracking "Unified" (`GET /track/shipments`), for every division of DHL. The account's secret is the API
 * key; there is no client id. Quota at first: 250 calls a day, one a second.
 */
export const dhl: Carrier = {
  code: "dhl",
  batchSize: 1,
  needsClientId: false,
  isAggregator: false,
  limits: { perSecond: 1, perHour: null, perDay: 250 },
  baseUrl: "https://api-eu.dhl.com",
  track,
  parse: readReply,
  pushes: null,
};

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const outcomes = new Map<string, Outcome>();
  for (const number of new Set(numbers)) outcomes.set(number, await ask(access, number, context));
  return outcomes;
}

async function ask(access: CarrierAccess, number: string, { send, signal }: CallContext): Promise<Outcome> {
  const sent = await send({
    method: "GET",
    url: `${access.baseUrl}/track/shipments?${new URLSearchParams({ trackingNumber: number })}`,
    headers: { "DHL-API-Key": access.clientSecret, accept: "application/json" },
    signal,
  });
  return sent.ok ? outcomeOfReply(number, sent.value, readReply) : sent;
}
