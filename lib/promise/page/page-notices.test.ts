import fc from "fast-check";
import { expect, test } from "vitest";
import { isTrouble } from "#lib/tracking/page/answer-rank.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import type { ChosenRemedy, Gift } from "./page-notice.ts";
import { apologised, estimated, inLeeds, judgedPage, learned } from "./page-notice-testing.ts";
import { leadNotice } from "./page-notices.ts";

const gift: Gift = {
  ruleId: "late",
  gesture: { kind: "shipping_refund" },
  costMinor: 490,
  code: null,
  currency: "EUR",
};
const chosen: ChosenRemedy = { id: "c1", remedy: "reship", state: "waiting", dueOn: "2026-11-06" };
const moving = inLeeds("in_transit");
const BROKEN = ["2026-11-03", "2026-11-04"] as const;

test("a parcel that is on time reads of no delay, whatever is learned of it", () => {
  const { page, notices } = judgedPage({ scans: [moving], kept: learned(["2026-11-05", "2026-11-07"], 0.3) });
  expect(notices).toEqual([]);
  expect(page.answer).toMatchObject({ kind: "arriving", window: { toDay: "2026-11-06" }, source: "promise" });
});

test("what is learned and narrower than the promise is told, with who says it", () => {
  const { page } = judgedPage({ scans: [moving], kept: learned(["2026-11-06", "2026-11-06"], 0.1) });
  expect(page.answer).toMatchObject({ kind: "arriving", window: { fromDay: "2026-11-06" }, source: "learned" });
});

test("at risk is said calmly: the new window and choices, no gesture, and nothing else is hidden", () => {
  const { page, notices } = judgedPage({
    scans: [moving],
    kept: { ...learned(["2026-11-07", "2026-11-09"], 0.6), gift },
  });
  expect(page.answer).toMatchObject({
    kind: "delayed",
    tone: "calm",
    window: { fromDay: "2026-11-07", toDay: "2026-11-09" },
  });
  expect(notices).toMatchObject([{ parcel: 1, notice: { kind: "at_risk", gesture: null }, gift: null }]);
  expect(leadNotice(page, notices)?.notice?.choices).toContain("wait");
  expect(isTrouble(page.answer)).toBe(false);
});

test("a carrier's date after the promise is apologised for at once, by the carrier's words alone", () => {
  const scans = [inLeeds("in_transit", { ...estimated("2026-11-08"), reason: "missorted" })];
  const { page, notices } = judgedPage({ scans });
  expect(page.answer).toMatchObject({ kind: "delayed", tone: "sorry", isOver: false, window: { toDay: "2026-11-08" } });
  expect(notices[0]?.notice).toMatchObject({ kind: "apology", delay: { cause: "carrier_date", reason: "missorted" } });
});

test("a day that passed since the last judging is told at once", () => {
  const { page, notices } = judgedPage({
    scans: [moving],
    promise: BROKEN,
    kept: learned(["2026-11-06", "2026-11-07"], 0.4),
  });
  expect(page.answer).toMatchObject({ kind: "delayed", tone: "sorry", isOver: true, window: { toDay: "2026-11-07" } });
  expect(notices[0]?.notice).toMatchObject({ kind: "apology", delay: { cause: "passed" } });
});

test("what the shop still has is apologised for once its day is over, and is on the shop's side", () => {
  const { page, notices } = judgedPage({ scans: null, promise: BROKEN });
  expect(leadNotice(page, notices)).toMatchObject({
    parcel: null,
    notice: { kind: "apology", delay: { reason: "late_handover", responsible: "merchant" } },
  });
});

test("what was apologised for and is here is called solved; its gift and a choice that waits stay", () => {
  const scans = [inLeeds("delivered")];
  const about = {
    scans,
    promise: ["2026-11-02", "2026-11-03"] as const,
    kept: { ...apologised(["2026-11-02", "2026-11-03"]), gift, chosen },
  };
  expect(judgedPage(about).notices).toMatchObject([{ notice: { kind: "solved", choices: [] }, gift, chosen }]);
  const long = { ...about, kept: { ...apologised(["2026-11-02", "2026-11-03"], "2026-10-20"), gift, chosen } };
  expect(judgedPage(long).notices).toMatchObject([{ notice: null, gift, chosen }]);
});

test("what is chosen is not offered again, and nothing is once the shop acts upon it", () => {
  const scans = [inLeeds("lost", { reason: "lost" })];
  const choices = (state: ChosenRemedy["state"]) =>
    judgedPage({ scans, kept: { chosen: { ...chosen, state } } }).notices[0]?.notice?.choices;
  expect(choices("waiting")).toEqual(["refund", "person"]);
  expect(choices("accepted")).toEqual([]);
});

test("a cancelled order is told nothing of delays", () => {
  expect(judgedPage({ scans: null, promise: BROKEN, record: { cancelledAt: "2026-11-03T10:00:00Z" } }).notices).toEqual(
    [],
  );
});

test("whatever is kept: the date is never blank where a window is believed, and loud words come with an apology only", () => {
  const chance = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
  const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, "0")}`);
  const windows = fc
    .tuple(day, day)
    .map(([one, other]) => (one <= other ? ([one, other] as const) : ([other, one] as const)));
  fc.assert(
    fc.property(
      fc.constantFrom(...STATUSES),
      chance,
      windows,
      windows,
      fc.boolean(),
      (status, late, told, believed, isSorry) => {
        const kept = { ...learned(believed, late ?? 0), ...(isSorry ? apologised(told) : {}), gift };
        const { page, notices } = judgedPage({ scans: [inLeeds(status)], promise: told, kept });
        const { answer } = page;
        const notice = leadNotice(page, notices)?.notice ?? null;
        if (answer.kind === "delayed") {
          expect(answer.window.toDay > told[1] && answer.window.toDay >= page.today).toBe(true);
          expect(notice?.kind).toBe(answer.tone === "calm" ? "at_risk" : "apology");
        }
        expect(answer.kind === "moving" || answer.kind === "sent").toBe(false);
        if (notice?.kind === "at_risk") expect(notices[0]?.gift).toBeNull();
        if (notice?.kind === "solved") expect(isSorry).toBe(true);
      },
    ),
  );
});
