import * as z from "zod";
import { type Answer, type AskedOf, type CarrierApi, type Desk, json, parsed } from "./answer.ts";
import type { Pushes } from "./pushes.ts";
import { tokenState } from "./tokens.ts";
import { isTrackingNumber, plainNumber } from "./tracking-numbers.ts";
import { upsApi } from "./ups-api.ts";

const PATH = /^\/api\/track\/v2\/subscription\/(standard|enhanced)\/package$/;
const MAX_NUMBERS = 100;
const DAYS_14_MS = 14 * 86_400_000;

const subscription = z.object({
  locale: z.string().nullish(),
  countryCode: z.string().nullish(),
  trackingNumberList: z.array(z.string()).nullish(),
});

/** Whether a request below `/ups` subscribes to Track Alert. */
export function isUpsSubscription(path: string): boolean {
  return PATH.test(path);
}

/**
 * UPS Track Alert 2: up to 100 numbers a call, each for 14 days, no past events. Where it posts is set in the portal, here
 * with `PUT /sandbox/pushes`. Source: UPSTrackAlert.yaml.
 */
export function upsSubscriptions(pushes: Pushes): CarrierApi {
  return {
    carrier: "ups",
    isSubscription: true,
    isTokenRequest: () => false,
    answer: (asked, desk) => subscribe(asked, desk, pushes),
    refusal: upsApi.refusal,
  };
}

function subscribe(asked: AskedOf, { nowMs }: Desk, pushes: Pushes): Answer {
  if (asked.method !== "POST") return failed(405, "405", "Method Not Allowed");
  const state = tokenState("ups", asked.header("authorization"), nowMs);
  if (state === "expired") return failed(401, "251004", "Bearer Token expired");
  if (state !== "good") return failed(401, "UJ0001", "Invalid token or token is not present");
  if (!asked.header("transid")) return failed(400, "VSS002", "Missing transId");
  if (!asked.header("transactionsrc")) return failed(400, "VSS004", "Missing transactionSrc");
  const request = subscription.safeParse(parsed(asked.body));
  if (!request.success) return failed(400, "VSS110", "Subscription request is empty or not present.");
  const { locale, trackingNumberList } = request.data;
  if (!locale) return failed(400, "VSS300", "Locale is required.");
  if (!/^[a-z]{2}_[A-Z]{2}$/.test(locale)) return failed(400, "VSS310", "Please enter a valid locale.");
  if (!trackingNumberList?.length) return failed(400, "VSS200", "Tracking Number List is required.");
  if (trackingNumberList.length > MAX_NUMBERS)
    return failed(400, "VSS220", `More than ${MAX_NUMBERS} tracking numbers.`);
  const isValid = (number: string) => isTrackingNumber("ups", plainNumber(number));
  const validTrackingNumbers = trackingNumberList.filter(isValid);
  const invalidTrackingNumbers = trackingNumberList.filter((number) => !isValid(number));
  if (validTrackingNumbers.length === 0) {
    return failed(400, "VSS210", "At least one valid tracking number is needed.", { invalidTrackingNumbers });
  }
  pushes.alert(validTrackingNumbers.map(plainNumber), nowMs + DAYS_14_MS);
  return json(200, {
    validTrackingNumbers,
    ...(invalidTrackingNumbers.length === 0 ? {} : { invalidTrackingNumbers }),
  });
}

function failed(status: number, code: string, message: string, more: object = {}): Answer {
  return json(status, { ...more, response: { errors: [{ code, message }] } });
}
