import { expect, test } from "vitest";
import { nextLook } from "./next-look.ts";

const asked = "order=%231001&sig=ab&lang=en";

test("a waiting page comes to rest: thirty looks in twelve minutes, never less than ten seconds apart", () => {
  const pauses: number[] = [];
  let look = nextLook(new URLSearchParams(asked));
  while (look.seconds !== null) {
    pauses.push(look.seconds);
    look = nextLook(new URLSearchParams(look.href));
  }
  expect(pauses).toHaveLength(30);
  expect(Math.min(...pauses)).toBe(10);
  expect(Math.max(...pauses)).toBe(30);
  expect(pauses.reduce((sum, pause) => sum + pause)).toBeLessThanOrEqual(720);
  expect(look.href).toBe(`?${asked}`);
});

test("every look asks for the same order with the same signature", () => {
  for (const counted of ["", "&try=7", "&try=30", "&try=x", "&try=-1", "&try=9999999999999999999999"]) {
    const next = new URLSearchParams(nextLook(new URLSearchParams(asked + counted)).href);
    next.delete("try");
    expect(next.toString()).toBe(asked);
  }
});
