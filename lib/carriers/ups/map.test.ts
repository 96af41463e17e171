import { describe, expect, test } from "vitest";
import { activity, NUMBER, parsed, replyOf, report, status } from "./package-testing.ts";

const [LABEL, SCAN, OUT, DELIVERED] = [
  activity("M MP 003", "20260308", "101112"),
  activity("I DP 005", "20260309", "220000"),
  activity("I OT 021", "20260310", "081500"),
  activity("D FS 011", "20260310", "134500"),
];
const dates = (...all: readonly string[]) => ({
  deliveryDate: all.map((one) => ({ type: one.slice(0, 3), date: one.slice(4) })),
});
const at = (type: string, startTime: string, endTime: string) => ({ deliveryTime: { type, startTime, endTime } });

describe("times", () => {
  const timeOf = (more: object) => {
    const { localTime, instant } = report({ activity: [{ ...SCAN, ...more }] }).scans[0] ?? {};
    return [localTime, instant];
  };

  test("a scan has the local time and no instant, unless UPS gives its UTC", () => {
    expect(timeOf({})).toEqual(["2026-03-09T22:00:00", null]);
    const instant = "2026-03-10T04:00:00Z";
    expect(timeOf({ gmtDate: "20260310", gmtTime: "04:00:00", gmtOffset: "-06:00" })).toEqual([
      "2026-03-09T22:00:00",
      instant,
    ]);
    expect(timeOf({ gmtDate: "20260310", gmtTime: "040000" })[1]).toBe(instant);
  });

  test("nonsense where UTC should be gives no instant", () => {
    for (const gmtTime of ["74700", "", "  ", null, "25:00:00", 40_000]) {
      expect([gmtTime, timeOf({ gmtDate: "20260310", gmtTime })[1]]).toEqual([gmtTime, null]);
    }
    expect(timeOf({ gmtDate: "20260230", gmtTime: "04:00:00" })[1]).toBeNull();
  });

  test("the offset beside the local clock gives the instant where UTC is missing or nonsense", () => {
    for (const gmtOffset of ["-06:00", "-06.00", "-0600", "-6:00"]) {
      expect([gmtOffset, timeOf({ gmtOffset })[1]]).toEqual([gmtOffset, "2026-03-10T04:00:00Z"]);
    }
    expect(timeOf({ gmtDate: "20260310", gmtTime: "74700", gmtOffset: "+05:30" })[1]).toBe("2026-03-09T16:30:00Z");
    for (const gmtOffset of ["", "CST", "-99:00", "6", null]) expect(timeOf({ gmtOffset })[1]).toBeNull();
    expect(timeOf({ time: "", gmtOffset: "-06:00" })).toEqual(["2026-03-09", null]);
  });

  test("a clock that cannot be leaves the day, a day that cannot be leaves nothing", () => {
    expect(timeOf({ time: "" })).toEqual(["2026-03-09", null]);
    expect(timeOf({ time: "996000" })).toEqual(["2026-03-09", null]);
    expect(timeOf({ date: "20261399" })).toEqual([null, null]);
  });
});

describe("the order of a report", () => {
  test("0 is the oldest scan, the summary comes after the newest and has its time and place", () => {
    const { scans, summary } = report({ activity: [OUT, SCAN, LABEL], currentStatus: status("I OT 021") });
    expect(scans.map((scan) => [scan.status, scan.reportPosition])).toEqual([
      ["out_for_delivery", 2],
      ["in_transit", 1],
      ["info_received", 0],
    ]);
    expect(summary).toMatchObject({ kind: "summary", status: "out_for_delivery", reportPosition: 3 });
    expect(summary).toMatchObject({ localTime: "2026-03-10T08:15:00", place: { city: "Boise", country: "US" } });
  });

  test("without scans the summary stands alone and has no time", () => {
    const { scans, summary } = report({ currentStatus: status("I - 005") });
    expect(scans).toEqual([]);
    expect(summary).toMatchObject({ status: "in_transit", localTime: null, instant: null, reportPosition: 0 });
  });
});

describe("the estimate", () => {
  const estimate = (...parts: readonly object[]) =>
    report({ activity: [SCAN], ...Object.assign({}, ...parts) }).summary.estimate;

  test("is the rescheduled day before the scheduled one", () => {
    expect(estimate(dates("SDD 20260310"))).toEqual({ from: "2026-03-10", to: "2026-03-10" });
    expect(estimate(dates("SDD 20260310", "RDD 20260312"))).toEqual({ from: "2026-03-12", to: "2026-03-12" });
  });

  test.each(["EDW", "CDW", "IDW"])("has the window of %s in the destination's local time", (type) => {
    expect(estimate(dates("SDD 20260310"), at(type, "101500", "141500"))).toEqual({
      from: "2026-03-10T10:15:00",
      to: "2026-03-10T14:15:00",
    });
  });

  test("is a latest time for CMT, and the day for an end of day without a clock", () => {
    const noon = "2026-03-10T12:00:00";
    expect(estimate(dates("SDD 20260310"), at("CMT", "", "120000"))).toEqual({ from: noon, to: noon });
    expect(estimate(dates("SDD 20260310"), at("EOD", "", ""))).toEqual({ from: "2026-03-10", to: "2026-03-10" });
  });

  test("is the day where the window is nonsense, and nothing where the day is", () => {
    expect(estimate(dates("SDD 20260310"), at("EDW", "150000", "110000"))?.from).toBe("2026-03-10");
    expect(estimate(dates("SDD string"), at("EDW", "string", "string"))).toBeNull();
  });

  test("ends with the delivery", () => {
    const { summary } = report({ activity: [DELIVERED], ...dates("SDD 20260310", "DEL 20260310") });
    expect(summary).toMatchObject({ status: "delivered", estimate: null });
  });
});

