import { expect, test } from "vitest";
import { newObservations } from "./new-observations.ts";
import type { Pickup, Reported } from "./observation.ts";
import { pickupAt } from "./pickup.ts";
import { reported } from "./reported.ts";

const kiosk = { name: "Kiosk", street: "Sielwall 1", city: "Bremen" };
const waits = { effect: "moves", status: "available_for_pickup", code: "040", raw: null } as const;
const place = { city: "Bremen", region: null, postalCode: null, country: "DE" };
const scan = (pickup: Pickup | null): Reported =>
  reported({ ...waits, kind: "scan", reportPosition: 0, localTime: "2026-03-02T09:00:00", place, pickup });
const word = (pickup: Pickup | null): Reported => reported({ ...waits, kind: "summary", reportPosition: 1, pickup });
const report = (pickup: Partial<Pickup> | null) => {
  const told = pickup === null ? null : pickupAt(pickup);
  return { summary: word(told), scans: [scan(told)] };
};
const identities = (pickup: Partial<Pickup> | null) =>
  newObservations([], report(pickup), "2026-03-02T10:00:00Z").map(({ identity }) => identity);

test("without a pick-up place the identities are those of rows that were kept before there were any", () => {
  expect(identities(null)).toEqual([
    '["scan","040",null,"2026-03-02T09:00:00",null,["Bremen",null,null,"DE"]]',
    '["summary","moves","available_for_pickup","040",null,null,null,null,null,null,null,null,null,null,null,false,1] 2026-03-02T10:00:00Z',
  ]);
});

test("a new last day is news of the summary; the scan is the fact that it was", () => {
  const first = newObservations([], report({ ...kiosk, until: "2026-03-09" }), "2026-03-02T10:00:00Z");
  const known = first.map(({ observation }) => observation);
  expect(newObservations(known, report({ ...kiosk, until: "2026-03-09" }), "2026-03-02T11:00:00Z")).toEqual([]);
  const later = newObservations(known, report({ ...kiosk, until: "2026-03-11" }), "2026-03-02T12:00:00Z");
  expect(later.map(({ observation }) => observation.kind)).toEqual(["summary"]);
  expect(later.at(-1)?.observation.pickup).toMatchObject({ ...kiosk, until: "2026-03-11" });
});

test("a place that was not read before is news once", () => {
  const known = newObservations([], report(null), "2026-03-02T10:00:00Z").map(({ observation }) => observation);
  const told = newObservations(known, report(kiosk), "2026-03-02T11:00:00Z");
  expect(told.at(-1)?.observation.pickup).toMatchObject(kiosk);
  const all = [...known, ...told.map(({ observation }) => observation)];
  expect(newObservations(all, report(kiosk), "2026-03-02T12:00:00Z")).toEqual([]);
});
