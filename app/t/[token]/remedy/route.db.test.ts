import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { remediesOf } from "#db/queries/remedies.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import type { Context } from "#lib/server/context.ts";
import { linkedOrders } from "#lib/use-cases/links/linked-orders-testing.ts";
import { withLinkedOrder } from "#lib/use-cases/links/with-linked-order.ts";
import { keys } from "#lib/use-cases/orders/import-testing.ts";
import { lateParcels } from "#lib/use-cases/promises/delays-testing.ts";
import { GET, POST } from "./route.ts";

// What keeps server code out of browsers is no business of a test that runs on the server.
vi.mock("server-only", () => ({}));

let database: TestDatabase;
let token: string;

beforeAll(async () => {
  database = await createTestDatabase();
  const { tokens } = await linkedOrders(database, 1);
  token = tokens[0] ?? "";
  const order = await withLinkedOrder(database.db, token, async (_, found) => found);
  await lateParcels(database, { ...order, count: 1 });
  const context: Context = { db: database.db, keys, sandbox: { url: "http://127.0.0.1:9", pace: 1 }, floorMs: 0 };
  Object.assign(globalThis, { porchlightContext: context });
});
afterAll(async () => {
  Object.assign(globalThis, { porchlightContext: undefined });
  await database.drop();
});

const params = (of: string) => ({ params: Promise.resolve({ token: of }) });
function post(fields: Readonly<Record<string, string>>, origin = "https://shop.example", of = token) {
  const headers = { origin, host: "shop.example" };
  const body = new URLSearchParams(fields);
  return POST(new Request(`https://shop.example/t/${of}/remedy`, { method: "POST", headers, body }), params(of));
}
const led = (response: Response) => [response.status, response.headers.get("location")];
const said = (word: string) => [303, `/t/${token}?remedy=${word}#answer`];
const waiting = () => withLinkedOrder(database.db, token, (tx, order) => remediesOf(tx, order));

test("a choice, its take-back and what is not offered lead back to the answer, which says so", async () => {
  expect(led(await post({ remedy: "refund", parcel: "1", words: "Too late for us." }))).toEqual(said("chosen"));
  const [one] = await waiting();
  expect(one).toMatchObject({ remedy: "refund", state: "waiting", details: { words: "Too late for us." } });
  expect(led(await post({ take_back: one?.id ?? "" }))).toEqual(said("taken_back"));
  expect(led(await post({ remedy: "refund", parcel: "7" }))).toEqual(said("refused"));
  expect(led(await post({ remedy: "a pony" }))).toEqual(said("refused"));
  expect(await waiting()).toMatchObject([{ state: "taken_back" }]);
});

test("a form of another site changes nothing", async () => {
  const before = await waiting();
  expect((await post({ remedy: "refund", parcel: "1" }, "https://elsewhere.example")).status).toBe(403);
  expect(await waiting()).toEqual(before);
});

test("a link that leads nowhere leads to the page that says so, and so does asking by GET", async () => {
  const nobody = "A".repeat(22);
  expect(led(await post({ remedy: "wait" }, "https://shop.example", nobody))).toEqual([303, `/t/${nobody}`]);
  const asked = new Request(`https://shop.example/t/${token}/remedy`);
  expect(led(await GET(asked, params(token)))).toEqual([303, `/t/${token}`]);
});
