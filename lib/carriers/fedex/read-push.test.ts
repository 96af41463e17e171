import fc from "fast-check";
import { expect, test } from "vitest";
import { keysIn } from "#lib/carriers/spoilt-testing.ts";
import { fedex } from "./client.ts";
import { readPush } from "./read-push.ts";
import { fullReply, latest, NUMBER, OTHER, replyOf, scan } from "./result-testing.ts";

const RESULT = { ...latest("OD IT"), scanEvents: [scan("OD IT")] };
const NAMED = { ...RESULT, trackingNumberInfo: { trackingNumber: NUMBER } };

test.each([
  ["a whole reply", replyOf({ [NUMBER]: [RESULT] })],
  ["what a reply holds", { completeTrackResults: [{ trackingNumber: NUMBER, trackResults: [RESULT] }] }],
  ["one number's results", { trackingNumber: NUMBER, trackResults: [RESULT] }],
  ["results that name their number", { trackResults: [NAMED] }],
  ["results that name it in their first line", { trackResults: [{ ...RESULT, trackingNumber: NUMBER }] }],
  ["one result", NAMED],
  ["a list of one", [NAMED]],
])("%s is the report of its number", (_, push) => {
  expect(readPush(JSON.stringify(push))).toMatchObject([
    { trackingNumber: NUMBER, result: { ok: true, value: { found: true, summary: { status: "out_for_delivery" } } } },
  ]);
});

test("a push about several parcels reports each once, by the news", () => {
  const older = { ...NAMED, ...latest("IT IT"), scanEvents: [scan("IT IT", "2026-03-09T08:00:00-06:00")] };
  const other = { ...RESULT, trackingNumberInfo: { trackingNumber: OTHER } };
  for (const push of [
    [older, NAMED, other],
    [NAMED, other, older],
  ]) {
    expect(readPush(JSON.stringify(push))).toMatchObject([
      { trackingNumber: NUMBER, result: { value: { summary: { status: "out_for_delivery" } } } },
      { trackingNumber: OTHER },
    ]);
  }
});

test.each(["", "7", "[]", "{}", "<html></html>", '{"event":"ping"}', '{"scanEvents":[{}]}', '{"output":{}}'])(
  "%j is no push, and unreadable",
  (body) => {
    expect(readPush(body)).toMatchObject([{ trackingNumber: null, result: { error: { kind: "unreadable" } } }]);
  },
);

test("pushes are used as they are, and have no id of their own", () => {
  expect(fedex.pushes).toMatchObject({ trust: "report" });
  expect(fedex.pushes?.idOf(JSON.stringify(NAMED))).toBeNull();
});

test("any bytes are read without a throw", () => {
  const key = fc.constantFrom("trackResults", ...keysIn(fullReply()));
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(fc.jsonValue(), fc.array(tie("tree")), fc.dictionary(key, tie("tree"))),
  }));
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => readPush(body).length > 0));
  fc.assert(fc.property(tree, (json) => readPush(JSON.stringify(json)).length > 0));
});
