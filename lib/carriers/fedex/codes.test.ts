import { describe, expect, test } from "vitest";
import { latest, report, scan } from "./result-testing.ts";

const STATUSES: Readonly<Record<string, string>> = {
  info_received: "OC OX EP MD DS DR PD RP",
  picked_up: "PU PX DO IP AP",
  in_transit: "OF IT IX AA AC AF AR AX DP EA EO FD LO Ow PF PL PM SF TR",
  customs: "CC CP CD",
  out_for_delivery: "OD ED AD",
  delivered: "DL",
  available_for_pickup: "HL HP",
  attempt_failed: "DE",
  exception: "SE DD DY RL",
  returning: "RS RT",
  cancelled: "CA",
  informs: "AE AO US CH AS PR RA RC RR RM HA IN SP",
  unknown: "ZZ 07 toString",
};

const saidByScan = (codes: string, more = {}) => {
  const [first] = report({ scanEvents: [scan(codes, undefined, more)] }).scans;
  return first?.status ?? first?.effect;
};
const saidByLatest = (codes: string, more = {}) => {
  const { summary } = report({ ...latest(codes, more), scanEvents: [scan("AR IT")] });
  return summary.status ?? summary.effect;
};

test.each(Object.entries(STATUSES))("codes that say %s, as event and as current status", (word, codes) => {
  for (const code of codes.split(" ")) {
    expect([code, saidByScan(`${code} -`), saidByLatest(`${code} -`)]).toEqual([code, word, word]);
  }
});

describe("the coarse derived code of a scan", () => {
  test("never counts beside an event type, known or not", () => {
    expect([saidByScan("OD IT"), saidByScan("OC IN"), saidByScan("RS DL"), saidByScan("ZZ DL")]).toEqual([
      "out_for_delivery",
      "info_received",
      "returning",
      "unknown",
    ]);
  });

  test("stands in where there is no event type, with its own meaning of IN", () => {
    expect([saidByScan("- IT"), saidByScan("- IN"), saidByScan("IN -")]).toEqual([
      "in_transit",
      "info_received",
      "informs",
    ]);
  });
});

test("a current status that only informs is a label as long as no scan moved the parcel", () => {
  const { summary } = report(latest("IN IN"));
  expect([summary.status, saidByLatest("IN IN"), saidByLatest("IN -")]).toEqual([
    "info_received",
    "informs",
    "informs",
  ]);
  expect(report(latest("US -")).summary.effect).toBe("informs");
});

test("the current status is that of its code, else of its derived code, else of the newest scan", () => {
  expect([saidByLatest("FD RL"), saidByLatest("ZZ OD"), saidByLatest("- OD"), saidByLatest("- IN")]).toEqual([
    "in_transit",
    "out_for_delivery",
    "out_for_delivery",
    "info_received",
  ]);
  expect(report({ scanEvents: [scan("OD IT"), scan("AR IT", "2026-03-09T08:00:00-06:00")] }).summary).toMatchObject({
    status: "out_for_delivery",
    code: "OD",
  });
});

describe("why", () => {
  const of = ({ reason, responsible, actionRequired }: ReturnType<typeof report>["summary"]) => [
    reason,
    responsible,
    actionRequired,
  ];
  const because = (code: string, exception: string, delayDetail = {}) => [
    of(report({ ...latest(code, { ancillaryDetails: [{ reason: exception }], delayDetail }) }).summary),
    ...report({ scanEvents: [scan(code, undefined, { exceptionCode: exception, delayDetail })] }).scans.map(of),
  ];
  const bothSay = (...words: readonly (string | null)[]) => [words, words];

  test("is told by the exception code, of a scan and of the status alike", () => {
    expect(because("DE", "007")).toEqual(bothSay("not_home", "shopper", null));
    expect(because("DE", "08")).toEqual(bothSay("not_home", "shopper", null));
    expect(because("DE", "03")).toEqual(bothSay("address_problem", "merchant", "correct_address"));
    expect(because("SE", "50")).toEqual(bothSay("customs_documents", "customs", "provide_documents"));
    expect(because("DE", "A99")).toEqual(bothSay(null, null, null));
  });

  test("two digits and three are different lists", () => {
    expect(because("DE", "07")).toEqual(bothSay("refused", "shopper", null));
  });

  test("is told by the delay where no exception code is finer, unless the parcel is early or on time", () => {
    const snow = { type: "WEATHER", subType: "SNOW", status: "DELAYED" };
    expect(because("DY", "", snow)).toEqual(bothSay("weather", "nature", null));
    expect(because("DE", "007", snow)).toEqual(bothSay("not_home", "shopper", null));
    expect(because("DY", "84", snow)).toEqual(bothSay("weather", "nature", null));
    expect(because("DY", "84")).toEqual(bothSay("other", null, null));
    expect(because("IT", "", { ...snow, status: "EARLY" })).toEqual(bothSay(null, null, null));
    expect(because("IT", "", { ...snow, status: "ON_TIME" })).toEqual(bothSay(null, null, null));
  });

  test("is the clearance for a clearance delay, and somebody has to fetch what is held at a location", () => {
    expect(because("CD", "")).toEqual(bothSay("customs_inspection", "customs", null));
    expect(because("HL", "015A")).toEqual(bothSay(null, null, "pick_up"));
  });

  test("is not asked of what was delivered", () => {
    expect(because("DL", "08", { type: "WEATHER", status: "DELAYED" })).toEqual(bothSay(null, null, null));
  });
});

test("a delivery exception whose reason is the return is a return", () => {
  expect(saidByLatest("DE DE", { ancillaryDetails: [{ reason: "060G" }] })).toBe("returning");
  for (const exceptionCode of ["060G", "14"]) expect(saidByScan("DE DE", { exceptionCode })).toBe("returning");
});
