import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { aftership } from "./aftership/client.ts";
import * as aftershipReply from "./aftership/tracking-testing.ts";
import type { Carrier } from "./carrier.ts";
import { dhl } from "./dhl/client.ts";
import * as dhlReply from "./dhl/shipment-testing.ts";
import { easypost } from "./easypost/client.ts";
import * as easypostReply from "./easypost/tracker-testing.ts";
import { fedex } from "./fedex/client.ts";
import * as fedexReply from "./fedex/result-testing.ts";
import { foundBy, type Json, kindBy, parsedBy } from "./parsed-testing.ts";
import { seventeentrack } from "./seventeentrack/client.ts";
import * as seventeentrackReply from "./seventeentrack/parcel-testing.ts";
import { keysIn, spoilt } from "./spoilt-testing.ts";
import { ups } from "./ups/client.ts";
import * as upsReply from "./ups/package-testing.ts";
import { usps } from "./usps/client.ts";
import * as uspsReply from "./usps/parcel-testing.ts";

type Case = {
  readonly carrier: Carrier;
  /** A reply about two numbers that uses every field; what is given stands in the first one's only scan. */
  readonly reply: (more?: Json) => unknown;
  /** Where the first number stands in it. */
  readonly first: string;
  readonly second: string;
};

/** The code of the first number's scan, as each carrier writes it. */
const KEPT_CODE =
  /"(code|eventType|eventCode|status|status_detail|subtag|sub_status)":"(FS|DL|01|ZU|arrived_at_destination|Delivered_003|Delivered_Other)"/;

const CASES: readonly (readonly [string, Case])[] = [
  ["UPS", { carrier: ups, reply: upsReply.fullReply, first: "trackResponse/shipment/0", second: upsReply.OTHER }],
  [
    "FedEx",
    { carrier: fedex, reply: fedexReply.fullReply, first: "output/completeTrackResults/0", second: fedexReply.OTHER },
  ],
  ["USPS", { carrier: usps, reply: uspsReply.fullReply, first: "0", second: uspsReply.OTHER }],
  ["DHL", { carrier: dhl, reply: dhlReply.fullReply, first: "shipments/0", second: dhlReply.OTHER }],
  ["EasyPost", { carrier: easypost, reply: easypostReply.fullReply, first: "trackers/0", second: easypostReply.OTHER }],
  [
    "AfterShip",
    { carrier: aftership, reply: aftershipReply.fullReply, first: "data/trackings/0", second: aftershipReply.OTHER },
  ],
  [
    "17TRACK",
    {
      carrier: seventeentrack,
      reply: seventeentrackReply.fullReply,
      first: "data/accepted/0",
      second: seventeentrackReply.OTHER,
    },
  ],
];

