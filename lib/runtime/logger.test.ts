import { expect, test } from "vitest";
import { safeError } from "./logger.ts";

test("a failed query is told by PostgreSQL's answer, without the values that it was about", () => {
  const cause = Object.assign(new Error("value too long"), { code: "22001", detail: "Ana Bell, 4 Hill Road" });
  const error = new Error("Failed query: insert ... params: Ana Bell, 4 Hill Road", { cause });
  const told = safeError(error);
  expect(told).toMatchObject({ message: "value too long", code: "22001" });
  expect(JSON.stringify(told)).not.toMatch(/Ana|Hill/);
});

test("another error keeps its message and where it came from", () => {
  const told = safeError(new TypeError("x is not a function"));
  expect(told.message).toBe("x is not a function");
  expect(told.stack).toMatch(/^\s+at /);
});
