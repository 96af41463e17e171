import { err, type Result } from "#lib/kernel/result.ts";
import type { CarrierAccess } from "./carrier.ts";
import { type CarrierError, outage, type Reply } from "./http.ts";

/** A bearer token and how long it lives, in seconds from now. */
export type FreshToken = { readonly token: string; readonly expiresInS: number };

/** Asks for a token, until the signal ends: not the signal of any caller, as others may wait for the same token. */
export type FetchToken = (signal: AbortSignal) => Promise<Result<FreshToken, CarrierError>>;

type Replied = Promise<Result<Reply, CarrierError>>;
type Held = { readonly fetched: ReturnType<FetchToken>; goodUntilMs: number };

/** A token is renewed when a tenth of its life is left, at most five minutes before the end. */
const SPARE_S = 300;

/** Longer no token request takes; whoever asked for it may have given up long before. */
const TOKEN_TIMEOUT_MS = 10_000;

/**
 * Tokens by account, kept in this process. Callers that come together share one request, which has a deadline of its own
 * (`newDeadline`): one that gives up takes it from nobody else. A failure is not kept. `clockMs` is monotonic.
 */
export function createTokens(
  clockMs: () => number = () => performance.now(),
  newDeadline: () => AbortSignal = () => AbortSignal.timeout(TOKEN_TIMEOUT_MS),
) {
  const held = new Map<string, Held>();

  function hold(key: string, fetchToken: FetchToken): Held {
    const known = held.get(key);
    if (known !== undefined && clockMs() < known.goodUntilMs) return known;
    const deadline = newDeadline();
    const entry: Held = { fetched: inTime(fetchToken(deadline), deadline), goodUntilMs: Number.POSITIVE_INFINITY };
    held.set(key, entry);
    void entry.fetched.then(
      (result) => {
        if (!result.ok) return drop(key, entry);
        const { expiresInS } = result.value;
        entry.goodUntilMs = clockMs() + (expiresInS - Math.min(SPARE_S, expiresInS / 10)) * 1_000;
      },
      () => drop(key, entry),
    );
    return entry;
  }

  function drop(key: string, entry: Held): void {
    if (held.get(key) === entry) held.delete(key);
  }

  /**
   * Sends `request` with the account's token; when the carrier answers 401, once more with a fresh one. Waits for a token
   * no longer than `signal` allows: then it is an outage. `request` minds the signal itself.
   */
  return async function withToken(
    access: CarrierAccess,
    fetchToken: FetchToken,
    request: (token: string) => Replied,
    signal: AbortSignal,
  ): Replied {
    if (signal.aborted) return err(late());
    const key = `${access.accountId} ${access.baseUrl} ${access.clientId}`;
    const first = hold(key, fetchToken);
    const token = await inTime(first.fetched, signal);
    if (!token.ok) return token;
    const reply = await request(token.value.token);
    if (!reply.ok || reply.value.status !== 401) return reply;
    drop(key, first);
    if (signal.aborted) return err(late());
    const fresh = await inTime(hold(key, fetchToken).fetched, signal);
    return fresh.ok ? request(fresh.value.token) : fresh;
  };
}

/** What is waited for, or an outage once the signal ends. */
async function inTime<T>(
  awaited: Promise<Result<T, CarrierError>>,
  signal: AbortSignal,
): Promise<Result<T, CarrierError>> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const onAbort = () => end();
  signal.addEventListener("abort", onAbort);
  if (signal.aborted) end();
  try {
    return await Promise.race([awaited, ended.then(() => err(late()))]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

function late(): CarrierError {
  return outage("No answer in time");
}
