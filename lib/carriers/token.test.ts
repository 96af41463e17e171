import { expect, test } from "vitest";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { CarrierAccess } from "./carrier.ts";
import { type CarrierError, outage, type Reply } from "./http.ts";
import { createTokens, type FreshToken } from "./token.ts";

const access: CarrierAccess = { accountId: "a", baseUrl: "http://x", clientId: "id", clientSecret: "s" };
/** The signal of a caller who has all the time there is. */
const patient = new AbortController().signal;
const reply = (status: number): Reply => ({ status, headers: new Headers(), body: "" });

/** A token endpoint that counts, and a carrier that accepts only tokens of which `isGood` is true. */
function carrier(isGood: (token: string) => boolean = () => true) {
  const seen = { tokens: 0, requests: [] as string[] };
  return {
    seen,
    fetchToken: async () => {
      seen.tokens += 1;
      return ok({ token: `t${seen.tokens}`, expiresInS: 3_600 });
    },
    request: async (token: string) => {
      seen.requests.push(token);
      return ok(reply(isGood(token) ? 200 : 401));
    },
  };
}

test("calls that come together share one token request, and later ones reuse its token", async () => {
  const { seen, fetchToken, request } = carrier();
  const withToken = createTokens();
  await Promise.all([1, 2, 3].map(() => withToken(access, fetchToken, request, patient)));
  await withToken(access, fetchToken, request, patient);
  expect(seen).toEqual({ tokens: 1, requests: ["t1", "t1", "t1", "t1"] });
});

test("another account has another token", async () => {
  const { seen, fetchToken, request } = carrier();
  const withToken = createTokens();
  await withToken(access, fetchToken, request, patient);
  await withToken({ ...access, accountId: "b" }, fetchToken, request, patient);
  expect(seen.tokens).toBe(2);
});

test("a token is renewed before it ends", async () => {
  let now = 0;
  const { seen, fetchToken, request } = carrier();
  const withToken = createTokens(() => now);
  await withToken(access, fetchToken, request, patient);
  now = 3_290_000;
  await withToken(access, fetchToken, request, patient);
  now = 3_301_000;
  await withToken(access, fetchToken, request, patient);
  expect(seen.requests).toEqual(["t1", "t1", "t2"]);
});

test("a refused token is renewed once, and the request repeated once", async () => {
  const { seen, fetchToken, request } = carrier((token) => token !== "t1");
  const withToken = createTokens();
  const result = await withToken(access, fetchToken, request, patient);
  expect(result.ok && result.value.status).toBe(200);
  expect(seen).toEqual({ tokens: 2, requests: ["t1", "t2"] });
});

test("a key that the carrier refuses again and again is asked twice and no more", async () => {
  const { seen, fetchToken, request } = carrier(() => false);
  const result = await createTokens()(access, fetchToken, request, patient);
  expect(result.ok && result.value.status).toBe(401);
  expect(seen.requests).toHaveLength(2);
});

test("two calls that are refused together renew the token once", async () => {
  const { seen, fetchToken, request } = carrier((token) => token !== "t1");
  const withToken = createTokens();
  await Promise.all([withToken(access, fetchToken, request, patient), withToken(access, fetchToken, request, patient)]);
  expect(seen.tokens).toBe(2);
});

test("a failed token request is told, and not kept", async () => {
  const { seen, fetchToken, request } = carrier();
  const withToken = createTokens();
  const failed = await withToken(access, async () => err(outage("down")), request, patient);
  expect(failed).toMatchObject({ ok: false, error: { kind: "outage" } });
  expect((await withToken(access, fetchToken, request, patient)).ok).toBe(true);
  expect(seen.tokens).toBe(1);
});

/** A token endpoint that answers when the test says so, or not at all, and the signals that it was asked with. */
function slowCarrier() {
  const { promise, resolve } = Promise.withResolvers<Result<FreshToken, CarrierError>>();
  const signals: AbortSignal[] = [];
  return {
    signals,
    answer: () => resolve(ok({ token: "late", expiresInS: 3_600 })),
    fetchToken: (signal: AbortSignal) => {
      signals.push(signal);
      return promise;
    },
    request: async (token: string) => ok({ ...reply(200), body: token }),
  };
}

test("a caller whose time is up gives up, and takes the token from nobody who still has time", async () => {
  const { signals, answer, fetchToken, request } = slowCarrier();
  const withToken = createTokens();
  const hasty = new AbortController();
  const first = withToken(access, fetchToken, request, hasty.signal);
  const second = withToken(access, fetchToken, request, patient);
  hasty.abort();
  expect(await first).toMatchObject({ ok: false, error: { kind: "outage" } });
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  answer();
  expect(await second).toMatchObject({ ok: true, value: { body: "late" } });
  expect(await withToken(access, fetchToken, request, patient)).toMatchObject({ ok: true });
  expect(signals).toHaveLength(1);
});

test("a token request that nobody answers ends with its own deadline for all who wait, and is made anew", async () => {
  const { signals, answer, fetchToken, request } = slowCarrier();
  const deadlines = [new AbortController(), new AbortController()];
  let made = 0;
  const withToken = createTokens(undefined, () => deadlines[made++]?.signal ?? patient);
  const waiting = [1, 2].map(() => withToken(access, fetchToken, request, patient));
  deadlines[0]?.abort();
  for (const outcome of await Promise.all(waiting)) {
    expect(outcome).toMatchObject({ ok: false, error: { kind: "outage", message: "No answer in time" } });
  }
  answer();
  expect((await withToken(access, fetchToken, request, patient)).ok).toBe(true);
  expect(signals).toEqual(deadlines.map(({ signal }) => signal));
});

test("a caller whose time was up before does not even ask", async () => {
  const { seen, fetchToken, request } = carrier();
  const outcome = await createTokens()(access, fetchToken, request, AbortSignal.abort());
  expect(outcome).toMatchObject({ ok: false, error: { kind: "outage" } });
  expect(seen).toEqual({ tokens: 0, requests: [] });
});

test("time that runs out between a refused token and the next ends the call", async () => {
  const { seen, fetchToken } = carrier();
  const hasty = new AbortController();
  const refused = async () => {
    hasty.abort();
    return ok(reply(401));
  };
  expect((await createTokens()(access, fetchToken, refused, hasty.signal)).ok).toBe(false);
  expect(seen.tokens).toBe(1);
});
