import type { CallContext, Carrier, CarrierAccess } from "#lib/carriers/carrier.ts";
import { type Outcome, outcomeOfReply } from "#lib/carriers/tracked.ts";
import { spacelessNumber } from "#lib/carriers/tracking-number.ts";
import { pushes } from "./pushes.ts";
import { readReply } from "./read-reply.ts";

/**
 * EasyPost's trackers (`POST /v2/trackers`), for the parcels of a hundred carriers. The account's secret is the API key.
 * Asking again for a number within three months finds the tracker that is there, with its news, and costs nothing.
 */
export const easypost: Carrier = {
  code: "easypost",
  batchSize: 1,
  needsClientId: false,
  isAggregator: true,
  limits: { perSecond: 5, perHour: null, perDay: null },
  baseUrl: "https://api.easypost.com",
  track,
  parse: readReply,
  pushes,
};

/** EasyPost's names of our carriers. DHL has one for each division. */
const CARRIERS: ReadonlyMap<string, string> = new Map([
  ["ups", "UPS"],
  ["fedex", "FedEx"],
  ["usps", "USPS"],
]);

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const outcomes = new Map<string, Outcome>();
  for (const number of new Set(numbers)) outcomes.set(number, await ask(access, number, context));
  return outcomes;
}

async function ask(access: CarrierAccess, number: string, { send, signal, carrierOf }: CallContext): Promise<Outcome> {
  const name = CARRIERS.get(carrierOf?.(number) ?? "");
  const tracker = { tracking_code: spacelessNumber(number), ...(name === undefined ? {} : { carrier: name }) };
  const sent = await send({
    method: "POST",
    url: `${access.baseUrl}/v2/trackers`,
    headers: {
      authorization: `Basic ${Buffer.from(`${access.clientSecret}:`).toString("base64")}`,
      "content-type": "application/json",
      accept: "application/json",
    },
    body: JSON.stringify({ tracker }),
    signal,
  });
  return sent.ok ? outcomeOfReply(number, sent.value, readReply) : sent;
}