describe("the delivery", () => {
  const deliveryInformation = {
    receivedBy: " RAMOS ",
    location: "Front&nbsp;<b>Door</b>",
    signature: { image: "AAAA" },
  };
  const handover = { deliveryInformation, ...dates("DEL 20260310"), ...at("DEL", "", "134600") };

  test("has UPS's time, who signed and where it was left, as words", () => {
    expect(report({ activity: [DELIVERED, OUT], ...handover }).summary).toMatchObject({
      deliveredAt: "2026-03-10T13:46:00",
      signedBy: "RAMOS",
      leftAt: "Front Door",
    });
  });

  test("has the scan's time where UPS gives only the day, and the day where there is no scan", () => {
    expect(report({ activity: [DELIVERED], ...dates("DEL 20260310") }).summary.deliveredAt).toBe("2026-03-10T13:45:00");
    expect(report({ currentStatus: status("D FS 011"), ...dates("DEL 20260310") }).summary.deliveredAt).toBe(
      "2026-03-10",
    );
  });

  test("has the time of the newest scan where no table has its code and UPS names no day", () => {
    const scans = [activity("QQ 7 999", "20260310", "134500"), OUT];
    const deliveryInformation = { receivedBy: "RAMOS", location: "Porch" };
    const told = report({ activity: scans, currentStatus: status("D FS 011"), deliveryInformation }).summary;
    expect(told).toMatchObject({ deliveredAt: "2026-03-10T13:45:00", signedBy: "RAMOS", leftAt: "Porch" });
    const lagging = report({ activity: [OUT], currentStatus: status("D FS 011"), deliveryInformation }).summary;
    expect(lagging).toMatchObject({ deliveredAt: null, signedBy: "RAMOS" });
  });

  test("is still told by a report whose newest word is a refund, and blanks are nobody", () => {
    const blank = { deliveryInformation: { receivedBy: "", location: "   " } };
    const refund = activity("X K5 013", "20260312", "090000");
    expect(
      report({ activity: [refund, DELIVERED], currentStatus: refund.status, ...handover, ...blank }).summary,
    ).toMatchObject({
      effect: "informs",
      status: null,
      deliveredAt: "2026-03-10T13:46:00",
      signedBy: null,
      leftAt: null,
    });
  });

  test("is not told of a parcel that waits at a counter or went back", () => {
    for (const codes of ["X ZP 040", "X UF 035", "X UA 034"]) {
      const { summary } = report({ activity: [activity(codes, "20260311"), DELIVERED], ...handover });
      expect([codes, summary.deliveredAt, summary.signedBy]).toEqual([codes, null, null]);
    }
  });
});

test("what is kept of the original has no street, no name and no picture, and nothing that a database refuses", () => {
  const location = { address: { addressLine1: "12 Elm St", city: "Bo\0ise" }, slic: "8379" };
  const { scans, summary } = report({
    activity: [{ ...DELIVERED, location }],
    packageAddress: [{ type: "DESTINATION", attentionName: "Jo Ramos", address: { addressLine1: "12 Elm St" } }],
    deliveryInformation: { receivedBy: "Jo Ramos", signature: { image: "AAAA" }, deliveryPhoto: { photo: "AAAA" } },
  });
  expect(scans[0]?.raw).toMatchObject({ date: "20260310", location: { slic: "8379", address: { city: "Boise" } } });
  expect(JSON.stringify([scans[0]?.raw, summary.raw])).not.toMatch(/Elm|Ramos|AAAA|\\u0000/);
});

test("the number that the post has for the same parcel is kept", () => {
  const alternateTrackingNumber = [{ number: "92419900000033499522966220", type: "USPS_PIC" }];
  expect(report({ activity: [SCAN], alternateTrackingNumber }).summary.raw).toMatchObject({ alternateTrackingNumber });
});

test("each package of a shipment is an entry of its own", () => {
  const [first, second] = ["1ZAAAA0357567127", "1ZBBBB0357567127"];
  const packages = [first, second].map((trackingNumber) => ({ trackingNumber, activity: [SCAN] }));
  const shipment = [{ inquiryNumber: NUMBER, package: packages }];
  expect(parsed({ trackResponse: { shipment } }).map((entry) => entry.trackingNumber)).toEqual([first, second]);
});

test("a number without data, and a package without history, are not found", () => {
  const warnings = [{ code: "TW0001", message: "Tracking Information Not Found" }];
  for (const reply of [{ trackResponse: { shipment: [{ warnings }] } }, replyOf({ activity: [] })]) {
    expect(parsed(reply)[0]?.result).toMatchObject({ ok: true, value: { found: false } });
  }
});
