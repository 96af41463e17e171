import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import type { Observation } from "./observation.ts";
import { CHECKED, observation, summary } from "./observation-testing.ts";
import { stateOf } from "./state-of.ts";

const now = Temporal.Instant.from("2026-03-20T00:00:00Z");
const at = (day: number, hour = 12) =>
  `2026-03-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
/** As the carrier tells it at that very moment. */
const state = (observations: readonly Observation[], moment = now) =>
  stateOf(observations, moment, { ...CHECKED, checkedAt: moment.toString() });

test("a return stands against what is scanned on the way back", () => {
  const scans = (["delivered", "returning", "in_transit", "out_for_delivery"] as const).map((status, index) =>
    observation({ status, instant: at(index + 1) }),
  );
  expect(state(scans)).toMatchObject({ status: "returning", since: { instant: at(2) }, delivery: null });
  expect(state(scans).milestones.map(({ status }) => status)).toEqual(["delivered", "returning"]);
  expect(state([...scans, observation({ status: "returned", instant: at(6) })]).status).toBe("returned");
});

test("a delivery that the carrier takes back never was, and the next one counts", () => {
  const left = observation({ status: "out_for_delivery", instant: at(3, 8), observedAt: at(3, 9) });
  const delivered = observation({ status: "delivered", instant: at(3), observedAt: at(3, 13), reportPosition: 1 });
  const word = summary({ status: "delivered", observedAt: at(3, 13), reportPosition: 2, signedBy: "A" });
  const hub = observation({ status: "in_transit", instant: at(3, 20), observedAt: at(4), reportPosition: 1 });
  const takenBack = summary({ status: "in_transit", observedAt: at(4), reportPosition: 2, corrects: true });
  expect(state([left, delivered, word, hub])).toMatchObject({ status: "delivered", delivery: { signedBy: "A" } });
  const corrected = [left, delivered, word, hub, takenBack];
  expect(state(corrected)).toMatchObject({ status: "in_transit", delivery: null });
  expect(state(corrected).milestones.map(({ status }) => status)).toEqual(["out_for_delivery", "in_transit"]);
  const again = observation({ status: "delivered", instant: at(5), observedAt: at(5, 13), reportPosition: 2 });
  expect(state([...corrected, again])).toMatchObject({ status: "delivered", since: { instant: at(5) } });
});

test("a correction that was heard together with what it takes back counts by its place in the order", () => {
  const delivered = observation({ status: "delivered", instant: at(3) });
  const takenBack = summary({ status: "in_transit", instant: at(4), corrects: true });
  const again = observation({ status: "delivered", instant: at(5) });
  expect(state([delivered, takenBack]).status).toBe("in_transit");
  expect(state([delivered, takenBack, again])).toMatchObject({ status: "delivered", milestones: [{}, {}] });
});

test("a correction dated before the delivery takes it back all the same", () => {
  const delivered = observation({ status: "delivered", instant: at(3), observedAt: at(3, 13) });
  const takenBack = summary({ status: "in_transit", instant: at(3, 8), observedAt: at(4), corrects: true });
  expect(state([delivered, takenBack]).status).toBe("in_transit");
});

test.each([
  ["in_transit", "expired"],
  ["info_received", "expired"],
  ["available_for_pickup", "expired"],
  ["returning", "expired"],
  ["delivered", "delivered"],
  ["returned", "returned"],
  ["cancelled", "cancelled"],
  ["lost", "lost"],
] as const)("after 30 days of silence %s is %s", (status, then) => {
  const scan = observation({ status, instant: at(1), observedAt: at(1) });
  const after = (seconds: number) => Temporal.Instant.from(at(31)).add({ seconds });
  expect(state([scan], after(-1)).status).toBe(status);
  expect(state([scan], after(0)).status).toBe(then);
  expect(state([scan, observation({ instant: at(2) })], after(0)).status).toBe(status);
});

test("it is not the carrier that is silent while we could not ask it after those 30 days", () => {
  const scan = observation({ status: "in_transit", instant: at(1), observedAt: at(1) });
  const later = Temporal.Instant.from(at(1)).add({ hours: 24 * 50 });
  const asked = (hours: number | null) =>
    stateOf([scan], later, {
      ...CHECKED,
      checkedAt: hours === null ? null : Temporal.Instant.from(at(1)).add({ hours }).toString(),
    }).status;
  expect([asked(null), asked(24 * 30 - 1), asked(24 * 30), asked(24 * 49)]).toEqual([
    "in_transit",
    "in_transit",
    "expired",
    "expired",
  ]);
});

test("a parcel that arrives after a month of silence has arrived", () => {
  const scan = observation({ status: "in_transit", instant: at(1), observedAt: at(1) });
  const onDay32 = Temporal.Instant.from(at(1)).add({ hours: 24 * 31 });
  expect(state([scan], onDay32).status).toBe("expired");
  const arrived = observation({ status: "delivered", instant: onDay32.toString(), observedAt: onDay32.toString() });
  expect(state([scan, arrived], onDay32).status).toBe("delivered");
});

test("without observations a parcel is pending and never expires", () => {
  expect(state([], now.add({ hours: 24 * 400 }))).toEqual({
    status: "pending",
    since: null,
    place: null,
    estimate: null,
    estimatesBefore: [],
    reason: null,
    responsible: null,
    actionRequired: null,
    delivery: null,
    pickup: null,
    milestones: [],
    health: "ok",
    checkedAt: now.add({ hours: 24 * 400 }).toString(),
  });
});

test("codes that nobody knows and what only informs move nothing", () => {
  const scan = observation({ status: "in_transit", instant: at(1) });
  const unknown: Observation = { ...observation({ instant: at(3) }), effect: "unknown", status: null };
  expect(state([scan, unknown, observation({ instant: at(4) })])).toMatchObject({
    status: "in_transit",
    since: { instant: at(1) },
    milestones: [{ status: "in_transit" }],
  });
});

test("what is delivered on its way back is back with the sender, and not delivered", () => {
  const sent = observation({ status: "returning", instant: "2026-03-10T08:00:00Z" });
  const back = observation({ status: "delivered", instant: "2026-03-12T08:00:00Z", signedBy: "SENDER" });
  const { status, delivery } = state([back, sent]);
  expect([status, delivery]).toEqual(["returned", null]);
});

test("a return that gives no reason is explained by the trouble that it followed, and by no older one", () => {
  const refused = observation({ status: "exception", reason: "refused", instant: "2026-03-09T08:00:00Z" });
  const back = observation({ status: "returning", instant: "2026-03-10T08:00:00Z" });
  const home = observation({ status: "returned", instant: "2026-03-12T08:00:00Z" });
  expect(state([refused, back])).toMatchObject({ status: "returning", reason: "refused", responsible: "shopper" });
  expect(state([refused, back, home])).toMatchObject({ status: "returned", reason: "refused" });
  const moving = observation({ status: "in_transit", instant: "2026-03-09T12:00:00Z" });
  expect(state([refused, moving, back])).toMatchObject({ status: "returning", reason: null });
});

test("what was lost may be found again", () => {
  const lost = observation({ status: "lost", instant: at(1) });
  expect(state([lost, observation({ status: "in_transit", instant: at(2) })]).status).toBe("in_transit");
});

test("time and place are those of the newest scan that tells the status, also where a summary tells it too", () => {
  const place = { city: "Leipzig", region: null, postalCode: null, country: "DE" };
  const scan = observation({ status: "in_transit", localTime: "2026-03-01T10:00:00", place });
  const word = summary({ status: "in_transit", observedAt: at(2) });
  expect(state([scan, word])).toMatchObject({
    since: { localTime: "2026-03-01T10:00:00", zone: "Europe/Berlin", instant: null },
    place,
  });
});

test("a status that only summaries tell stands since the first of them, or since the time that one gives", () => {
  const words = [2, 3, 4].map((day) => summary({ status: "in_transit", observedAt: at(day), code: String(day) }));
  expect(state(words)).toMatchObject({ since: { localTime: null, zone: null, instant: at(2) }, place: null });
  const dated = summary({ status: "in_transit", instant: at(3, 9), observedAt: at(3) });
  expect(state([...words, dated]).since?.instant).toBe(at(3, 9));
});

test("the date never goes blank: a report without an estimate leaves the last one, and its history grows", () => {
  const days = ["2026-03-05", "2026-03-05", null, "2026-03-06", "2026-03-05", null];
  const words = days.map((day, index) =>
    summary({
      status: "in_transit",
      code: String(index),
      observedAt: at(index + 1),
      estimate: day === null ? null : { from: day, to: day },
    }),
  );
  expect(state(words)).toMatchObject({
    estimate: { from: "2026-03-05" },
    estimatesBefore: [{ from: "2026-03-05" }, { from: "2026-03-06" }],
  });
});

test.each(["delivered", "lost", "returning", "returned", "cancelled"] as const)(
  "what is %s has no date of arrival any more, only past ones",
  (status) => {
    const estimate = { from: "2026-03-05", to: "2026-03-06" };
    const all = [summary({ estimate, observedAt: at(1) }), observation({ status, instant: at(9) })];
    expect(state(all)).toMatchObject({ estimate: null, estimatesBefore: [estimate] });
  },
);

test("a reason is the newest word since the status was reached; another status or a delivery ends it", () => {
  const held = observation({ status: "exception", instant: at(1), reason: "weather" });
  const still = observation({ status: "exception", instant: at(2), actionRequired: "pay_charges" });
  const moved = observation({ status: "in_transit", instant: at(3) });
  const told = observation({ instant: at(4), reason: "payment_due", responsible: "merchant" });
  expect(state([held, still])).toMatchObject({
    reason: "weather",
    responsible: "nature",
    actionRequired: "pay_charges",
  });
  expect(state([held, still, moved])).toMatchObject({ reason: null, responsible: null, actionRequired: null });
  expect(state([held, still, moved, told])).toMatchObject({ reason: "payment_due", responsible: "merchant" });
  const delivered = observation({ status: "delivered", instant: at(5), reason: "not_home" });
  expect(state([held, delivered, observation({ instant: at(6), reason: "weather" })])).toMatchObject({ reason: null });
  const cancelled = observation({ status: "cancelled", instant: at(5), reason: "prohibited" });
  expect(state([cancelled, observation({ instant: at(6), reason: "weather" })])).toMatchObject({
    reason: "prohibited",
    responsible: null,
  });
});

test("a scan that is passed over after a delivery gives no reason to the return", () => {
  const scans = [
    observation({ status: "delivered", instant: at(1) }),
    observation({ status: "returning", instant: at(2), reason: "refused" }),
    observation({ status: "exception", instant: at(3), reason: "weather" }),
  ];
  expect(state(scans)).toMatchObject({ status: "returning", reason: "refused", responsible: "shopper" });
});

test("a delivery is told with what the carrier calls its time, else with the scan's; name and place from wherever they come", () => {
  const scan = observation({ status: "delivered", localTime: "2026-03-05T10:00:00", leftAt: "PORCH" });
  expect(state([scan]).delivery).toEqual({ at: "2026-03-05T10:00:00", signedBy: null, leftAt: "PORCH" });
  const word = summary({ status: "delivered", deliveredAt: "2026-03-05T09:59:00", signedBy: "LEE", observedAt: at(6) });
  expect(state([scan, word]).delivery).toEqual({ at: "2026-03-05T09:59:00", signedBy: "LEE", leftAt: "PORCH" });
  expect(state([summary({ status: "delivered" })]).delivery).toEqual({ at: null, signedBy: null, leftAt: null });
});

test("milestones are when each status was first reached, in the order of time", () => {
  const path = ["info_received", "in_transit", "exception", "in_transit", "out_for_delivery"] as const;
  const scans = path.map((status, index) => observation({ status, instant: at(index + 1) }));
  expect(state(scans.toReversed()).milestones.map(({ status, when }) => [status, when.instant])).toEqual([
    ["info_received", at(1)],
    ["in_transit", at(2)],
    ["exception", at(3)],
    ["out_for_delivery", at(5)],
  ]);
});
