import { createHash, randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import * as z from "zod";
import { type Answer, type AskedOf, type CarrierApi, json, parsed } from "./answer.ts";
import type { Pushes } from "./pushes.ts";
import { clientIdOf, tokenState } from "./tokens.ts";
import { uspsApi } from "./usps-api.ts";

const PATH = /^\/subscriptions-tracking\/v3(?:r2)?\/subscriptions(?:\/([^/]+))?$/;
const MAX_LISTENERS = 10;

const subscription = z.strictObject({
  listenerURL: z.url({ protocol: /^https?$/ }),
  secret: z.string().length(32),
  adminNotification: z.array(z.object({ email: z.string() })).optional(),
  filterProperties: z
    .object({
      MID: z
        .string()
        .regex(/^\d{6}(\d{3})?$/)
        .optional(),
      trackingNumber: z.string().min(1).optional(),
      trackingEventTypes: z.array(z.string()).optional(),
    })
    .refine(({ MID, trackingNumber }) => (MID === undefined) !== (trackingNumber === undefined)),
});

type Kept = {
  readonly subscriptionId: string;
  readonly clientId: string | null;
  readonly listenerURL: string;
  readonly filterProperties: z.infer<typeof subscription>["filterProperties"];
};

/** Whether a request below `/usps` is about subscriptions. */
export function isUspsSubscription(path: string): boolean {
  return PATH.test(path);
}

/**
 * USPS Subscriptions - Tracking 3.2: by mailer id or number, with a secret of 32 characters; DELETE wants the ETag. That
 * a subscription without traffic ends is not played.
 */
export function uspsSubscriptions(pushes: Pushes): CarrierApi {
  const kept = new Map<string, Kept>();
  return {
    carrier: "usps",
    isSubscription: true,
    isTokenRequest: () => false,
    answer: (asked, desk) => {
      if (tokenState("usps", asked.header("authorization"), desk.nowMs) !== "good") {
        return uspsApi.refusal("credentials", asked, null);
      }
      const id = PATH.exec(asked.path)?.[1];
      if (id === undefined && asked.method === "POST") return create(asked, kept, pushes);
      if (id === undefined) return asked.method === "GET" ? list(asked, kept) : failed(405, "Method not allowed.");
      const own = kept.get(id);
      if (own === undefined || own.clientId !== clientIdOf(asked))
        return failed(404, "The subscription was not found.");
      if (asked.method === "GET") return told(200, own, pushes);
      if (asked.method !== "DELETE") return failed(405, "Method not allowed.");
      if (asked.header("if-match") !== etagOf(own)) return failed(412, "The If-Match header does not match the ETag.");
      kept.delete(id);
      pushes.remove(id);
      return { status: 204, headers: {}, body: "" };
    },
    refusal: uspsApi.refusal,
  };
}

function create(asked: AskedOf, kept: Map<string, Kept>, pushes: Pushes): Answer {
  const request = subscription.safeParse(parsed(asked.body));
  if (!request.success) return failed(400, "OASValidation of the request failed.");
  const { listenerURL, secret, filterProperties } = request.data;
  const clientId = clientIdOf(asked);
  const others = [...kept.values()].filter((one) => one.clientId === clientId);
  const same = others.find((one) =>
    isDeepStrictEqual([one.listenerURL, one.filterProperties], [listenerURL, filterProperties]),
  );
  if (same !== undefined) return failed(400, `The subscription exists, subscriptionId: ${same.subscriptionId}`);
  if (new Set([...others.map((one) => one.listenerURL), listenerURL]).size > MAX_LISTENERS) {
    return failed(400, `No more than ${MAX_LISTENERS} listener URLs.`);
  }
  const own: Kept = { subscriptionId: randomUUID(), clientId, listenerURL, filterProperties };
  kept.set(own.subscriptionId, own);
  const { MID: mailerId = null, trackingNumber } = filterProperties;
  const numbers = trackingNumber === undefined ? {} : { numbers: [trackingNumber] };
  pushes.put(
    { carrier: "usps", url: listenerURL, secret, ...numbers },
    { subscriptionId: own.subscriptionId, mailerId },
  );
  return told(201, own, pushes);
}

/** By mailer id only: without one USPS declines. */
function list(asked: AskedOf, kept: ReadonlyMap<string, Kept>): Answer {
  const mailerId = asked.query.get("MID");
  if (mailerId === null) return failed(400, "OASValidation of the request failed.");
  const clientId = clientIdOf(asked);
  const own = [...kept.values()].filter((one) => one.clientId === clientId && one.filterProperties.MID === mailerId);
  return own.length === 0 ? failed(404, "No subscriptions were found.") : json(200, own.map(withoutClient));
}

function told(status: number, kept: Kept, pushes: Pushes): Answer {
  const entry = pushes.all().find(({ subscriptionId }) => subscriptionId === kept.subscriptionId);
  const body = { ...withoutClient(kept), status: entry?.state.toUpperCase() };
  return json(status, body, { etag: etagOf(kept) });
}

function withoutClient({ clientId: _, ...kept }: Kept) {
  return kept;
}

function etagOf({ subscriptionId }: Kept): string {
  return `"${createHash("sha256").update(subscriptionId).digest("hex").slice(0, 16)}"`;
}

function failed(status: number, message: string): Answer {
  const apiVersion = "/subscriptions-tracking/v3";
  return json(status, { apiVersion, error: { code: String(status), message, errors: [] } });
}
