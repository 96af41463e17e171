import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { beforeText, readListQuery, wantedOf } from "./read-list-query.ts";

const OPEN = { text: "", needs: null, status: null, carrier: null, placed: null, sort: "newest", before: null };

test("what the address of a list says is read, and what makes no sense is left open", () => {
  expect(readListQuery({})).toEqual(OPEN);
  const before = { placedAt: "2026-11-03T10:00:00.5+00:00", id: "01a204b1-012a-7000-bb27-c5fb735ea3ae" };
  expect(
    readListQuery({
      q: "zoë",
      needs: "late",
      status: "lost",
      carrier: "royal-mail",
      sort: "oldest",
      before: beforeText(before),
    }),
  ).toEqual({ ...OPEN, text: "zoë", needs: "late", status: "lost", carrier: "royal-mail", sort: "oldest", before });
  expect(
    readListQuery({ needs: "all", status: "", carrier: "'; --", placed: "x", sort: "total", before: "2026~x" }),
  ).toEqual(OPEN);
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom("q", "needs", "status", "carrier", "sort", "before"), fc.anything()),
      (given) => {
        expect(Object.keys(readListQuery(given)).sort()).toEqual(Object.keys(OPEN).sort());
      },
    ),
  );
});

test("the days of a list are the shop's own", () => {
  const now = Temporal.Instant.from("2026-11-22T23:30:00Z");
  const wanted = (placed: string) => wantedOf(readListQuery({ placed }), { now, zone: "Asia/Taipei" });
  expect(wanted("today")).toMatchObject({ placedFrom: "2026-11-22T16:00:00Z", placedBefore: null });
  expect(wanted("week")).toMatchObject({ placedFrom: "2026-11-16T16:00:00Z" });
  expect(wanted("older")).toMatchObject({ placedFrom: null, placedBefore: "2026-08-25T16:00:00Z" });
});
