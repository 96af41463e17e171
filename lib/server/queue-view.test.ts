import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { QueueRow } from "#db/queries/desk-queue.ts";
import { deskVoice } from "#lib/desk/desk-voice.ts";
import { queueAsked, queuePlace, queueQuery } from "./queue-address.ts";
import { dueText } from "./queue-view.ts";

const now = Temporal.Instant.from("2026-11-12T10:00:00Z");
const clock = { zone: "Europe/London", now };
const row: QueueRow = {
  ...{ id: "i", place: "", version: 1, kind: "lost", topic: "trouble", severity: 3, since: "2026-11-12T08:00:00Z" },
  ...{ attendBy: "2026-11-12T13:05:00Z", isOverdue: false, assignedTo: null, snoozedUntil: null, resolvedAt: null },
  ...{ resolvedBy: null, rating: null, words: null, costMinor: null, subjectId: "s", shipmentId: null, orderId: null },
  ...{ orderNumber: null, name: null, city: null, tier: null, neededBy: null, currency: null, carrier: null },
  ...{ lastCity: null, product: null, remedy: null, reason: null, wasTo: null },
};
const ben = { userId: "u1", name: "Ben", email: "", role: "support", createdAt: "" } as const;
const due = (tag: string, change: Partial<QueueRow>) =>
  dueText(deskVoice([tag]), { ...row, ...change }, { clock, people: [ben] });

describe("by when somebody should look", () => {
  it("is an hour today, a day after it, now where that is over, and else what became of it", () => {
    expect(due("en", {})).toBe("look by 13:05");
    expect(due("en", { attendBy: "2026-11-14T13:05:00Z" })).toBe("look by Saturday");
    expect(due("en", { isOverdue: true, attendBy: "2026-11-11T13:05:00Z" })).toBe("look now");
    expect(due("en", { snoozedUntil: "2026-11-13T08:00:00Z" })).toBe("asleep until tomorrow");
    expect(due("en", { resolvedAt: "2026-11-12T09:00:00Z", resolvedBy: "u1" })).toBe("done by Ben");
    expect(due("en", { resolvedAt: "2026-11-12T09:00:00Z" })).toBe("solved by itself");
    expect(due("zh-Hant-TW", {})).toMatch(/^下午1:05前要看$/);
  });
});

describe("the address of a part of the queue", () => {
  it("holds what was asked, and nothing that is not ours", () => {
    const asked = queueAsked({ topic: "voice", whose: "me", when: "overdue", x: "1" });
    expect(queueQuery(asked)).toBe("?topic=voice&whose=me&when=overdue");
    expect(queueQuery(queueAsked({ topic: "' or 1=1", whose: ["me"], when: "never" }))).toBe("");
  });

  it("begins a page only behind a place that is one", () => {
    const id = "019a5a1c-6f7e-7c3b-8a50-2f9f6e0d1b11";
    expect(queuePlace({ after: "2026-11-12 10:00:00+00", id })).toEqual({ place: "2026-11-12 10:00:00+00", id });
    expect(queuePlace({ after: "2026-99-12 10:00:00+00", id })).toBeNull();
    expect(queuePlace({ after: "2026-11-12 10:00:00+00", id: "1" })).toBeNull();
  });
});
