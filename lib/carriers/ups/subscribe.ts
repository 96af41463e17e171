import { z } from "zod";
import type { CarrierAccess, CarrierError, Subscription } from "#lib/carriers/carrier.ts";
import { jsonOf, type Reply, unreadable, unreadableBody } from "#lib/carriers/http.ts";
import { list, text } from "#lib/carriers/reading.ts";
import { ofMany } from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import { askUps } from "./access.ts";
import { failureOf } from "./errors.ts";

type Subscribed = Result<null, CarrierError>;

const DAY_MS = 86_400_000;

/**
 * Track Alert, version 2: at most 100 numbers a call, for 14 days; asking again before is a renewal. Where UPS sends its
 * news, and with which credential, is set in its portal and not here. What happened before is not told. Source:
 * UPSTrackAlert.yaml.
 */
export const subscription: Subscription = {
  batchSize: 100,
  lastsMs: 14 * DAY_MS,
  subscribe: async (access, numbers, _, context) => {
    const plain = [...new Set(numbers.map(plainNumber).filter(isSubscribable))];
    const told = plain.length === 0 ? new Map<string, Subscribed>() : await ask(access, plain, context);
    return new Map(
      numbers.map((number): [string, Subscribed] => [number, told.get(plainNumber(number)) ?? err(INVALID)]),
    );
  },
};

/** UPS's own numbers and Roadie's; others would have the whole call refused. */
function isSubscribable(number: string): boolean {
  return /^(1Z[0-9A-Z]{16}|1R(?:[0-9A-Z]{14}|[0-9A-Z]{26}))$/.test(number);
}

const INVALID: CarrierError = {
  kind: "invalid_number",
  message: "UPS sends no alerts about this number",
  retryAfterMs: null,
};

async function ask(access: CarrierAccess, numbers: readonly string[], context: Parameters<typeof askUps>[1]) {
  const body = JSON.stringify({ locale: "en_US", countryCode: "US", trackingNumberList: numbers });
  const url = `${access.baseUrl}/track/v2/subscription/standard/package`;
  const sent = await askUps(access, context, { method: "POST", url, body });
  const outcomeOf = sent.ok ? outcomesIn(sent.value, numbers) : () => sent;
  return new Map(numbers.map((number): [string, Subscribed] => [number, outcomeOf(number)]));
}

const numbersIn = list.transform(
  (items) =>
    new Set(items?.map((item) => text.parse(item)).flatMap((item) => (item === null ? [] : [plainNumber(item)]))),
);
const confirmation = z.object({ validTrackingNumbers: numbersIn, invalidTrackingNumbers: numbersIn });

/** A refusal may name the numbers that are to blame, beside its error. */
function outcomesIn(reply: Reply, numbers: readonly string[]): (number: string) => Subscribed {
  const json = jsonOf(reply.body);
  const failure = failureOf(json, reply);
  const told = confirmation.safeParse(json);
  const { validTrackingNumbers: valid, invalidTrackingNumbers: invalid } = told.data ?? NONE;
  const rest = failure === null || failure === "not_found" ? missing(reply) : ofMany(numbers, failure);
  return (number) => {
    if (invalid.has(number)) return err(INVALID);
    return failure === null && valid.has(number) ? ok(null) : err(rest);
  };
}

const NONE = { validTrackingNumbers: new Set<string>(), invalidTrackingNumbers: new Set<string>() };

function missing({ body }: Reply): CarrierError {
  return jsonOf(body) === null ? unreadableBody(body) : unreadable("The reply does not mention this number");
}
