import { expect, test } from "vitest";
import { journeyOf } from "./journey-of.ts";
import { at, note, scan } from "./page-testing.ts";

const zone = "Europe/London";
const texts = (...given: Parameters<typeof journeyOf>) =>
  journeyOf(...given).map(({ day, entries }) => `${day}: ${entries.map(({ time }) => time).join(" ")}`);

test("scans stand by day on the clock of their place, newest first, in whatever order they were told", () => {
  const cologne = { ...at("Köln", "DE"), instant: "2026-11-03T23:30:00Z", zone: "Europe/Berlin" };
  const scans = [
    scan("in_transit", "2026-11-04T00:30:00", cologne),
    scan("picked_up", "2026-11-03T18:00:00", at("Leeds")),
    scan("in_transit", "2026-11-04T09:00:00", at("Leeds")),
  ];
  const told = ["2026-11-04: 09:00 00:30", "2026-11-03: 18:00"];
  expect(texts(scans, zone)).toEqual(told);
  expect(texts(scans.toReversed(), zone)).toEqual(told);
});

test("the same scan told again stands once", () => {
  const once = scan("in_transit", "2026-11-04T09:00:00", at("Leeds"));
  expect(texts([once, { ...once, observedAt: "2026-11-05T13:00:00Z" }, once], zone)).toEqual(["2026-11-04: 09:00"]);
});

test("summaries are told only where the carrier gives no scans", () => {
  const summary = scan("in_transit", "2026-11-04T10:00:00", { kind: "summary" });
  expect(texts([summary], zone)).toEqual(["2026-11-04: 10:00"]);
  expect(texts([summary, scan("picked_up", "2026-11-03T18:00:00", at("Leeds"))], zone)).toEqual(["2026-11-03: 18:00"]);
});

test("a day without a time has none, and what has no day stands on the day on which we heard of it", () => {
  const day = scan("picked_up", "2026-11-03", at("Leeds"));
  const never = { ...scan("in_transit", "2026-11-03"), localTime: null };
  expect(texts([day], zone)).toEqual(["2026-11-03: "]);
  expect(texts([never], zone)).toEqual(["2026-11-05: "]);
});

test("a scan that only informs keeps the carrier's words and no status; a postcode is never told", () => {
  const [day] = journeyOf([note("2026-11-04T09:00:00", "Sorted by hand", at("Leeds"))], zone);
  expect(day?.entries).toEqual([
    {
      effect: "informs",
      status: null,
      time: "09:00",
      place: { city: "Leeds", region: null, country: "GB" },
      carrierText: "Sorted by hand",
      reason: null,
    },
  ]);
});

test("no name of a person is in a journey, wherever the carrier wrote it", () => {
  const scans = [
    note("2026-11-04T09:00:00", "Proof of delivery, signed for by: J. NGUYEN"),
    note("2026-11-04T09:01:00", "Left with NGUYEN next door"),
    scan("delivered", "2026-11-04T09:02:00", { description: "Delivered to Mr Nguyen at no. 4", signedBy: "Nguyen" }),
  ];
  expect(JSON.stringify(journeyOf(scans, zone))).not.toMatch(/nguyen/i);
});
