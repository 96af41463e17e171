import type { CallContext, CarrierAccess, CarrierError, PushTarget, Subscription } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { isSaid, postUsps } from "./access.ts";
import { isNumber, NO_NUMBER } from "./number.ts";
import { readReply } from "./read-reply.ts";

type Subscribed = Result<null, CarrierError>;

const DAY_MS = 86_400_000;
const SECRET_LENGTH = 32;

/**
 * "Subscriptions - Tracking 3.2", a number a call, which counts like any other against USPS's 60 calls an hour. USPS ends a
 * subscription that it had nothing to say for in 25 to 30 days, and wants to know whom it may warn before. It proves the
 * listener with a signed `challenge` first, to be sent back as it came. Source: public clients.
 */
export const subscription: Subscription = {
  batchSize: 1,
  lastsMs: 25 * DAY_MS,
  subscribe: async (access, numbers, target, context) => {
    const outcomes = new Map<string, Subscribed>();
    for (const number of new Set(numbers)) outcomes.set(number, await subscribeOne(access, number, target, context));
    return outcomes;
  },
};

async function subscribeOne(
  access: CarrierAccess,
  number: string,
  { url, secret, email }: PushTarget,
  context: CallContext,
): Promise<Subscribed> {
  const trackingNumber = plainNumber(number);
  if (!isNumber(trackingNumber)) return err(NO_NUMBER);
  if (secret.length !== SECRET_LENGTH) return err(WRONG_SECRET);
  const sent = await postUsps(access, context, "/subscriptions-tracking/v3r2/subscriptions", {
    listenerURL: url,
    secret,
    adminNotification: email === undefined ? [] : [{ email }],
    filterProperties: { trackingNumber, trackingEventTypes: ["ALL_UPDATES"] },
  });
  return sent.ok ? subscribedBy(sent.value) : sent;
}

const WRONG_SECRET: CarrierError = {
  kind: "rejected",
  message: `USPS takes secrets of exactly ${SECRET_LENGTH} characters`,
  retryAfterMs: null,
};

/** A subscription that is there already is refused as a duplicate, by its id: then USPS tells us all the same. */
function subscribedBy(reply: Reply): Subscribed {
  const byStatus = errorOfStatus(reply);
  if (byStatus === null || (reply.status === 400 && /subscriptionId\s*:\s*[0-9a-f-]{36}/i.test(reply.body))) {
    return ok(null);
  }
  if (byStatus.kind !== "rejected") return err(byStatus);
  const read = readReply(reply.body);
  const said = read.about === "request" && isSaid(read.outcome) && !read.outcome.ok ? read.outcome.error : byStatus;
  return err(said);
}
