import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import fc from "fast-check";
import { DESK_DOORS } from "#lib/server/desk-doors.ts";
import { expect, test } from "./fixtures.ts";
import { hostileText } from "./hostile-texts.ts";
import { openRows } from "./shop-rows-testing.ts";
import { deskOf, signedInAs } from "./sign-in-testing.ts";

/*
 * The owner of one shop asks for another's: every door of the desk, its address and its fields filled with the other shop's ids,
 * addresses and numbers. Nothing of it may be read, and nothing may change. `npm run test:full` asks twenty times as often.
 */

const COUNT = process.env.PORCHLIGHT_FULL === "1" ? 10_000 : 500;
const AT_ONCE = 4;
const root = fileURLToPath(new URL("../", import.meta.url));
const doors = Object.keys(DESK_DOORS).filter((door) => door.includes("[merchant]"));

type Asked = {
  readonly door: string;
  readonly isOwnShop: boolean;
  readonly method: "GET" | "POST";
  readonly parts: readonly string[];
  readonly fields: readonly (readonly [name: string, value: string])[];
};

/** Every name that a form or an address of the desk may have, found where they are read and written. */
function fieldNames(): readonly string[] {
  const names = new Set([
    "id",
    "order",
    "shipment",
    "person",
    "version",
    "account",
    "picture",
    "upload",
    "q",
    "before",
  ]);
  for (const folder of ["app/admin", "components/admin", "components/ui", "lib/server", "lib/use-cases"]) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })) {
      if (!/\.tsx?$/.test(file)) continue;
      const source = readFileSync(join(root, folder, file), "utf8");
      for (const [, a, b, c] of source.matchAll(/fields\.(\w+)|\bname="(\w+)"|query\.(\w+)/g))
        names.add(a ?? b ?? c ?? "");
    }
  }
  return [...names].filter((name) => name !== "");
}

function requests(texts: readonly string[]): fc.Arbitrary<Asked> {
  const foreign = fc.constantFrom(...texts);
  const value = fc.oneof({ weight: 8, arbitrary: foreign }, { weight: 1, arbitrary: hostileText(60) }, fc.constant(""));
  return fc.record({
    door: fc.constantFrom(...doors),
    isOwnShop: fc.boolean(),
    method: fc.constantFrom("GET", "POST"),
    parts: fc.array(foreign, { minLength: 3, maxLength: 3 }),
    fields: fc.array(fc.tuple(fc.constantFrom(...fieldNames()), value), { maxLength: 6 }),
  });
}

function pathOf({ door, isOwnShop, parts }: Asked, own: string, other: string): string {
  let nth = 0;
  return door
    .replace("[merchant]", isOwnShop ? own : other)
    .replaceAll(/\[\w+\]/g, () => encodeURIComponent(parts[nth++] ?? ""));
}

/** The secrets in an answer that were not in its question. */
async function leaked(response: APIResponse, sent: string, secrets: readonly string[]): Promise<readonly string[]> {
  const told = `${JSON.stringify(response.headers())}${await response.text()}`;
  return secrets.filter((secret) => told.includes(secret) && !sent.includes(secret));
}

async function askAll<T>(asked: readonly T[], ask: (one: T) => Promise<void>): Promise<void> {
  const rest = [...asked];
  const work = async () => {
    for (let one = rest.pop(); one !== undefined; one = rest.pop()) await ask(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

test("whatever the owner of one shop asks for, nothing of another is read or changed", async ({ playwright, demo }) => {
  test.setTimeout(COUNT * 150);
  const { mallorySlug: own, otherSlug: other, databaseUrl } = deskOf(demo);
  const request = await signedInAs(playwright, demo, "mallory-fuzzing");
  const rows = openRows(databaseUrl);
  const { ids, secrets } = await rows.rowsOf(other);
  expect([ids.length > 50, secrets.length > 20]).toEqual([true, true]);
  const before = await rows.checksums(other);
  const found: string[] = [];
  const texts = [...ids, ...ids, ...secrets, other];
  await askAll(fc.sample(requests(texts), COUNT), async (asked) => {
    const path = pathOf(asked, own, other);
    const form = new URLSearchParams(asked.fields.map(([name, value]) => [name, value])).toString();
    const headers = { Origin: demo.baseUrl, "Content-Type": "application/x-www-form-urlencoded" };
    const response =
      asked.method === "GET"
        ? await request.get(`${path}?${form}`, { maxRedirects: 0 })
        : await request.post(path, { headers, data: form, maxRedirects: 0 });
    const leaks = await leaked(response, JSON.stringify([path, asked.fields]), secrets);
    if (response.status() >= 500 || leaks.length > 0 || (response.status() === 200 && !asked.isOwnShop))
      found.push(`${asked.method} ${path} ${JSON.stringify(asked.fields)}: ${response.status()} ${leaks.join(", ")}`);
  });
  expect(found).toEqual([]);
  expect(await rows.checksums(other)).toEqual(before);
  expect(await rows.deedsOf(other, "mallory-fuzzing@desk.example")).toEqual([]);
  await rows.close();
  await request.dispose();
});

/** The hidden fields of the forms on a page that call a server action, as a browser without script posts them. */
async function actionsOn(request: APIRequestContext, path: string): Promise<readonly Record<string, string>[]> {
  const html = await (await request.get(path)).text();
  return [...html.matchAll(/<form[^>]*>(.*?)<\/form>/gs)]
    .map(([, inside = ""]) =>
      Object.fromEntries(
        [...inside.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(
          ([, name = "", value = ""]) => [name, value.replaceAll("&quot;", '"').replaceAll("&amp;", "&")],
        ),
      ),
    )
    .filter((fields) => Object.keys(fields).length > 0);
}

test("an action that was made for one's own shop does nothing at another", async ({ playwright, demo }) => {
  test.setTimeout(120_000);
  const { mallorySlug: own, otherSlug: other, malloryParts, otherParts, databaseUrl } = deskOf(demo);
  const request = await signedInAs(playwright, demo, "mallory");
  const rows = openRows(databaseUrl);
  const { ids, secrets } = await rows.rowsOf(other);
  const before = await rows.checksums(other);
  const exchange = (text: string, ownId: string, foreign: string) => text.replaceAll(ownId, foreign);
  let tried = 0;
  for (const door of doors) {
    const parts = Object.values(malloryParts);
    const path = pathOf({ door, isOwnShop: true, parts, method: "GET", fields: [] }, own, other);
    for (const fields of await actionsOn(request, path)) {
      for (const foreign of [...Object.values(otherParts), ...ids.slice(0, 10)]) {
        for (const slug of [own, other]) {
          const multipart = Object.fromEntries(
            Object.entries(fields).map(([name, value]) => [
              name,
              parts.reduce((text, id) => exchange(text, id, foreign), exchange(value, own, slug)),
            ]),
          );
          const response = await request.post(path, { headers: { Origin: demo.baseUrl }, multipart, maxRedirects: 0 });
          const leaks = await leaked(response, JSON.stringify(multipart), secrets);
          expect([path, slug, response.status() < 500, leaks]).toEqual([path, slug, true, []]);
          tried += 1;
        }
      }
    }
  }
  expect(tried).toBeGreaterThan(10);
  expect(await rows.checksums(other)).toEqual(before);
  expect(await rows.deedsOf(other, "mallory@desk.example")).toEqual([]);
  await rows.close();
  await request.dispose();
});
