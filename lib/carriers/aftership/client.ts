import type { CallContext, Carrier, CarrierAccess } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply, type Request } from "#lib/carriers/http.ts";
import { named, type Outcome, outcomeOfReply } from "#lib/carriers/tracked.ts";
import { spacelessNumber } from "#lib/carriers/tracking-number.ts";
import { err, ok } from "#lib/kernel/result.ts";
import { untilReset } from "./errors.ts";
import { pushes } from "./pushes.ts";
import { isTakenAlready, isUnheardOf, readReply } from "./read-reply.ts";

const TRACKINGS = "/tracking/2026-07/trackings";

/**
 * AfterShip Tracking, for the parcels of a thousand carriers. The account's secret is the API key. A number is asked about by
 * itself (`GET /trackings`), and given to AfterShip at the first time (`POST /trackings`), which costs one of its quota.
 */
export const aftership: Carrier = {
  code: "aftership",
  batchSize: 1,
  needsClientId: false,
  isAggregator: true,
  limits: { perSecond: 5, perHour: null, perDay: null },
  baseUrl: "https://api.aftership.com",
  track,
  parse: readReply,
  pushes,
};

/** AfterShip's slugs of our carriers. DHL has one for each division. */
const SLUGS: ReadonlyMap<string, string> = new Map([
  ["ups", "ups"],
  ["fedex", "fedex"],
  ["usps", "usps"],
]);

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const outcomes = new Map<string, Outcome>();
  for (const number of new Set(numbers)) outcomes.set(number, await ask(access, number, context));
  return outcomes;
}

async function ask(access: CarrierAccess, number: string, context: CallContext): Promise<Outcome> {
  const tracking_numbers = spacelessNumber(number);
  // A comma would ask about several.
  if (!/^[\w.-]+$/.test(tracking_numbers)) return err(invalid);
  const slug = SLUGS.get(context.carrierOf?.(number) ?? "");
  const hint = slug === undefined ? {} : { slug };
  const query = new URLSearchParams({ tracking_numbers, ...hint });
  const asked = await request(access, context, { method: "GET", path: `${TRACKINGS}?${query}` });
  if (!asked.ok) return asked;
  if (!isAnswer(asked.value) || !isUnheardOf(asked.value.body)) return outcomeOf(number, asked.value);
  const body = JSON.stringify({ tracking_number: tracking_numbers, ...hint });
  const given = await request(access, context, { method: "POST", path: TRACKINGS, body });
  if (!given.ok) return given;
  return isTakenAlready(given.value.body) ? named(number, NO_NEWS) : outcomeOf(number, given.value);
}

/** What becomes of a number that somebody else gave to AfterShip in the meantime: its news comes. */
const NO_NEWS: Outcome = ok({ found: false, trackingNumber: null });

const invalid = {
  kind: "invalid_number",
  message: "AfterShip takes numbers of letters, digits, dots and hyphens",
  retryAfterMs: null,
} as const;

type Asking = Pick<Request, "method" | "body"> & { readonly path: string };

function request(access: CarrierAccess, { send, signal }: CallContext, { path, ...asking }: Asking) {
  const headers = { "as-api-key": access.clientSecret, "content-type": "application/json", accept: "application/json" };
  return send({ ...asking, url: `${access.baseUrl}${path}`, headers, signal });
}

function isAnswer(reply: Reply): boolean {
  return errorOfStatus(reply) === null;
}

/** A quota that is spent comes back when AfterShip says, which it does in a header of its own. */
function outcomeOf(number: string, reply: Reply): Outcome {
  const byStatus = errorOfStatus(reply);
  if (byStatus?.kind === "quota_spent") {
    return err({ ...byStatus, retryAfterMs: byStatus.retryAfterMs ?? untilReset(reply.headers, Date.now()) });
  }
  return outcomeOfReply(number, reply, readReply);
}
