import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { APIRequestContext, APIResponse } from "@playwright/test";
import { DESK_DOORS } from "#lib/server/desk-doors.ts";
import { expect, test } from "./fixtures.ts";
import { deskOf, signedInAs } from "./sign-in-testing.ts";

/*
 * Who may open what: every page and form under app/admin, found in the folder itself, is tried as nobody, as each role and as
 * an owner of another shop. A new one that names no door, or that does not ask who is there, fails here.
 */
const app = fileURLToPath(new URL("../app", import.meta.url));
/** A preview of a shop's page stands beside the desk's own documents: a group of routes, whose name is in no address. */
const found = ["admin", "(preview)/admin"]
  .flatMap((folder) =>
    readdirSync(join(app, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(join(app, file), "utf8") }));
const opened = found
  .filter(({ file }) => /\/(page|route)\.tsx?$/.test(file))
  .map(({ file, source }) => ({
    door: `/${file.replace(/^\(\w+\)\//, "").replace(/\/(page|route)\.tsx?$/, "")}`,
    source,
    kind: kindOf(file, source),
  }));
type Kind = "page" | "form" | "read";

function kindOf(file: string, source: string): Kind {
  if (/page\.tsx$/.test(file)) return "page";
  return /return membersRead\(/.test(source) ? "read" : "form";
}

const doors: Readonly<Record<string, string>> = DESK_DOORS;
const ofShops = opened.filter(({ door }) => !["anyone", "signed_in"].includes(doors[door] ?? "anyone"));

const ROLES = ["support", "editor", "owner"];
/** What people send who mean harm: it would do something, were it let in. */
const FORM = { name: "Mallory", email: "mallory@desk.example", role: "owner", person: "somebody" };

test("every page and form of the desk names its door, and every door has one", () => {
  expect(opened.map(({ door }) => door).sort()).toEqual(Object.keys(DESK_DOORS).sort());
});

const ASKS = { page: /await requireMember\(/, form: /return members(Form|Upload)\(/, read: /return membersRead\(/ };

test("every page, form and file of a shop asks at its own door; every form checks where it was posted", () => {
  expect(ofShops.length).toBeGreaterThan(3);
  for (const { door, source, kind } of ofShops) {
    expect(source, door).toContain(`"${door}"`);
    expect(source, door).toMatch(ASKS[kind]);
  }
  for (const { door, source, kind } of opened) {
    if (kind === "form") expect(source, door).toMatch(/return (anyonesForm|membersForm|membersUpload)\(/);
    if (kind === "read") expect(source, door).not.toMatch(/function (POST|PUT|PATCH|DELETE)/);
  }
});

test("every server action of the desk asks who is there before anything else", () => {
  const actions = found.flatMap(({ file, source }) =>
    /^\s*"use server"/m.test(source)
      ? source
          .split(/export async function /)
          .slice(1)
          .map((body) => `${file} ${body}`)
      : [],
  );
  for (const action of actions) expect(action).toMatch(/\{\s*const [^;]* = await requireMember\(/);
});

type Shop = { readonly slug: string; readonly parts: Readonly<Record<string, string>> };

const NO_ID = "00000000-0000-7000-8000-000000000000";

/** A door's address at a shop; a part of it that the shop has no id for is one that does not exist. */
function pathOf(door: string, { slug, parts }: Shop): string {
  return door.replace("[merchant]", slug).replaceAll(/\[(\w+)\]/g, (_, part: string) => parts[part] ?? NO_ID);
}

async function tried(request: APIRequestContext, baseUrl: string, { door, kind }: (typeof opened)[number], shop: Shop) {
  const path = pathOf(door, shop);
  const options = { headers: { Origin: baseUrl }, maxRedirects: 0 };
  return kind === "form" ? request.post(path, { ...options, form: FORM }) : request.get(path, options);
}

function outcome(response: APIResponse): string {
  const to = response.headers().location ?? "";
  return to.startsWith("/admin/sign-in") ? "sign in" : String(response.status());
}

/** What who may come in gets to see: a page or a file, and of a form the way back to its page. */
const ALLOWED = { page: "200", read: "200", form: "303" } as const satisfies Record<Kind, string>;

test("nobody gets further than the sign-in", async ({ request, demo }) => {
  for (const each of ofShops)
    expect([each.door, outcome(await tried(request, demo.baseUrl, each, deskOf(demo)))]).toEqual([
      each.door,
      "sign in",
    ]);
  expect(outcome(await request.get("/admin", { maxRedirects: 0 }))).toBe("sign in");
});

for (const name of ["support", "editor", "outsider"]) {
  test(`${name} opens what their role opens, and nothing of a shop that is not theirs`, async ({
    playwright,
    demo,
  }) => {
    // Their forms end the sessions that they have elsewhere: other journeys are signed in as somebody else.
    const request = await signedInAs(playwright, demo, name === "outsider" ? name : `door-${name}`);
    const { slug, otherSlug, parts, otherParts } = deskOf(demo);
    const shops = [
      { slug, parts },
      { slug: otherSlug, parts: otherParts },
    ] as const;
    const [mine, theirs] = name === "outsider" ? [shops[1], shops[0]] : shops;
    const role = name === "outsider" ? "owner" : name;
    for (const each of ofShops) {
      const { door, kind } = each;
      const at = async (shop: Shop) => outcome(await tried(request, demo.baseUrl, each, shop));
      for (const foreign of [theirs, { ...mine, slug: "no-such-shop" }])
        expect([door, await at(foreign)]).toEqual([door, "404"]);
      const may = ROLES.indexOf(role) >= ROLES.indexOf(doors[door] ?? "");
      if (may && kind === "form" && name === "outsider") continue;
      expect([door, await at(mine)]).toEqual([door, may ? ALLOWED[kind] : "403"]);
      if (!may || !/\[(?!merchant)/.test(door)) continue;
      // What is not there, or another shop's, looks the same: a page or a file says so, a form leads back.
      for (const strange of [{}, theirs.parts])
        expect([door, await at({ ...mine, parts: strange })]).toEqual([door, kind === "form" ? "303" : "404"]);
    }
    await request.dispose();
  });
}

test("another shop's page and one that does not exist answer with the same words", async ({ playwright, demo }) => {
  const request = await signedInAs(playwright, demo, "outsider");
  const texts = await Promise.all(
    [deskOf(demo).slug, "no-such-shop"].map(async (slug) =>
      (await (await request.get(`/admin/shops/${slug}/people`)).text())
        .replaceAll(slug, "SHOP")
        .replaceAll(/nonce="[^"]*"/g, ""),
    ),
  );
  expect(texts[0]?.length).toBe(texts[1]?.length);
  expect(texts[0]).not.toContain("@desk.example");
  await request.dispose();
});

test("an owner opens everything of their shop; a form from elsewhere does nothing, whoever posts it", async ({
  playwright,
  demo,
}) => {
  const request = await signedInAs(playwright, demo, "owner");
  const { slug } = deskOf(demo);
  for (const { door, kind } of ofShops)
    if (kind !== "form") expect((await request.get(pathOf(door, deskOf(demo)))).status(), door).toBe(200);
  for (const { door, kind } of opened) {
    if (kind !== "form") continue;
    for (const headers of [{}, { Origin: "null" }, { Origin: "https://evil.example" }]) {
      const response = await request.post(pathOf(door, deskOf(demo)), { headers, form: FORM, maxRedirects: 0 });
      expect([door, response.status()]).toEqual([door, 403]);
    }
  }
  const people = await (await request.get(`/admin/shops/${slug}/people`)).text();
  expect(people).not.toContain(FORM.email);
  await request.dispose();
});

test("no page of the desk may stand in a frame, be kept or be listed", async ({ request }) => {
  const headers = (await request.get("/admin/sign-in")).headers();
  expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  expect(headers["content-security-policy"]?.replace("style-src-attr 'unsafe-inline'", "")).not.toContain("unsafe");
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-robots-tag"]).toContain("noindex");
});

test("the desk has one address: at a shop's own domain there is none", async ({ request, demo }) => {
  const headers = { Host: demo.ownDomain?.host ?? "" };
  expect((await request.get("/admin/sign-in", { headers })).status()).toBe(404);
});
