import { onTestFinished } from "vitest";
import type { CallContext, Carrier } from "./carrier.ts";
import { sendHttp } from "./http.ts";
import { type Answer, type Asked, openStub } from "./stub-testing.ts";

export type { Answer };

type Options = {
  /** What follows the host in the base URL. */
  readonly base?: string;
  /** Where tokens are asked for; null where the carrier has none. */
  readonly tokenPath?: string | null;
  /** In place of a token, which else has its number in its name. */
  readonly tokenAnswer?: Answer | undefined;
};

let accounts = 0;

/**
 * A carrier as far as one test needs it: tokens are numbered, `answer` is for all else. Each has an account of its own, of
 * which id and secret have characters that mean something in headers, forms and JSON.
 */
export async function openCarrier(carrier: Carrier, answer: Answer, options: Options = {}) {
  const { access, context, tokens, questions } = await openAccess(answer, options);
  const track = (numbers: readonly string[], signal?: AbortSignal) => carrier.track(access, numbers, context(signal));
  return { tokens, questions, track };
}

/** The same for whatever else is asked of a carrier: an access to it, and the context of a call. */
export async function openAccess(answer: Answer, options: Options = {}) {
  const { base = "", tokenPath = null, tokenAnswer } = options;
  const asked = { tokens: [] as Asked[], questions: [] as Asked[] };
  const stub = await openStub((question) => {
    const isToken = question.path === tokenPath;
    (isToken ? asked.tokens : asked.questions).push(question);
    if (!isToken) return answer(question);
    const token = { access_token: `token-${asked.tokens.length}`, token_type: "Bearer", expires_in: "3600" };
    return tokenAnswer === undefined ? { body: token } : tokenAnswer(question);
  });
  onTestFinished(stub.close);
  accounts += 1;
  const access = { accountId: `a${accounts}`, baseUrl: `${stub.url}${base}`, clientId: "i d", clientSecret: 's:e&c"r' };
  const context = (signal = AbortSignal.timeout(5_000)): CallContext => ({ send: sendHttp, signal });
  return { ...asked, access, context };
}

/** What became of each number, in a word. */
export function wordsOf(outcomes: Awaited<ReturnType<Carrier["track"]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...outcomes].map(([number, outcome]) => {
      if (!outcome.ok) return [number, outcome.error.kind];
      return [number, outcome.value.found ? "found" : "not found"];
    }),
  );
}
