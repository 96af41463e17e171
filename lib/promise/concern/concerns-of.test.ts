import { describe, expect, it } from "vitest";
import { concernsOf, type OrderCauses } from "./concerns-of.ts";

const HOUR = 3_600_000;
const delay: OrderCauses["delays"][number] = {
  id: "d1",
  shipmentId: "s1",
  state: "late",
  level: "apology",
  cause: "passed",
  severity: 2,
  reason: null,
  missesNeeded: false,
  sinceMs: 0,
};
const chosen: OrderCauses["remedies"][number] = {
  id: "r1",
  shipmentId: "s1",
  remedy: "reship",
  state: "waiting",
  request: "queued",
  sinceMs: 0,
  dueMs: 9 * HOUR,
  settledMs: null,
};
const none: OrderCauses = {
  tier: null,
  neededMs: null,
  isCancelled: false,
  delays: [],
  remedies: [],
  failedGestures: [],
  invalid: [],
};
const kinds = (causes: Partial<OrderCauses>) => concernsOf({ ...none, ...causes }).map(({ kind }) => kind);

describe("what of an order needs a person", () => {
  it("what is only late needs nobody: its shopper was told, and it comes", () => {
    expect(kinds({ delays: [delay] })).toEqual([]);
  });

  it.each([
    ["lost", { state: "lost", cause: "probably_lost" }],
    ["damaged", { cause: "damaged" }],
    ["returning", { cause: "returning", reason: "refused" }],
    ["customs", { cause: "action_needed", reason: "customs_documents" }],
    ["action", { cause: "action_needed", reason: "address_problem" }],
    ["stuck", { state: "stuck", cause: "silent" }],
    ["needed", { missesNeeded: true }],
    ["unsent", { shipmentId: null }],
  ] as const)("%s does", (kind, change) => {
    expect(kinds({ delays: [{ ...delay, ...change }] })).toEqual([kind]);
  });

  it("a choice tells of its parcel's trouble too, and of no other parcel's", () => {
    const lost = { ...delay, state: "lost", cause: "probably_lost" } as const;
    expect(kinds({ delays: [lost], remedies: [chosen] })).toEqual(["reship"]);
    expect(kinds({ delays: [{ ...lost, shipmentId: "s2" }], remedies: [chosen] })).toEqual(["reship", "lost"]);
  });

  it("what the shop has begun is asked for later, what it has done is off the list, what it declined is on it again", () => {
    const lost = { ...delay, state: "lost", cause: "probably_lost" } as const;
    const settledAs = (state: "accepted" | "done" | "declined" | "taken_back") =>
      kinds({ delays: [lost], remedies: [{ ...chosen, state, request: "sent" }] });
    expect([settledAs("accepted"), settledAs("done"), settledAs("declined"), settledAs("taken_back")]).toEqual([
      ...[["begun"], [], ["lost"], ["lost"]],
    ]);
  });

  it("who means to wait is left to wait, but not for what never comes", () => {
    const waits = { ...chosen, remedy: "wait", request: null, dueMs: null } as const;
    expect(kinds({ delays: [{ ...delay, state: "stuck", cause: "silent" }], remedies: [waits] })).toEqual([]);
    expect(kinds({ delays: [{ ...delay, state: "lost", cause: "probably_lost" }], remedies: [waits] })).toEqual([
      "lost",
    ]);
  });

  it("a request that the shop's system did not take is on the list until somebody acts, withdrawals too", () => {
    expect(kinds({ remedies: [{ ...chosen, request: "failed" }] })).toEqual(["request"]);
    expect(kinds({ remedies: [{ ...chosen, state: "taken_back", request: "failed" }] })).toEqual(["request"]);
    expect(kinds({ remedies: [{ ...chosen, state: "done", request: "failed" }] })).toEqual([]);
    expect(kinds({ failedGestures: [{ id: "g1", shipmentId: null, sinceMs: 0 }] })).toEqual(["request"]);
  });

  it("the promised answer and the day by which it is needed count for the order's things", () => {
    const [one] = concernsOf({ ...none, remedies: [{ ...chosen, remedy: "refund", dueMs: 3 * HOUR }] });
    expect(one?.attendByMs).toBe(3 * HOUR);
    const [other] = concernsOf({ ...none, neededMs: 10 * HOUR, invalid: [{ shipmentId: "s1", sinceMs: HOUR }] });
    expect(other?.attendByMs).toBe(HOUR);
  });
});
