import { expect, test } from "vitest";
import { at, event, found } from "./shipment-testing.ts";

test("the status of the shipment is the summary, its events are the scans", () => {
  const events = [event("transit", "2026-03-03T08:00:00"), event("pre-transit", "2026-03-02T08:00:00")];
  const { summary, scans } = found({ status: event("transit", "2026-03-03T08:00:00"), events });
  expect(summary).toMatchObject({ kind: "summary", status: "in_transit", code: "transit", reportPosition: 2 });
  expect(scans.map(({ status, reportPosition }) => [status, reportPosition])).toEqual([
    ["in_transit", 1],
    ["info_received", 0],
  ]);
});

test.each([
  ["2026-03-02T07:53:47", "2026-03-02T07:53:47", null],
  ["2026-03-02T07:53:47Z", "2026-03-02T07:53:47", "2026-03-02T07:53:47Z"],
  ["2026-03-02T07:53:47+01:00", "2026-03-02T07:53:47", "2026-03-02T06:53:47Z"],
  ["2026-03-02", "2026-03-02", null],
  ["2026-20-10T09:00:00", null, null],
])("the time %s is local as written, and an instant only with an offset", (timestamp, localTime, instant) => {
  const { summary, scans } = found({ status: event("transit", timestamp), events: [event("transit", timestamp)] });
  expect(scans[0]).toMatchObject({ localTime, instant });
  expect(summary).toMatchObject({ localTime, instant });
});

test.each([
  [at("Oderweg 2, AMSTERDAM", "NL", { postalCode: "1043 AG" }), ["AMSTERDAM", null, "1043 AG", "NL"]],
  [at("Bonn"), ["Bonn", null, null, "DE"]],
  [at("Berlin, DE"), ["Berlin", null, null, "DE"]],
  [at("1 Main St, Hebron, KY, US", "us", { postalCode: 41048 }), ["Hebron", "KY", "41048", "US"]],
  [at("LEIPZIG - GERMANY"), ["LEIPZIG", null, null, "DE"]],
  [{ location: { address: { addressLocality: "CINCINNATI HUB, OH - USA" } } }, ["CINCINNATI HUB", "OH", null, "US"]],
  [{ location: { address: { addressLocality: "Berlin, Germany" } } }, ["Berlin", null, null, "DE"]],
  [at("HONG KONG - HONG KONG SAR, CHINA", "HK"), ["HONG KONG", null, null, "HK"]],
  [at("PRAGUE - CZECH REPUBLIC, THE", null), ["PRAGUE", null, null, "CZ"]],
  [at("PRATTELN,4133", null), ["PRATTELN", null, "4133", null]],
  [at("Pécs,Hungary,EMEA - Jo Doe,7621", null), ["Pécs", null, "7621", "HU"]],
  [at("Talca,Chile,AM - South,Talca", null), ["Talca", null, null, "CL"]],
  [at("Deutschland", null), [null, null, null, "DE"]],
  [at("Germany", "DE"), [null, null, null, "DE"]],
  [at("Mill Lane, LEBANON, NH", "US"), ["LEBANON", "NH", null, "US"]],
  [at("NEDERLAND", "US"), ["NEDERLAND", null, null, "US"]],
  [at("Singapore", null), ["Singapore", null, null, "SG"]],
  [at("Oderweg 2,"), [null, null, null, "DE"]],
  [at("Bonn", "Germany"), ["Bonn", null, null, null]],
  [at(null, null), [null, null, null, null]],
  [{ location: "Bonn" }, [null, null, null, null]],
])("of %j the city, region, postal code and country are %j: never a street", (place, expected) => {
  const [scan] = found({ events: [event("transit", null, place)] }).scans;
  const { city, region, postalCode, country } = scan?.place ?? {};
  expect([city, region, postalCode, country]).toEqual(expected);
});

test("a summary without time or place takes those of the newest scan", () => {
  const bare = { statusCode: "transit", description: "On its way" };
  const { summary } = found({ status: bare, events: [event("transit", "2026-03-03T08:00:00Z")] });
  expect(summary).toMatchObject({ localTime: "2026-03-03T08:00:00", instant: "2026-03-03T08:00:00Z" });
  expect(summary.place).toMatchObject({ city: "Bonn" });
  expect(found({ status: bare }).summary).toMatchObject({ localTime: null, instant: null });
});