describe.each(CASES)("%s", (_, { carrier, reply, first, second }) => {
  test("reads a whole reply: both numbers, the first with its scan", () => {
    expect(parsedBy(carrier, reply()).map(({ result }) => result.ok)).toEqual([true, true]);
    expect(foundBy(carrier, reply())).toMatchObject({
      summary: { status: "delivered" },
      scans: [{ status: "delivered" }],
    });
  });

  test("takes no other carrier's reply for a parcel that it found, asked for or pushed", () => {
    for (const [name, other] of CASES.filter(([, { carrier: one }]) => one !== carrier)) {
      const body = JSON.stringify(other.reply());
      const entries = [...carrier.parse(body), ...(carrier.pushes?.read(body) ?? [])];
      expect([name, entries.some(({ result }) => result.ok && result.value.found)]).toEqual([name, false]);
    }
  });

  test("finds a reply that is cut anywhere unreadable", () => {
    const body = JSON.stringify(reply());
    for (let end = 0; end < body.length; end += 3) {
      expect([end, kindBy(carrier, body.slice(0, end))]).toEqual([end, "unreadable"]);
    }
  });

  test.each(["", " ", "null", "[]", "{}", "7", '"text"', "<html>Service unavailable</html>", "<?xml version='1.0'?>"])(
    "finds %j unreadable",
    (body) => {
      expect(kindBy(carrier, body)).toBe("unreadable");
    },
  );

  test("has an answer whatever stands anywhere; what stands in one number's part costs the other nothing", () => {
    for (const { path, value } of spoilt(reply())) {
      const entries = parsedBy(carrier, value);
      expect(entries.length).toBeGreaterThan(0);
      if (!path.join("/").startsWith(`${first}/`)) continue;
      expect([path, entries.map(({ trackingNumber }) => trackingNumber)]).toEqual([
        path,
        expect.arrayContaining([second]),
      ]);
    }
  });

  test("has an answer to any text and any JSON", () => {
    const key = fc.constantFrom("errors", "error", "code", "response", "title", ...keysIn(reply()));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(fc.jsonValue(), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
    }));
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => carrier.parse(body).length > 0));
    fc.assert(fc.property(tree, (json) => parsedBy(carrier, json).length > 0));
  });

  test("reads any pushed text and any pushed JSON, whatever its number of entries", () => {
    const { pushes } = carrier;
    if (pushes === null) return;
    const key = fc.constantFrom("event", "event_id", "msg", "data", "payload", "result", "object", ...keysIn(reply()));
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(fc.jsonValue(), fc.constant(reply()), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
    }));
    const body = fc.oneof(
      fc.string(),
      tree.map((json) => JSON.stringify(json)),
    );
    fc.assert(fc.property(body, (text) => pushes.read(text).every(({ result }) => typeof result.ok === "boolean")));
    fc.assert(fc.property(body, (text) => pushes.idOf(text) !== undefined));
    for (const { value } of spoilt(reply())) expect(Array.isArray(pushes.read(JSON.stringify(value)))).toBe(true);
  });

  test("reads long runs of any character in time", () => {
    for (const part of ["<", "[", "{}", "[{},", "<a", "&amp;", ",", " ", '"', "/shipment/"]) {
      const run = part.repeat(100_000);
      expect(kindBy(carrier, run)).toBe("unreadable");
      const fields = { date: run, description: run, status: run, eventType: run, eventCode: run, timestamp: run };
      const others = { datetime: run, message: run, checkpoint_time: run, time_iso: run, location: run, status: run };
      for (const told of [fields, others]) expect(parsedBy(carrier, reply(told))).toHaveLength(2);
    }
  });

  test("finds a reply of more than 8 MB unreadable, whatever it holds", () => {
    const body = JSON.stringify(reply());
    const [most, characters] = [8_000_000 - body.length, (8_000_000 - body.length) / 3];
    expect(carrier.parse(body + " ".repeat(most))).toHaveLength(2);
    for (const long of [body + " ".repeat(most + 1), body + "\u2003".repeat(characters + 1)]) {
      expect(carrier.parse(long)).toMatchObject([
        { trackingNumber: null, result: { error: { kind: "unreadable", message: "The reply was longer than 8 MB" } } },
      ]);
    }
  });

  test("keeps no end of depth, nothing that a database refuses and nothing about people", () => {
    const more = {
      ...{ date: "DEEP", timestamp: "DEEP", eventTimestamp: "DEEP", "no\0te": "a\0b\ud800", country: "a\0b\ud800" },
      ...{ name: "Jo Ramos", addressLine1: "12 Elm St", phone: "555", receivedBy: "RAMOS", firm: "Ramos & Co" },
      ...{ remark: "Left with neighbour Jansen, Oderweg 4", nextSteps: "Ask Jansen", exceptionDescription: "Jansen" },
    };
    const deep = `${'{"status":['.repeat(100_000)}${"]}".repeat(100_000)}`;
    const { scans, summary } = foundBy(carrier, JSON.stringify(reply(more)).replaceAll('"DEEP"', deep));
    const kept = JSON.stringify([scans[0]?.raw, summary.raw]);
    expect(kept).toMatch(KEPT_CODE);
    expect(kept).not.toMatch(/Ramos|Elm|555|Jansen|Oderweg|no.{0,6}te":|\\u0000|\\ud800/i);
    expect(kept.length).toBeLessThan(2_000);
  });

  test("reads no list past its thousandth item, so that there is at most that and the other number", () => {
    for (const { path, value } of spoilt(reply(), [Array(5_000).fill({}), Array(5_000).fill("x")])) {
      const entries = parsedBy(carrier, value);
      expect([path, entries.length > 0 && entries.length <= 1_001]).toEqual([path, true]);
    }
  });
});
