import { expect, test } from "vitest";
import { spoilt } from "#lib/carriers/spoilt-testing.ts";
import { heldAt, latest, NUMBER, parsed, replyOf, report, scan } from "./result-testing.ts";

const SENTENCE =
  "It is available for pickup at FedEx Office: 415 STATE ST. We hold the shipment for five business days starting from May 08, 2026.";
const town = { city: "DENVER", region: "CO", country: "US", hours: [] };

const site = (streetLines: unknown) => ({
  scanLocation: { streetLines, city: "DENVER", stateOrProvinceCode: "CO", postalCode: "80202", countryCode: "US" },
});
const waiting = (code = "HP IT", more: object = site(["415 STATE ST "])) =>
  scan(code, "2026-05-08T19:03:00-06:00", {
    exceptionCode: "015A",
    locationType: "DESTINATION_FEDEX_FACILITY",
    ...more,
  });
const held = (...more: readonly object[]) =>
  Object.assign({ ...latest("HL HL"), scanEvents: [waiting()] }, ...more) as Record<string, unknown>;

test("a parcel that FedEx holds tells the counter, its address and the last of the days that it is kept", () => {
  const { summary } = report(held(heldAt("415 STATE ST", SENTENCE)));
  expect(summary).toMatchObject({ status: "available_for_pickup", actionRequired: "pick_up" });
  expect(summary.pickup).toEqual({
    ...town,
    name: "FedEx Office",
    street: "415 STATE ST",
    postalCode: "80202",
    // Friday the 8th is the first day; the weekend is none.
    until: "2026-05-14",
  });
});

test("the scan alone tells its street, and the counter where its words name one", () => {
  const named = { exceptionDescription: "Package available for pickup at FedEx Office: 415 STATE ST" };
  const unnamed = { exceptionDescription: "Package available for pickup at: 415 STATE ST " };
  const streets = { ...town, street: "415 STATE ST", postalCode: "80202", until: null };
  const at = (more: object) =>
    report(held({ scanEvents: [waiting("HP IT", { ...site(["415 STATE ST "]), ...more })] }));
  expect(at(named).summary.pickup).toEqual({ ...streets, name: "FedEx Office" });
  expect(at(unnamed).scans[0]?.pickup).toEqual({ ...streets, name: null });
});

test.each([
  ["FEDEX_OFFICE", "FedEx Office"],
  ["FEDEX_ONSITE", "FedEx OnSite"],
  ["FEDEX_EXPRESS_STATION", null],
  ["", null],
])("without words a location of type %j is called %s", (locationType, name) => {
  const holdAtLocation = { locationType, locationContactAndAddress: { address: { streetLines: ["1 A ST"] } } };
  expect(report(held({ scanEvents: [], holdAtLocation })).summary.pickup).toMatchObject({ name, street: "1 A ST" });
});

test.each([
  ["hold the shipment for five business days starting from May 09, 2026", "2026-05-15"],
  ["hold the package for 1 business day starting from December 31, 2026", "2026-12-31"],
  ["hold the shipment for 10 business days starting from May 04, 2026", "2026-05-15"],
  ["hold the shipment for five business days", null],
  ["hold the shipment for many business days starting from May 08, 2026", null],
  ["hold the shipment for five business days starting from May 40, 2026", null],
  ["hold the shipment for five business days starting from Mai 08, 2026", null],
  ["hold the shipment for 999 business days starting from May 08, 2026", null],
])("%j ends on %s", (words, until) => {
  expect(report(held(heldAt("415 STATE ST", `We ${words}.`))).summary.pickup?.until).toBe(until);
});

test("a sentence of another kind tells no last day", () => {
  const { serviceCommitMessage: _, ...hold } = heldAt("415 STATE ST", SENTENCE);
  const serviceCommitMessage = { type: "FINAL_DELIVERY_ATTEMPTED", message: SENTENCE };
  expect(report(held({ ...hold, serviceCommitMessage })).summary.pickup).toMatchObject({ name: null, until: null });
});

test("a location that is only on offer is no place where the parcel waits", () => {
  for (const codes of ["OD IT", "DE DE", "DL DL", "RS RS"]) {
    const scanEvents = [scan(codes, "2026-05-08T19:03:00-06:00", site(["12 ELM ST"]))];
    const told = report({ ...latest(codes), scanEvents, ...heldAt("12 ELM ST", SENTENCE) });
    expect([codes, told.summary.pickup, told.scans[0]?.pickup]).toEqual([codes, null, null]);
    expect(JSON.stringify(told)).not.toContain("ELM");
  }
});

test("a scan at a customer's door gives no address, nor does the recipient's", () => {
  const recipientInformation = { address: { streetLines: ["12 ELM ST"], city: "DENVER" } };
  for (const locationType of ["CUSTOMER", "DELIVERY_LOCATION"]) {
    const scanEvents = [waiting("HL HL", { ...site(["12 ELM ST"]), locationType })];
    expect(report(held({ scanEvents, recipientInformation })).summary.pickup).toBeNull();
  }
});

test("an address that has no lines, or lines of a wrong type, has no street", () => {
  for (const lines of [[""], [], null, "1 A ST", [null, {}]]) {
    const { scans } = report(held({ scanEvents: [waiting("HP IT", site(lines))] }));
    expect([lines, scans[0]?.pickup]).toEqual([
      lines,
      { ...town, name: null, street: null, postalCode: "80202", until: null },
    ]);
  }
  const two = report(held({ scanEvents: [waiting("HP IT", site(["415 STATE ST", "Suite 9"]))] }));
  expect(two.summary.pickup?.street).toBe("415 STATE ST, Suite 9");
});

test("whatever stands in place of a part, the parcel is read; the raw words have no street", () => {
  const reply = replyOf({ [NUMBER]: [held(heldAt("415 STATE ST", SENTENCE))] });
  for (const { value } of spoilt(reply)) expect(parsed(value).length).toBeGreaterThan(0);
  const { summary, scans } = report(held(heldAt("415 STATE ST", SENTENCE)));
  expect(JSON.stringify([summary.raw, scans[0]?.raw])).not.toContain("STATE ST");
});
