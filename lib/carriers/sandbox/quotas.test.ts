import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { PLAYERS, type Player } from "./players.ts";
import { quotaWindows } from "./quota-windows.ts";
import { askToken, at, bearer, listAt, send, track } from "./raw-client-testing.ts";
import { startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

const NOW = Date.parse("2026-03-05T23:30:00Z");
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe("a quota", () => {
  it("is never exceeded in any second, any hour and any day of UTC, and never wasted", () => {
    const steps = fc.array(fc.nat({ max: 20 * 60_000 }), { maxLength: 300 });
    const limits = fc.record({
      second: fc.integer({ min: 1, max: 5 }),
      hour: fc.integer({ min: 1, max: 9 }),
      day: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(limits, steps, (allowed, waits) => {
        const windows = quotaWindows(allowed, NOW);
        const taken: number[] = [];
        let nowMs = NOW;
        for (const wait of waits) {
          nowMs += wait;
          const inSpan = (ms: number) => taken.filter((one) => one > nowMs - ms).length;
          const today = taken.filter((one) => Math.floor(one / DAY) === Math.floor(nowMs / DAY)).length;
          const isFull = inSpan(1_000) >= allowed.second || inSpan(HOUR) >= allowed.hour || today >= allowed.day;
          const declined = windows.take(nowMs);
          expect(declined !== null).toBe(isFull);
          if (declined === null) taken.push(nowMs);
          else expect(declined.untilMs).toBeGreaterThan(nowMs);
        }
        const { used, allowed: most, exceeded } = windows.use(nowMs);
        expect([used, exceeded]).toEqual([taken.length, waits.length - taken.length]);
        expect(used).toBeLessThanOrEqual(most);
      }),
      { numRuns: 60 },
    );
  });

  it("that is spent says when the next call is allowed: then it is, and not a moment before", () => {
    const windows = quotaWindows({ hour: 2 }, NOW);
    for (const minutes of [0, 10]) windows.take(NOW + minutes * 60_000);
    const { untilMs = 0 } = windows.take(NOW + 20 * 60_000) ?? {};
    expect(untilMs).toBe(NOW + HOUR);
    expect(windows.take(untilMs - 1)).not.toBeNull();
    expect(windows.take(untilMs)).toBeNull();
  });
});

describe("quotas of the sandbox", () => {
  let sandbox: TestSandbox;
  beforeEach(async () => {
    sandbox = await startSandbox({ nowMs: () => NOW });
  });
  afterEach(() => sandbox.close());

  const put = (body: object) => send(sandbox, "/sandbox/quotas", { method: "PUT", body: JSON.stringify(body) });
  const quotas = async () => listAt((await send(sandbox, "/sandbox/calls")).body, "quotas");
  const accesses = new Map<Player, ReturnType<TestSandbox["access"]>>();

  /** What our own client makes of one question. */
  async function ask(player: Player, seed = "quota") {
    const access = accesses.get(player) ?? sandbox.access(player);
    accesses.set(player, access);
    const number = validNumber(player === "fedex" || player === "usps" || player === "dhl" ? player : "ups", seed);
    const context = { send: sendHttp, signal: AbortSignal.timeout(5_000) };
    const outcome = (
      await CARRIERS.get(player)?.track({ ...access, baseUrl: sandbox.baseUrlOf(player) }, [number], context)
    )?.get(number);
    return outcome?.ok ? "answered" : outcome?.error.kind;
  }

  it.each(PLAYERS)(
    "make %s decline what is beyond, in its own words, until the clock has passed the span",
    async (player) => {
      await put({ carrier: player, perHour: 2 });
      const told: unknown[] = [];
      for (let call = 0; call < 4; call += 1) told.push(await ask(player));
      // Where a number has to be given first, the first question is two calls.
      const calls = player === "aftership" || player === "17track" ? 1 : 2;
      expect(told).toEqual(Array.from({ length: 4 }, (_, call) => (call < calls ? "answered" : "quota_spent")));
      expect(await quotas()).toMatchObject([{ carrier: player, used: 2, allowed: 2, exceeded: 4 - calls }]);
      await sandbox.advance(60);
      expect(await ask(player)).toBe("answered");
    },
  );

  it("are of each client, or of the one that is named, and no token takes of them", async () => {
    await put({ carrier: "usps", perDay: 1 });
    await put({ carrier: "usps", clientId: "sandbox-large", perDay: 2 });
    const bearerOf = async (id: string) => {
      const { body } = await askToken(sandbox, "usps", { id, secret: "s" });
      return { authorization: `Bearer ${String(at(body, "access_token"))}` };
    };
    const statuses = async (id: string) => {
      const headers = await bearerOf(id);
      const replies: number[] = [];
      for (let call = 0; call < 3; call += 1)
        replies.push((await track(sandbox, "usps", [validNumber("usps", 1)], headers)).status);
      return replies;
    };
    expect(await statuses("sandbox-small")).toEqual([200, 429, 429]);
    expect(await statuses("sandbox-large")).toEqual([200, 200, 429]);
    expect(await statuses("sandbox-other")).toEqual([200, 429, 429]);
  });

  it("begin anew with the day of UTC, and end when somebody takes them away", async () => {
    await put({ carrier: "dhl", perDay: 1 });
    expect([await ask("dhl"), await ask("dhl")]).toEqual(["answered", "quota_spent"]);
    await sandbox.advance(30);
    expect([await ask("dhl"), await ask("dhl")]).toEqual(["answered", "quota_spent"]);
    expect(await quotas()).toMatchObject([{ used: 2, allowed: 2, spans: { day: { allowed: 1, used: 1, peak: 1 } } }]);
    await put({ carrier: "dhl" });
    expect(await ask("dhl")).toBe("answered");
  });

  it("are told with the headers of those who have some", async () => {
    await put({ carrier: "usps", perHour: 0 });
    await put({ carrier: "aftership", perSecond: 1 });
    const usps = await track(sandbox, "usps", [validNumber("usps", 1)], await bearer(sandbox, "usps"));
    expect([usps.status, usps.headers.get("retry-after")]).toEqual([429, "3600"]);
    const path = "/aftership/tracking/2026-07/trackings?tracking_numbers=X";
    const headers = { "as-api-key": "sandbox-key" };
    const first = await send(sandbox, path, { headers });
    const second = await send(sandbox, path, { headers });
    const rates = [first, second].map((reply) =>
      ["limit", "remaining", "reset"].map((name) => reply.headers.get(`x-ratelimit-${name}`)),
    );
    expect(rates).toEqual([
      ["1", "0", String(NOW / 1_000 + 1)],
      ["1", "0", String(NOW / 1_000 + 1)],
    ]);
    expect([first.status, second.status]).toEqual([200, 429]);
  });

  it("are counted from the last reset on, and declined where they are none", async () => {
    await put({ carrier: "ups", perHour: 1 });
    await ask("ups");
    await ask("ups");
    await sandbox.resetCalls();
    expect(await quotas()).toMatchObject([{ used: 0, exceeded: 0, spans: { hour: { used: 1 } } }]);
    for (const wrong of [{ carrier: "gls" }, { carrier: "ups", perDay: -1 }, { carrier: "ups", perWeek: 1 }]) {
      expect((await put(wrong)).status).toBe(400);
    }
  });
});
