import { describe, expect, test } from "vitest";
import { errorAt, latest, NUMBER, parsed, replyOf, report, scan } from "./result-testing.ts";

const [LABEL, MOVING, OUT, DELIVERED] = [
  scan("OC IN", "2026-03-07T09:00:00-06:00"),
  scan("DP IT", "2026-03-09T22:10:00-07:00"),
  scan("OD IT", "2026-03-10T08:15:00-06:00"),
  scan("DL DL", "2026-03-10T13:45:00-06:00"),
];
const times = (all: Readonly<Record<string, string>>) => ({
  dateAndTimes: Object.entries(all).map(([type, dateTime]) => ({ type, dateTime })),
});
const expected = (begins?: string, ends?: string) => ({ estimatedDeliveryTimeWindow: { window: { begins, ends } } });
const usual = (ends: string) => ({ standardTransitTimeWindow: { window: { ends } } });

describe("times", () => {
  const timeOf = (code: string, date: unknown) => {
    const [first] = report({ scanEvents: [{ ...scan(code), date }] }).scans;
    return [first?.localTime, first?.instant];
  };

  test("a scan has its local time, and its instant where there is an offset", () => {
    expect(timeOf("AR", "2026-03-09T22:10:00-07:00")).toEqual(["2026-03-09T22:10:00", "2026-03-10T05:10:00Z"]);
    expect(timeOf("AR", "2026-03-09T22:10:00")).toEqual(["2026-03-09T22:10:00", null]);
  });

  test("midnight at a pick-up or a label is a day, with and without offset; elsewhere it is midnight", () => {
    expect(timeOf("PU", "2026-03-08T00:00:00")).toEqual(["2026-03-08", null]);
    expect(timeOf("PX", "2026-03-08T00:00:00-06:00")).toEqual(["2026-03-08", null]);
    expect(timeOf("AR", "2026-03-08T00:00:00-06:00")).toEqual(["2026-03-08T00:00:00", "2026-03-08T06:00:00Z"]);
  });

  test("nonsense is no time", () => {
    for (const date of ["", "yesterday", "2026-02-30T10:00:00Z", null, 7])
      expect(timeOf("AR", date)).toEqual([null, null]);
  });
});

describe("the order of a report", () => {
  test("0 is the oldest scan, the summary comes after the newest and has its time", () => {
    const { scans, summary } = report({ ...latest("OD IT"), scanEvents: [OUT, MOVING, LABEL] });
    expect(scans.map((one) => [one.code, one.reportPosition])).toEqual([
      ["OD", 2],
      ["DP", 1],
      ["OC", 0],
    ]);
    expect(summary).toMatchObject({ kind: "summary", reportPosition: 3, instant: "2026-03-10T14:15:00Z" });
    expect(summary.place.city).toBe("DENVER");
  });

  test("a pick-up that is known by its day only keeps the place that FedEx gave it", () => {
    const { scans } = report({ scanEvents: [MOVING, scan("PU PU", "2026-03-07T00:00:00"), LABEL] });
    expect(scans.map(({ code }) => code)).toEqual(["DP", "PU", "OC"]);
  });

  test("the summary has the place of the current status where FedEx gives one", () => {
    const scanLocation = { city: "AURORA", countryCode: "us" };
    const { summary } = report({ ...latest("OD IT", { scanLocation }), scanEvents: [MOVING] });
    expect(summary.place).toEqual({ city: "AURORA", region: null, postalCode: null, country: "US" });
  });

  test("without scans the summary has no time", () => {
    expect(report(latest("IT IT")).summary).toMatchObject({ localTime: null, instant: null, reportPosition: 0 });
  });
});

describe("the estimate", () => {
  const estimate = (...parts: readonly object[]) =>
    report(Object.assign({ scanEvents: [OUT] }, latest("OD IT"), ...parts)).summary.estimate;
  const point = (at: string) => ({ from: at, to: at });

  test("is the window, whose midnights are days", () => {
    expect(estimate(expected("2026-03-10T10:00:00-06:00", "2026-03-10T14:00:00-06:00"))).toEqual({
      from: "2026-03-10T16:00:00Z",
      to: "2026-03-10T20:00:00Z",
    });
    expect(estimate(expected("2026-03-10T08:00:00", "2026-03-12T00:00:00-06:00"))).toEqual({
      from: "2026-03-10T08:00:00",
      to: "2026-03-12",
    });
    expect(estimate(expected(undefined, "2026-03-12T00:00:00-06:00"))).toEqual(point("2026-03-12"));
  });

  test("is the estimated delivery where the window is empty or nonsense", () => {
    const day = times({ ESTIMATED_DELIVERY: "2026-03-11T00:00:00-06:00", COMMITMENT: "2026-03-09T20:00:00-06:00" });
    expect(estimate(expected(), day)).toEqual(point("2026-03-11"));
    expect(estimate(expected("2026-03-12T08:00:00", "2026-03-10T08:00:00"), day)).toEqual(point("2026-03-11"));
    expect(estimate(expected("soon", "later"), day)).toEqual(point("2026-03-11"));
  });

  test("is what was agreed, promised or usual only where there is neither", () => {
    const all = { APPOINTMENT_DELIVERY: "2026-03-12T00:00:00", COMMITMENT: "2026-03-13T10:30:00-06:00" };
    expect(estimate(times(all), usual("2026-03-14T00:00:00-06:00"))).toEqual(point("2026-03-12"));
    expect(estimate(times({ COMMITMENT: all.COMMITMENT }))).toEqual(point("2026-03-13T16:30:00Z"));
    expect(estimate(usual("2026-03-14T00:00:00-06:00"))).toEqual(point("2026-03-14"));
    expect(estimate(times({ SHIP: "2026-03-07T00:00:00-06:00" }))).toBeNull();
  });

  test("ends with the delivery", () => {
    const { summary } = report({ ...latest("DL DL"), ...usual("2026-03-14T00:00:00-06:00"), scanEvents: [DELIVERED] });
    expect(summary).toMatchObject({ status: "delivered", estimate: null });
  });
});

