import { expect, test } from "vitest";
import { kindOfHeader } from "./kind-of-header.ts";
import { fileFormats } from "./registry.ts";

test("every kind of file is known by its own columns, all of them or the needed ones alone", () => {
  for (const { kind, columns } of Object.values(fileFormats)) {
    const needed = columns.filter(({ required }) => required);
    expect([kind, kindOfHeader(columns.map(({ name }) => name))]).toEqual([kind, kind]);
    expect([kind, kindOfHeader(needed.map(({ name }) => name))]).toEqual([kind, kind]);
  }
});

test("a line that lacks a needed column of every kind is of no kind", () => {
  expect(kindOfHeader(["Name", "Email", "Colour"])).toBeNull();
  expect(kindOfHeader([])).toBeNull();
});
