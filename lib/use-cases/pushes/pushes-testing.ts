import { createHash, createHmac } from "node:crypto";

/** For tests and benchmarks: what carriers push, as they word and sign it. */

export const PUSHING = ["easypost", "aftership", "17track"] as const;
export type Pushing = (typeof PUSHING)[number];

const STEPS = ["label", "moving", "out", "delivered"] as const;
export type PushedStep = (typeof STEPS)[number];

/** A push of all that a parcel has gone through so far, oldest first. Instants are ISO UTC. */
export type PushedJourney = {
  readonly number: string;
  /** The delivery's own id, where the carrier has such. */
  readonly id: string;
  /** When the carrier says it, where it does. */
  readonly saidAt: string;
  readonly scans: readonly { readonly step: PushedStep; readonly at: string }[];
  /** The day on which it is expected. */
  readonly expected?: string | null;
};

const WORDS: Readonly<Record<Pushing, Readonly<Record<PushedStep, string>>>> = {
  easypost: { label: "pre_transit", moving: "in_transit", out: "out_for_delivery", delivered: "delivered" },
  aftership: {
    label: "InfoReceived_001",
    moving: "InTransit_003",
    out: "OutForDelivery_001",
    delivered: "Delivered_001",
  },
  "17track": {
    label: "InfoReceived",
    moving: "InTransit_Other",
    out: "OutForDelivery_Other",
    delivered: "Delivered_Other",
  },
};

/** The body of a push. */
export function pushBody(carrier: Pushing, journey: PushedJourney): string {
  const scans = journey.scans.map(({ step, at }) => ({ word: WORDS[carrier][step], at }));
  const last = scans.at(-1)?.word ?? "";
  return JSON.stringify(BODIES[carrier](journey, scans, last));
}

type Scan = { readonly word: string; readonly at: string };
type Body = (journey: PushedJourney, scans: readonly Scan[], last: string) => unknown;

const BODIES: Readonly<Record<Pushing, Body>> = {
  easypost: ({ number, id, saidAt, expected }, scans, status) => ({
    ...{ id, object: "Event", description: "tracker.updated", mode: "production", created_at: saidAt },
    result: {
      ...{ id: "trk_1", object: "Tracker", tracking_code: number, carrier: "UPS", status },
      est_delivery_date: expected ?? null,
      tracking_details: scans.map(({ word, at }) => ({
        ...{ object: "TrackingDetail", status: word, status_detail: "status_update", datetime: at },
        ...{
          message: `Parcel: ${word}`,
          tracking_location: { city: "BOISE", state: "ID", zip: "83702", country: "US" },
        },
      })),
    },
  }),
  aftership: ({ number, id, saidAt, expected }, scans, subtag) => ({
    ...{ event: "tracking_update", event_id: id, ts: Math.floor(Date.parse(saidAt) / 1_000) },
    msg: {
      ...{ id: "t1", tracking_number: number, slug: "ups", tag: subtag.split("_")[0], subtag },
      expected_delivery: expected ?? null,
      checkpoints: scans.map(({ word, at }) => ({
        ...{ checkpoint_time: at, tag: word.split("_")[0], subtag: word, message: `Parcel: ${word}` },
        ...{ city: "BOISE", state: "ID", postal_code: "83702", country_region: "USA" },
      })),
    },
  }),
  "17track": ({ number, expected }, scans, sub_status) => ({
    event: "TRACKING_UPDATED",
    data: {
      ...{ number, carrier: 100_002 },
      track_info: {
        latest_status: { status: sub_status.split("_")[0], sub_status },
        time_metrics: { estimated_delivery_date: { from: expected ?? null, to: expected ?? null } },
        tracking: {
          providers: [
            {
              events: scans.toReversed().map(({ word, at }) => ({
                ...{ time_iso: at, time_utc: at, description: `Parcel: ${word}`, sub_status: word },
                address: { country: "US", state: "ID", city: "BOISE", postal_code: "83702" },
              })),
            },
          ],
        },
      },
    },
  }),
};

/** The header that a carrier signs a body with. */
export function signatureOf(carrier: Pushing, body: string, secret: string): readonly [name: string, value: string] {
  const hmac = () => createHmac("sha256", secret).update(body);
  switch (carrier) {
    case "easypost":
      return ["x-hmac-signature", `hmac-sha256-hex=${hmac().digest("hex")}`];
    case "aftership":
      return ["aftership-hmac-sha256", hmac().digest("base64")];
    case "17track":
      return ["sign", createHash("sha256").update(`${body}/${secret}`).digest("hex")];
  }
}
