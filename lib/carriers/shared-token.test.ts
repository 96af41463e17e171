import { expect, test } from "vitest";
import { openCarrier, wordsOf } from "./carrier-testing.ts";
import { fedex } from "./fedex/client.ts";
import { ups } from "./ups/client.ts";
import { usps } from "./usps/client.ts";

const NUMBER = "9400100000000000000017";

test.each([
  ["UPS", ups, "/security/v1/oauth/token"],
  ["FedEx", fedex, "/oauth/token"],
  ["USPS", usps, "/oauth2/v3/token"],
])(
  "%s: who gives up while a token is on its way takes it from nobody who waits for it too",
  async (_, carrier, tokenPath) => {
    const asked = Promise.withResolvers<void>();
    const answered = Promise.withResolvers<void>();
    const tokenAnswer = async () => {
      asked.resolve();
      await answered.promise;
      return { body: { access_token: "late", expires_in: 3_600 } };
    };
    const { track, tokens, questions } = await openCarrier(carrier, () => ({ status: 429, body: "" }), {
      tokenPath,
      tokenAnswer,
    });
    const hasty = new AbortController();
    const [first, second] = [track([NUMBER], hasty.signal), track([NUMBER])];
    await asked.promise;
    hasty.abort();
    expect(wordsOf(await first)).toEqual({ [NUMBER]: "outage" });
    answered.resolve();
    expect(wordsOf(await second)).toEqual({ [NUMBER]: "quota_spent" });
    expect([tokens.length, questions.map(({ headers }) => headers.authorization)]).toEqual([1, ["Bearer late"]]);
  },
);
