import { afterEach, expect, test } from "vitest";
import { newShopSecret } from "#lib/use-cases/promises/shop-secret.ts";
import { startShop } from "./shop-testing.ts";
import { webhookShop } from "./webhook-shop.ts";

const secret = newShopSecret();
const request = { id: "1_requested", type: "refund.requested", body: '{"type":"refund.requested","data":{}}' } as const;
const cleanUp: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const undo of cleanUp.splice(0)) await undo();
});

async function shop(...options: Parameters<typeof startShop>) {
  const started = await startShop(...options);
  cleanUp.push(started.close);
  return started;
}

test("a request is signed over its id, its time and its raw body, as a receiver checks it", async () => {
  const { url, asked } = await shop(204);
  const before = Math.floor(performance.timeOrigin / 1_000);
  expect(await webhookShop({ url, secret }).ask(request)).toEqual({ ok: true, value: undefined });
  const [one] = asked;
  expect(one?.body).toBe(request.body);
  expect(one?.headers).toMatchObject({ "webhook-id": request.id, "content-type": "application/json" });
  expect(Number(one?.headers["webhook-timestamp"])).toBeGreaterThanOrEqual(before);
  expect(one?.headers["webhook-signature"]).toBe(one?.signatureFor(secret));
  expect(one?.headers["webhook-signature"]).not.toBe(one?.signatureFor(newShopSecret()));
});

test.each([302, 307, 400, 500])("an answer of %i is no yes, and a redirect is not followed", async (status) => {
  const { url, asked } = await shop(status);
  const answer = await webhookShop({ url, secret }).ask(request);
  expect(answer).toEqual({ ok: false, error: { reason: `answered_${status}` } });
  expect(asked).toHaveLength(1);
});

test("a shop that says nothing is given up in time, and one that is not there is told by a word", async () => {
  const silent = await shop(null);
  const late = await webhookShop({ url: silent.url, secret }, { deadlineMs: 100 }).ask(request);
  expect(late).toEqual({ ok: false, error: { reason: "no_answer_in_time" } });
  const gone = await startShop();
  await gone.close();
  const away = await webhookShop({ url: gone.url, secret }).ask(request);
  expect(away).toEqual({ ok: false, error: { reason: "unreachable_econnrefused" } });
});

test.each(["10.0.0.7", "127.0.0.1", "169.254.169.254", "::ffff:192.168.0.1", "fd00::1"])(
  "a name that leads to %s is not asked, also where it has a public address too",
  async (address) => {
    const port = new URL((await shop()).url).port;
    const addresses = [
      { address: "203.0.114.7", family: 4 },
      { address, family: address.includes(":") ? 6 : 4 },
    ];
    const rebound = webhookShop(
      { url: `https://shop.example:${port}/hook`, secret },
      { resolve: (_, __, done) => done(null, addresses) },
    );
    expect(await rebound.ask(request)).toEqual({ ok: false, error: { reason: "private_address" } });
  },
);

test("an address that was never allowed is not asked, whoever wrote it into the database", async () => {
  const answer = await webhookShop({ url: "http://192.168.0.1/hook", secret }).ask(request);
  expect(answer).toEqual({ ok: false, error: { reason: "address_not_allowed" } });
});
