import { randomUUID } from "node:crypto";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { aftershipTracking } from "./aftership-tracking.ts";
import { easypostTracker } from "./easypost-tracker.ts";
import { fedexTrackResult } from "./fedex-track-result.ts";
import type { Given } from "./given-numbers.ts";
import type { Change } from "./push-changes.ts";
import type { Message } from "./push-proof.ts";
import type { Pusher } from "./push-signature.ts";
import { upsAlert } from "./push-ups-alert.ts";
import { seventeentrackCarrier, seventeentrackInfo } from "./seventeentrack-info.ts";
import { uspsDetail } from "./usps-detail.ts";

/** Whom a push is for, and what an aggregator was given of the number. */
export type Addressee = { readonly url: string; readonly subscriptionId: string; readonly given: Given };

/** What a carrier posts when something has changed: UPS a message for each scan, the others one that tells everything. */
export function messagesOf(pusher: Pusher, change: Change, to: Addressee): readonly Message[] {
  switch (pusher) {
    case "ups":
      return change.fresh.map((event) => message(upsAlert(event, change.now), "UPSPubSubTrackingService"));
    case "fedex":
      return [message(fedexPush(change), "FedEx-Webhook")];
    case "usps":
      return [uspsPush(change, to)];
    case "easypost":
      return [message(easypostEvent(change, to), "EasyPost/v2 Webhook")];
    case "aftership": {
      const sent = message(aftershipEvent(change, to), "AfterShipTrackingWebhook/4.0.0 (https://www.aftership.com)");
      return [{ ...sent, headers: { ...sent.headers, "as-webhook-version": "2026-07" } }];
    }
    case "17track":
      return [message(seventeentrackEvent(change), "17TRACK-Webhook")];
    default:
      return assertNever(pusher);
  }
}

/** No sample of FedEx's payload is public; it is described as having the shape of a track result. */
function fedexPush({ now }: Change) {
  const trackResults = [fedexTrackResult(now, true)];
  return { output: { completeTrackResults: [{ trackingNumber: now.number, trackResults }] } };
}

/** The payload is JSON in a text, and it is signed together with the time in front of it. */
function uspsPush({ now, atMs }: Change, { subscriptionId }: Addressee): Message {
  const timestamp = new Date(atMs).toISOString();
  const payload = JSON.stringify(uspsDetail(now));
  const links = [{ rel: "self", href: `https://apis.usps.com/tracking/v3r2/tracking/${now.number}` }];
  const envelope = { subscriptionId, subscriptionType: "TRACKING", timestamp, payload, links };
  return { ...message(envelope, "USPS"), uspsSigned: `${timestamp}${payload}` };
}

function easypostEvent({ now, before, atMs }: Change, { given, url }: Addressee) {
  const at = new Date(atMs).toISOString();
  const result = easypostTracker(given, now);
  return {
    description: "tracker.updated",
    mode: "test",
    previous_attributes: { status: easypostTracker(given, before).status },
    created_at: at,
    pending_urls: [url],
    completed_urls: [],
    updated_at: at,
    id: `evt_${randomUUID().replaceAll("-", "")}`,
    user_id: "user_sandbox",
    status: "pending",
    object: "Event",
    result,
  };
}

function aftershipEvent({ now, before, atMs }: Change, { given }: Addressee) {
  const msg = aftershipTracking(given, now);
  const earlier = aftershipTracking(given, before).checkpoints;
  return {
    event: "tracking_update",
    event_id: randomUUID(),
    is_tracking_first_tag: earlier.every(({ tag }) => tag !== msg.tag),
    msg,
    ts: Math.floor(atMs / 1_000),
  };
}

/** 17TRACK gives a push no id. */
function seventeentrackEvent({ now, atMs }: Change) {
  const { key } = seventeentrackCarrier(now.carrier, now.number);
  const track_info = seventeentrackInfo(now, atMs);
  return { event: "TRACKING_UPDATED", data: { number: now.number, carrier: key, param: null, tag: null, track_info } };
}

function message(content: unknown, userAgent: string): Message {
  return {
    body: JSON.stringify(content),
    headers: { "content-type": "application/json", "user-agent": userAgent },
  };
}
