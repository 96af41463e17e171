import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { Carrier } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { newId } from "#lib/kernel/ids.ts";
import { err, ok } from "#lib/kernel/result.ts";
import { sealCredentials } from "#lib/use-cases/carriers/carrier-credentials.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { askCarrier, countedSend } from "./ask-carrier.ts";
import type { Starts } from "./flight.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

const SINGLE = CARRIERS.get("dhl") as Carrier;
const REQUEST = { method: "GET", url: "http://127.0.0.1:9", headers: {}, signal: AbortSignal.timeout(60_000) } as const;
const merchantId = newId();
const depsWith = (carrier: Carrier) => ({
  ...{ db: database.db, keys, send: sendHttp, carriers: new Map([[carrier.code, carrier]]) },
  sandbox: { url: "http://127.0.0.1:9", pace: 1 },
});

/** When each call of a flight began, in milliseconds after the flight was given out. In the third the process is busy for `busyMs`. */
async function flown(starts: Starts, calls: number, busyMs = 0): Promise<readonly number[]> {
  const begunMs: number[] = [];
  const carrier: Carrier = {
    ...SINGLE,
    track: async (_, numbers) => {
      const nowMs = performance.now();
      begunMs.push(nowMs - givenMs);
      if (begunMs.length === 3) while (performance.now() < nowMs + busyMs);
      return new Map(numbers.map((number) => [number, ok({ found: false, trackingNumber: number })]));
    },
  };
  const owner = { merchantId, carrier: SINGLE.code };
  const credentials = sealCredentials(keys, owner, { clientId: "", clientSecret: "secret" });
  const account = { id: newId(), carrier: SINGLE.code, label: "main", sandbox: false, aggregator: false, credentials };
  const numbers = Array.from({ length: calls }, (_, at) => ({ number: `N${at}`, carrier: SINGLE.code }));
  const givenMs = performance.now();
  await askCarrier(depsWith(carrier), { merchantId, account, numbers, starts });
  return begunMs;
}

test("no call of a flight begins before its time, and each is made that was paid for", async () => {
  const begunMs = await flown({ firstInMs: 31.4, gapMs: 10.7 }, 12);
  expect(begunMs).toHaveLength(12);
  for (const [nth, ms] of begunMs.entries()) expect(ms).toBeGreaterThanOrEqual(31.4 + nth * 10.7);
});

test("what was held up goes out later, not together with what follows", async () => {
  const gapMs = 15.3;
  const begunMs = await flown({ firstInMs: 0, gapMs }, 10, 80);
  const gaps = begunMs.slice(1).map((ms, at) => ms - (begunMs[at] ?? 0));
  expect([gaps.length, gaps[2]]).toEqual([9, expect.toSatisfy((ms: number) => ms >= 80)]);
  for (const gap of gaps) expect(gap).toBeGreaterThan(gapMs / 2);
});

test("further requests of a call, whoever makes them, begin as far apart as the account allows", async () => {
  const account = { id: newId(), sandbox: false, aggregator: false, carrier: "dhl", label: "main", credentials: null };
  const carrier = { ...SINGLE, limits: { perSecond: 40, perHour: null, perDay: null } };
  const sentMs: number[] = [];
  const deps = {
    ...depsWith(carrier),
    send: async () => {
      sentMs.push(performance.now());
      return err({ kind: "outage", message: "", retryAfterMs: null } as const);
    },
  };
  const begunMs = performance.now();
  await Promise.all(
    Array.from({ length: 6 }, () =>
      countedSend(deps, { merchantId, account, carrier, by: "going_on", paid: 0 })(REQUEST),
    ),
  );
  for (const [nth, ms] of sentMs.entries()) expect(ms - begunMs).toBeGreaterThanOrEqual(nth * 25);
});
