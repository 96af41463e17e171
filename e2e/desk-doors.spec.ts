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
const found = readdirSync(join(app, "admin"), { recursive: true, encoding: "utf8" })
  .map((file) => `admin/${file.replaceAll("\\", "/")}`)
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => ({ file, source: readFileSync(join(app, file), "utf8") }));
const opened = found
  .filter(({ file }) => /\/(page|route)\.tsx?$/.test(file))
  .map(({ file, source }) => ({
    door: `/${file.replace(/\/(page|route)\.tsx?$/, "")}`,
    source,
    isPage: /page\.tsx$/.test(file),
  }));
const doors: Readonly<Record<string, string>> = DESK_DOORS;
const ofShops = opened.filter(({ door }) => !["anyone", "signed_in"].includes(doors[door] ?? "anyone"));

const ROLES = ["support", "editor", "owner"];
/** What people send who mean harm: it would do something, were it let in. */
const FORM = { name: "Mallory", email: "mallory@desk.example", role: "owner", person: "somebody" };

test("every page and form of the desk names its door, and every door has one", () => {
  expect(opened.map(({ door }) => door).sort()).toEqual(Object.keys(DESK_DOORS).sort());
});

test("every page and form of a shop asks at its own door; every form checks where it was posted", () => {
  expect(ofShops.length).toBeGreaterThan(3);
  for (const { door, source, isPage } of ofShops) {
    expect(source, door).toContain(`"${door}"`);
    expect(source, door).toMatch(isPage ? /await requireMember\(/ : /return membersForm\(/);
  }
  for (const { door, source, isPage } of opened.filter((each) => !each.isPage))
    expect([door, isPage, /return (anyonesForm|membersForm)\(/.test(source)]).toEqual([door, false, true]);
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

function pathOf(door: string, slug: string): string {
  return door.replace("[merchant]", slug);
}

async function tried(request: APIRequestContext, baseUrl: string, door: string, slug: string, isPage: boolean) {
  const path = pathOf(door, slug);
  const options = { headers: { Origin: baseUrl }, maxRedirects: 0 };
  return isPage ? request.get(path, options) : request.post(path, { ...options, form: FORM });
}

function outcome(response: APIResponse): string {
  const to = response.headers().location ?? "";
  return to.startsWith("/admin/sign-in") ? "sign in" : String(response.status());
}

test("nobody gets further than the sign-in", async ({ request, demo }) => {
  for (const { door, isPage } of ofShops)
    expect([door, outcome(await tried(request, demo.baseUrl, door, deskOf(demo).slug, isPage))]).toEqual([
      door,
      "sign in",
    ]);
  expect(outcome(await request.get("/admin", { maxRedirects: 0 }))).toBe("sign in");
});

for (const name of ["support", "editor", "outsider"]) {
  test(`${name} opens what their role opens, and nothing of a shop that is not theirs`, async ({
    playwright,
    demo,
  }) => {
    const request = await signedInAs(playwright, demo, name);
    const { slug, otherSlug } = deskOf(demo);
    const [mine, theirs] = name === "outsider" ? [otherSlug, slug] : [slug, otherSlug];
    const role = name === "outsider" ? "owner" : name;
    for (const { door, isPage } of ofShops) {
      const least = doors[door] ?? "";
      for (const foreign of [theirs, "no-such-shop"])
        expect([door, outcome(await tried(request, demo.baseUrl, door, foreign, isPage))]).toEqual([door, "404"]);
      const may = ROLES.indexOf(role) >= ROLES.indexOf(least);
      const allowed = isPage ? "200" : "303";
      if (may && !isPage && name === "outsider") continue;
      expect([door, outcome(await tried(request, demo.baseUrl, door, mine, isPage))]).toEqual([
        door,
        may ? allowed : "403",
      ]);
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
  for (const { door, isPage } of ofShops) {
    const path = pathOf(door, slug);
    if (isPage) expect((await request.get(path)).status(), door).toBe(200);
  }
  for (const { door, isPage } of opened) {
    if (isPage) continue;
    for (const headers of [{}, { Origin: "null" }, { Origin: "https://evil.example" }]) {
      const response = await request.post(pathOf(door, slug), { headers, form: FORM, maxRedirects: 0 });
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