test("a summary with a time of its own keeps it, without the instant of another", () => {
  const status = event("transit", "2026-03-04T08:00:00", at("Trier"));
  const { summary } = found({ status, events: [event("transit", "2026-03-03T08:00:00Z")] });
  expect(summary).toMatchObject({ localTime: "2026-03-04T08:00:00", instant: null, place: { city: "Trier" } });
});

test("without a status the newest event stands for it", () => {
  const events = [event("transit", "2026-03-03T08:00:00", { status: "PO" }), event("transit", "2026-03-02T08:00:00")];
  const { summary } = found({ status: null, events });
  expect(summary).toMatchObject({ kind: "summary", status: "out_for_delivery", code: "PO", reportPosition: 2 });
  expect(found({ status: null, events: [] }).summary).toMatchObject({ effect: "unknown", status: null });
});

test("a summary that only informs leaves the parcel where the scan before it left it", () => {
  const informing = event("transit", "2026-03-03T09:00:00", { status: "DD" });
  const before = event("transit", "2026-03-03T08:00:00", { status: "PO" });
  const { summary, scans } = found({ status: informing, events: [informing, before] });
  expect(scans[0]).toMatchObject({ effect: "informs", status: null });
  expect(summary).toMatchObject({ effect: "moves", status: "out_for_delivery", code: "DD" });
  expect(found({ status: informing }).summary.status).toBe("in_transit");
});

test.each([
  [{ description: "  Sorted in <a href='x'>Bonn</a> " }, "Sorted in Bonn"],
  [{ description: null, status: "PACKAGE RECEIVED" }, "PACKAGE RECEIVED"],
  [{ description: "", status: "PO" }, null],
  [{ description: null, status: "Unknown_code-7" }, null],
  [{ description: 12 }, "12"],
])("the description of %j is %j", (more, description) => {
  expect(found({ events: [event("transit", null, more)] }).scans[0]?.description).toBe(description);
});

test("a code that we know is no description", () => {
  const events = [event("transit", null, { description: null, status: "REFUSED" })];
  expect(found({ service: "parcel-nl", events }).scans[0]).toMatchObject({ code: "REFUSED", description: null });
});

test.each([
  [
    { estimatedDeliveryTimeFrame: { estimatedFrom: "2026-03-05T10:00:00", estimatedThrough: "2026-03-05T12:00:00" } },
    { from: "2026-03-05T10:00:00", to: "2026-03-05T12:00:00" },
  ],
  [
    {
      estimatedDeliveryTimeFrame: {
        estimatedFrom: "2026-03-05T10:00:00+01:00",
        estimatedThrough: "2026-03-05T12:00:00Z",
      },
    },
    { from: "2026-03-05T09:00:00Z", to: "2026-03-05T12:00:00Z" },
  ],
  [{ estimatedDeliveryTimeFrame: { estimatedThrough: "2026-03-05" } }, { from: "2026-03-05", to: "2026-03-05" }],
  [
    {
      estimatedDeliveryTimeFrame: { estimatedFrom: "2026-03-06", estimatedThrough: "2026-03-05" },
      estimatedTimeOfDelivery: "2026-03-07T18:00:00",
    },
    { from: "2026-03-07T18:00:00", to: "2026-03-07T18:00:00" },
  ],
  [{ estimatedTimeOfDelivery: "2026-03-05T00:00:00Z" }, { from: "2026-03-05", to: "2026-03-05" }],
  [
    { estimatedDeliveryTimeFrame: { estimatedFrom: "2026-03-05T00:00:00Z", estimatedThrough: "2026-03-05T00:00:00Z" } },
    { from: "2026-03-05", to: "2026-03-05" },
  ],
  [{ estimatedDeliveryTimeFrame: "soon", estimatedTimeOfDelivery: "soon" }, null],
])("the estimate of %j is %j", (dates, estimate) => {
  expect(found(dates).summary.estimate).toEqual(estimate);
});

const proof = (signed: unknown, timestamp: string | null = "2026-03-05T16:33:00") => ({
  details: { proofOfDelivery: { timestamp, signed }, receiver: { name: "Mara Receiver" } },
  estimatedTimeOfDelivery: "2026-03-05",
});

test("a word for the delivery is nobody's name", () => {
  const base = { status: event("delivered", "2026-03-05T16:30:00", { status: "ZU" }) };
  for (const signed of [{ name: "Delivered" }, { familyName: "DELIVERED" }, { name: "" }]) {
    expect(found({ ...base, ...proof(signed) }).summary.signedBy).toBeNull();
  }
});

