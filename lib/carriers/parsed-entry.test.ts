import { expect, test } from "vitest";
import { err, ok } from "#lib/kernel/result.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import type { Status } from "#lib/tracking/status.ts";
import { parsedEntry } from "./parsed-entry.ts";

type Told = Partial<Omit<Reported, "effect" | "status" | "kind">>;

const NUMBER = "1Z999AA10123456784";
const LEEDS = { city: "Leeds", region: "ENG", postalCode: "LS1 4AP", country: "GB" };
const moves = (kind: Reported["kind"], status: Status, told: Told) =>
  reported({ kind, effect: "moves", status, reportPosition: 0, raw: { secret: "as the carrier wrote it" }, ...told });
const scan = (status: Status, localTime: string | null, told: Told = {}) =>
  moves("scan", status, { localTime, ...told });
/** What a reply with this summary, and these scans newest first, is printed as. */
const found = (summary: Reported, ...newestFirst: Reported[]) => {
  const scans = newestFirst.map((each, at) => ({ ...each, reportPosition: newestFirst.length - 1 - at }));
  const last = { ...summary, reportPosition: scans.length };
  return parsedEntry({
    trackingNumber: NUMBER,
    result: ok({ found: true, trackingNumber: NUMBER, summary: last, scans }),
  });
};
const NOTHING_TOLD = {
  estimate: null,
  deliveredAt: null,
  signedBy: null,
  leftAt: null,
  reason: null,
  responsible: null,
  actionRequired: null,
  checkpoints: [],
};

test("a reply that is no answer is printed with its kind and its words, and has no status", () => {
  const error = { kind: "quota_spent", message: "Too many requests.", retryAfterMs: 60_000 } as const;
  for (const trackingNumber of [NUMBER, null]) {
    expect(parsedEntry({ trackingNumber, result: err(error) })).toEqual({
      ...NOTHING_TOLD,
      trackingNumber,
      found: false,
      status: null,
      error: { kind: "quota_spent", message: "Too many requests." },
    });
  }
});

test("a number that the carrier does not know yet is pending, which is no error", () => {
  expect(parsedEntry({ trackingNumber: NUMBER, result: ok({ found: false, trackingNumber: NUMBER }) })).toEqual({
    ...NOTHING_TOLD,
    trackingNumber: NUMBER,
    found: false,
    status: "pending",
    error: null,
  });
});

test("scans are printed flat, in the carrier's order and with times as given, without what the carrier wrote beside them", () => {
  const { checkpoints } = found(
    moves("summary", "in_transit", {}),
    scan("in_transit", "2026-11-04T09:00:00", { code: "AR", description: "Arrival", place: LEEDS, signedBy: "HOPPER" }),
    scan("picked_up", null, { instant: "2026-11-03T08:00:00Z" }),
  );
  expect(checkpoints).toEqual([
    {
      effect: "moves",
      status: "in_transit",
      code: "AR",
      description: "Arrival",
      localTime: "2026-11-04T09:00:00",
      instant: null,
      ...LEEDS,
    },
    {
      effect: "moves",
      status: "picked_up",
      code: null,
      description: null,
      localTime: "2026-11-03T08:00:00",
      instant: "2026-11-03T08:00:00Z",
      city: null,
      region: null,
      postalCode: null,
      country: null,
    },
  ]);
});

test("the status is what the reply as a whole folds to, also where its summary lags or cannot be read", () => {
  const out = scan("out_for_delivery", null, { instant: "2026-11-05T07:00:00Z" });
  const late = moves("summary", "in_transit", { instant: "2026-11-04T08:00:00Z" });
  const unread = reported({ kind: "summary", effect: "unknown", status: null, reportPosition: 0, raw: null });
  for (const summary of [late, unread])
    expect(found(summary, out)).toMatchObject({ found: true, error: null, status: "out_for_delivery" });
});

test("a reply of years ago is read as on its day: nothing in it has expired", () => {
  const summary = moves("summary", "in_transit", {});
  expect(found(summary, scan("in_transit", "2019-11-04T09:00:00")).status).toBe("in_transit");
  expect(found(moves("summary", "in_transit", {})).status).toBe("in_transit");
});

test("the delivery is told in the summary's words, and in those of the scans where it has none", () => {
  const told = { deliveredAt: "2026-11-05T12:10:00", signedBy: "G HOPPER", leftAt: "PORCH" };
  const done = scan("delivered", "2026-11-05T12:00:00", { signedBy: "HOPPER", leftAt: "FRONT DOOR" });
  expect(found(moves("summary", "delivered", told), done)).toMatchObject({ status: "delivered", ...told });
  expect(found(moves("summary", "delivered", {}), done)).toMatchObject({
    deliveredAt: "2026-11-05T12:00:00",
    signedBy: "HOPPER",
    leftAt: "FRONT DOOR",
  });
});

test("a day that only a scan tells is printed, one of the summary before it, and none once the parcel comes no more", () => {
  const day = (on: string) => ({ from: on, to: on });
  const under = scan("in_transit", "2026-11-04T09:00:00", { estimate: day("2026-11-06") });
  const estimate = day("2026-11-07");
  expect(found(moves("summary", "in_transit", {}), under).estimate).toEqual(day("2026-11-06"));
  expect(found(moves("summary", "in_transit", { estimate }), under).estimate).toEqual(estimate);
  for (const status of ["delivered", "lost", "returning", "returned", "cancelled"] as const) {
    const done = scan(status, "2026-11-05T12:00:00", { estimate: day("2026-11-06") });
    expect([status, found(moves("summary", status, { estimate }), done).estimate]).toEqual([status, null]);
  }
});

test("a delivery is told by a summary that moves nothing, and not of a parcel that was delivered to its sender", () => {
  const told = { deliveredAt: "2026-11-05T12:10:00", signedBy: "G HOPPER", leftAt: "PORCH" };
  const done = scan("delivered", "2026-11-05T12:00:00");
  const refund = reported({ kind: "summary", effect: "informs", status: null, reportPosition: 0, raw: null, ...told });
  expect(found(refund, done)).toMatchObject({ status: "delivered", ...told });
  const back = found(moves("summary", "delivered", told), done, scan("returning", "2026-11-04T12:00:00"));
  expect(back).toMatchObject({ status: "returned", deliveredAt: null, signedBy: null, leftAt: null });
});

test("what holds a parcel up is printed with whose doing it is and what has to be done", () => {
  const why = { reason: "address_problem", actionRequired: "correct_address" } as const;
  const entry = found(moves("summary", "exception", why), scan("exception", "2026-11-05T06:00:00", { place: LEEDS }));
  expect(entry).toMatchObject({ status: "exception", ...why, responsible: "merchant" });
});
