import { expect, test } from "vitest";
import { err, ok } from "#lib/kernel/result.ts";
import { askForToken, keyRefusal } from "./ask-for-token.ts";
import { outage, type Reply, type Send } from "./http.ts";

const request = { url: "http://x/token", headers: { accept: "application/json" }, body: "form" };

/** What is made of a token endpoint's body. */
function tokenOf(body: unknown, failureOf: (reply: Reply) => ReturnType<typeof outage> | null = () => null) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const send: Send = async () => ok({ status: 200, headers: new Headers(), body: text });
  return askForToken({ send, signal: new AbortController().signal }, request, failureOf);
}

test.each([
  [3_600, 3_600],
  ["14399", 14_399],
  [undefined, 3_600],
  [0, 3_600],
  ["soon", 3_600],
])("a life of %j is %i seconds: one that is not told counts as an hour", async (expires_in, expiresInS) => {
  expect(await tokenOf({ access_token: "t", expires_in })).toEqual(ok({ token: "t", expiresInS }));
});

test.each([["<html>"], [""], [{ token_type: "Bearer" }], [{ access_token: "" }]])("%j holds no token", async (body) => {
  expect(await tokenOf(body)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
});

test("what the reply says of itself comes before a token in it", async () => {
  expect(await tokenOf({ access_token: "t" }, () => outage("down"))).toEqual(err(outage("down")));
});

test("it is one POST with the signal that was given, and no reply is passed on as it is", async () => {
  const { signal } = new AbortController();
  const send: Send = async (sent) => {
    expect(sent).toEqual({ ...request, method: "POST", isCounted: false, signal });
    return err(outage("No answer in time"));
  };
  expect(await askForToken({ send, signal }, request, () => null)).toEqual(err(outage("No answer in time")));
});

test("only what a carrier declines without a reason that we know is because of the key", () => {
  const declined = { kind: "rejected", message: "No", retryAfterMs: null } as const;
  expect(keyRefusal(declined)).toEqual({ ...declined, kind: "credentials_refused" });
  expect(keyRefusal(outage("down"))).toEqual(outage("down"));
  expect([keyRefusal(null), keyRefusal("not_found")]).toEqual([null, null]);
});