test("an event without codes is read by its words, which is marked beside them, and tells the delivery", () => {
  const bare = (description: string, timestamp: string) => ({ timestamp, description, ...at("BOISE, ID - USA", null) });
  const events = [bare("Delivered", "2026-03-05T10:21:00"), bare("Processed at BOISE", "2026-03-04T07:45:00")];
  const status = { timestamp: "2026-03-05T10:21:00", statusCode: "delivered", status: "delivered" };
  const { scans, summary } = found({ service: "express", status, events });
  expect(scans.map((scan) => [scan.status, scan.code])).toEqual([
    ["delivered", null],
    ["in_transit", null],
  ]);
  expect(scans[0]?.raw).toMatchObject({ description: "Delivered", byText: true });
  expect(summary).toMatchObject({ status: "delivered", deliveredAt: "2026-03-05T10:21:00" });
  expect(summary.raw).not.toHaveProperty("byText");
});

test("where the last carrier left a parcel is told beside the delivery", () => {
  const delivered = { statusCode: "delivered", status: "DELIVERED", description: "IN/AT MAILBOX" };
  const told = (more: object) => found({ service: "ecommerce", status: { ...delivered, ...more } }).summary.leftAt;
  expect([told({}), told({ description: "Have a nice day" }), told({ statusCode: "transit" })]).toEqual([
    "IN/AT MAILBOX",
    ...[null, null],
  ]);
});

test("a delivered parcel tells when, by whom taken and where left, and no estimate", () => {
  const delivered = event("delivered", "2026-03-05T16:30:00", { status: "DOR_SAS" });
  const base = { service: "parcel-pl", status: delivered, events: [delivered] };
  const { summary } = found({ ...base, ...proof({ givenName: "Ida", familyName: "Nowak" }) });
  expect(summary).toMatchObject({
    status: "delivered",
    deliveredAt: "2026-03-05T16:33:00",
    signedBy: "Ida Nowak",
    leftAt: "Neighbour",
    estimate: null,
  });
  const named = found({ ...base, ...proof({ name: "I. Nowak", familyName: "Nowak" }, null) }).summary;
  expect(named).toMatchObject({ signedBy: "I. Nowak", deliveredAt: "2026-03-05T16:30:00" });
  const half = found({ ...base, ...proof({ name: "Ida", givenName: "Ida", familyName: "Nowak" }) }).summary;
  expect(half).toMatchObject({ signedBy: "Ida Nowak" });
  expect(found(base).summary).toMatchObject({ signedBy: null, deliveredAt: "2026-03-05T16:30:00" });
});

test("a proof of delivery says nothing of a parcel that is not delivered", () => {
  for (const status of [event("pre-transit"), event("delivered", null, { status: "ZF" })]) {
    const { summary } = found({ status, ...proof({ name: "X" }) });
    expect(summary).toMatchObject({ deliveredAt: null, signedBy: null, leftAt: null });
    expect(summary.estimate).not.toBeNull();
  }
});

test("what is kept of the carrier's words is DHL's own form, with the city alone and without remarks and names", () => {
  const place = at("Oderweg 2, AMSTERDAM", "NL", { postalCode: "1043 AG", streetAddress: "Oderweg 2" });
  const remarks = { remark: "Left with neighbour Jansen, Oderweg 4", nextSteps: "Ask Jansen at Oderweg 4" };
  const delivered = event("delivered", "2026-03-05T16:30:00", { status: "OK", ...place, ...remarks });
  const { summary, scans } = found({ status: delivered, events: [delivered], ...proof({ name: "Ida Nowak" }) });
  const kept = {
    timestamp: "2026-03-05T16:30:00",
    statusCode: "delivered",
    status: "OK",
    description: "Something happened",
    location: { address: { countryCode: "NL", postalCode: "1043 AG", addressLocality: "AMSTERDAM" } },
  };
  expect(scans[0]?.raw).toEqual(kept);
  expect(summary.raw).toMatchObject({ service: "parcel-de", status: kept, proofOfDelivery: "2026-03-05T16:33:00" });
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toMatch(/Oderweg|Jansen|Nowak|Mara/);
});

test("a place in a country with states keeps its state", () => {
  const [scan] = found({ events: [event("transit", null, at("1 Main St, Hebron, KY, US", "US"))] }).scans;
  expect(scan?.raw).toMatchObject({ location: { address: { countryCode: "US", addressLocality: "Hebron, KY" } } });
});
