import { expect, test } from "vitest";
import { err } from "#lib/kernel/result.ts";
import { outage } from "./http.ts";
import { type Answered, askInHalves, toAll } from "./tracked.ts";

const NUMBERS = Array.from({ length: 35 }, (_, at) => `N${at}`);
const REFUSED = err({ kind: "rejected", message: "x", retryAfterMs: null } as const);
const FOUND = { ok: true, value: { found: false, trackingNumber: null } } as const;

/** Asks a carrier that refuses every batch with one of `bad` in it; `others` may say otherwise by the number of the request. */
async function ask(
  bad: readonly string[],
  numbers = NUMBERS,
  others: (request: number) => Answered | null = () => null,
) {
  const batches: (readonly string[])[] = [];
  const outcomes = await askInHalves(
    numbers,
    async (batch) => {
      batches.push(batch);
      const other = others(batches.length);
      if (other !== null) return other;
      return batch.some((number) => bad.includes(number))
        ? { ...toAll(batch, REFUSED), isRefused: true }
        : toAll(batch, FOUND);
    },
    new AbortController().signal,
  );
  const without = numbers.filter((number) => !outcomes.get(number)?.ok);
  return { sizes: batches.map(({ length }) => length), batches, without, outcomes };
}

test("a batch that is not refused is asked about once", async () => {
  expect(await ask([])).toMatchObject({ sizes: [35], without: [] });
});

test.each(NUMBERS)(
  "with %s the only bad number, few others or none go without an answer, after 8 requests more at most",
  async (bad) => {
    const { sizes, without, outcomes } = await ask([bad]);
    expect(without).toContain(bad);
    expect(without.length).toBeLessThanOrEqual(3);
    expect(sizes.length).toBeLessThanOrEqual(9);
    expect([...outcomes.keys()]).toEqual(NUMBERS);
  },
);

test("a small batch is taken apart down to single numbers, several bad ones too", async () => {
  const numbers = NUMBERS.slice(0, 5);
  for (const bad of [["N0"], ["N4"], ["N0", "N4"], ["N1", "N2"], numbers]) {
    const { batches, without } = await ask(bad, numbers);
    expect(without).toEqual(bad);
    for (const number of bad) expect(batches).toContainEqual([number]);
  }
});

test("one number alone is asked about once", async () => {
  expect(await ask(["N0"], ["N0"])).toMatchObject({ sizes: [1], without: ["N0"] });
});

test("where all are refused it stops after 8 requests more, and the rest keeps the refusal", async () => {
  const { sizes, outcomes } = await ask(NUMBERS);
  expect(sizes).toHaveLength(9);
  expect([...outcomes.values()].every((outcome) => !outcome.ok && outcome.error.kind === "rejected")).toBe(true);
  expect(outcomes.size).toBe(35);
});

test("it stops once the carrier cannot be asked", async () => {
  const { sizes, outcomes } = await ask(NUMBERS, NUMBERS, (request) =>
    request === 2 ? toAll(NUMBERS.slice(0, 18), err(outage("down"))) : null,
  );
  expect(sizes).toEqual([35, 18]);
  expect(outcomes.get("N0")).toMatchObject({ error: { kind: "outage" } });
  expect(outcomes.get("N34")).toMatchObject({ error: { kind: "rejected" } });
});

test("it stops once the time is up", async () => {
  const stop = new AbortController();
  let asked = 0;
  const outcomes = await askInHalves(
    NUMBERS,
    async (batch) => {
      asked += 1;
      if (asked === 2) stop.abort();
      return { ...toAll(batch, REFUSED), isRefused: true };
    },
    stop.signal,
  );
  expect([asked, outcomes.size]).toEqual([2, 35]);
});
