import { expect, test } from "vitest";
import { MILESTONES } from "#lib/tracking/page/dials.ts";
import { readDialsForm } from "./read-dials-form.ts";

const TODAY = "2026-11-05";
const email = Object.fromEntries(MILESTONES.map((milestone) => [`email-${milestone}`, "daily"]));

test("a form with every dial is read; an empty day forgets it, no day at all leaves it", () => {
  const read = readDialsForm({ ...email, needed: "", language: "de" }, TODAY);
  expect(read).toMatchObject({ neededBy: "none", language: "de", channels: [{ name: "email" }] });
  expect(readDialsForm({}, TODAY)).toEqual({ neededBy: null, language: null, channels: [] });
});

test.each(["2020-02-29", "2026-11-05", "2027-11-05"])("the day %s is read, over or not", (needed) => {
  expect(readDialsForm({ needed }, TODAY)?.neededBy).toBe(needed);
});

test.each(["2027-11-06", "2026-02-30", "tomorrow", "12026-01-01", "2026-11-05T10:00"])(
  "%s is no day that can be needed",
  (needed) => {
    expect(readDialsForm({ needed }, TODAY)).toBeNull();
  },
);

test("what the page never offers is refused whole", () => {
  expect(readDialsForm({ language: "xx" }, TODAY)).toBeNull();
  expect(readDialsForm({ ...email, "email-delivered": "hourly" }, TODAY)).toBeNull();
  const { "email-returned": _, ...lacking } = email;
  expect(readDialsForm(lacking, TODAY)).toBeNull();
});