describe("the delivery", () => {
  const deliveryDetails = { receivedByName: "R.AMOS", locationDescription: " Front Desk ", locationType: "RESIDENCE" };
  const actual = times({ ACTUAL_DELIVERY: "2026-03-10T13:46:00-06:00" });
  const summaryOf = (more: object) => report({ ...latest("DL DL"), scanEvents: [DELIVERED, OUT], ...more }).summary;

  test("has FedEx's time, who signed and where it was left", () => {
    expect(summaryOf({ ...actual, deliveryDetails })).toMatchObject({
      deliveredAt: "2026-03-10T19:46:00Z",
      signedBy: "R.AMOS",
      leftAt: "Front Desk",
    });
  });

  test("has the scan's time where FedEx gives a midnight or nothing", () => {
    for (const more of [{}, times({ ACTUAL_DELIVERY: "2026-03-10T00:00:00-06:00" })]) {
      expect(summaryOf(more).deliveredAt).toBe("2026-03-10T19:45:00Z");
    }
    expect(summaryOf({ scanEvents: [], ...times({ ACTUAL_DELIVERY: "2026-03-10T00:00:00" }) }).deliveredAt).toBe(
      "2026-03-10",
    );
  });

  test("has a kind of place in words, and nobody where nobody signed", () => {
    const nobody = {
      signedByName: "Signature not required",
      receivedByName: "",
      locationType: "GUARD_OR_SECURITY_STATION",
    };
    expect(summaryOf({ deliveryDetails: nobody })).toMatchObject({
      signedBy: null,
      leftAt: "Guard or security station",
    });
    expect(summaryOf({ deliveryDetails: { locationType: "OTHER" } }).leftAt).toBeNull();
  });

  test("is told by a later notice too, but not of a parcel that goes back or was never delivered", () => {
    const note = scan("IN IN", "2026-03-11T09:00:00-06:00");
    expect(summaryOf({ ...latest("IN IN"), ...actual, scanEvents: [note, DELIVERED] })).toMatchObject({
      effect: "informs",
      deliveredAt: "2026-03-10T19:46:00Z",
    });
    expect(summaryOf({ ...latest("RS RS"), ...actual, deliveryDetails })).toMatchObject({
      deliveredAt: null,
      signedBy: null,
    });
    expect(summaryOf({ ...latest("PU PU"), ...actual, scanEvents: [LABEL] }).deliveredAt).toBeNull();
  });
});

test("of a reused number, the shipment that moved last is meant, wherever it stands", () => {
  const old = { ...latest("DL DL"), scanEvents: [scan("DL DL", "2024-05-05T10:00:00-06:00")] };
  const young = { ...latest("OD IT"), scanEvents: [OUT] };
  expect(report(old, young).summary.status).toBe("out_for_delivery");
  expect(report(young, old, errorAt("TRACKING.DATA.NOTFOUND")).summary.status).toBe("out_for_delivery");
});

test("an error beside data does not count, without data it does", () => {
  expect(report({ ...latest("PU PU"), ...errorAt("TRACKING.TRACKINGNUMBER.EMPTY") }).summary.status).toBe("picked_up");
  const outcomes = parsed(
    replyOf({
      A: [errorAt("TRACKING.TRACKINGNUMBER.NOTFOUND")],
      B: [errorAt("TRACKING.DATA.NOTFOUND")],
      C: [errorAt("X.Y")],
      D: [],
    }),
  );
  expect(
    outcomes.map(({ trackingNumber, result }) => [trackingNumber, result.ok ? result.value.found : result.error.kind]),
  ).toEqual([
    ["A", false],
    ["B", false],
    ["C", "rejected"],
    ["D", "unreadable"],
  ]);
});

test("what is kept of the original has no street, no name and nothing that a database refuses", () => {
  const scanLocation = { streetLines: ["12 Elm St"], city: "DEN\0VER" };
  const { scans, summary } = report({
    ...latest("DL DL", { scanLocation }),
    trackingNumberInfo: { trackingNumberUniqueId: `2461~${NUMBER}~FX` },
    scanEvents: [{ ...DELIVERED, scanLocation }],
    recipientInformation: { contact: { personName: "Jo Ramos" }, address: { streetLines: ["12 Elm St"] } },
    deliveryDetails: { receivedByName: "Jo Ramos" },
  });
  expect(scans[0]?.raw).toMatchObject({ eventType: "DL", scanLocation: { city: "DENVER" } });
  expect(summary.raw).toMatchObject({
    trackingNumberUniqueId: `2461~${NUMBER}~FX`,
    latestStatusDetail: { code: "DL" },
  });
  expect(JSON.stringify([scans[0]?.raw, summary.raw])).not.toMatch(/Elm|Ramos|\\u0000/);
});

test("of several shipments without scans the one that was handed over last is told", () => {
  const older = {
    ...latest("DL DL"),
    ...times({ SHIP: "2025-03-08T00:00:00-06:00", ESTIMATED_DELIVERY: "2027-01-01" }),
  };
  const newer = { ...latest("PU PU"), ...times({ ACTUAL_PICKUP: "2026-03-08T16:05:00-07:00" }) };
  for (const results of [
    [older, newer],
    [newer, older],
  ])
    expect(report(...results).summary.status).toBe("picked_up");
});
