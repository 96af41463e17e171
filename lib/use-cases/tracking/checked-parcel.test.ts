import { expect, test } from "vitest";
import { checkedParcel } from "./checked-parcel.ts";

const before = {
  carrier: "ups",
  hasAccount: true,
  isScheduled: true,
  isBeingAsked: false,
  triedAt: "2026-11-22T10:00:00Z",
  askedAt: "2026-11-22T10:00:00Z",
  checkedAt: "2026-11-22T10:00:00Z",
  problem: null,
  words: 3,
};
const NOW = "2026-11-22T12:00:00Z";
const asked = { ...before, triedAt: NOW, askedAt: NOW };

test.each([
  ["an answer, and how much of it is new", { ...asked, checkedAt: NOW, words: 5 }, { outcome: "answered", news: 2 }],
  ["an answer that says nothing new", { ...asked, checkedAt: NOW }, { outcome: "answered", news: 0 }],
  ["a carrier that failed", { ...asked, problem: "outage" as const }, { outcome: "outage" }],
  ["a carrier that takes its time", { ...before, isBeingAsked: true }, { outcome: "pending" }],
  ["one that was asked a moment ago", { ...before, triedAt: "2026-11-22T11:59:00Z" }, { outcome: "recent" }],
  ["one that may not be asked now", before, { outcome: "waits" }],
  ["one that nobody asks about any more", { ...before, isScheduled: false }, { outcome: "ended" }],
  ["one that nobody can ask about", { ...before, hasAccount: false, isScheduled: false }, { outcome: "no_account" }],
])("asking at once tells of %s", (_, after, outcome) => {
  expect(checkedParcel(before, after, "2026-11-22T11:58:00Z")).toEqual({ carrier: "ups", ...outcome });
});
