import type { APIRequestContext, Page } from "@playwright/test";
import { demoStories } from "#lib/demo/demo-drafts.ts";
import { expect, test } from "./fixtures.ts";

/*
 * An address has ten tries at a shop, and all these come from one: each journey that looks has a shop of its own, used by
 * both projects.
 */
function order(slug: Parameters<typeof demoStories>[0]) {
  for (const { number, buyer } of demoStories(slug)) {
    const { email, address } = buyer;
    if (email !== null && address.postcode !== null) return { number, email, postcode: address.postcode };
  }
  throw new Error(`The demo's shop ${slug} has no order that can be proved`);
}

async function fillIn(page: Page, typed: { number?: string; email?: string; postcode?: string }) {
  await page.getByLabel("Order number").fill(typed.number ?? "");
  await page.getByLabel("Email address").fill(typed.email ?? "");
  await page.getByLabel("Postcode").fill(typed.postcode ?? "");
  await page.getByRole("button", { name: "Find my order" }).click();
}

function post(request: APIRequestContext, slug: string, form: Record<string, string>, headers: Record<string, string>) {
  return request.post(`/find/${slug}/look`, { form, headers, maxRedirects: 0 });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an order that is there and one that is not get the same answer; with both proofs its page opens", async ({
    page,
  }) => {
    const { number, email, postcode } = order("maison-alder");
    const seen: string[] = [];
    for (const typed of [number, "NO-SUCH-ORDER"]) {
      await page.goto("/find/maison-alder?lang=en");
      await fillIn(page, { number: typed, email });
      expect(new URL(page.url()).pathname).toBe("/find/maison-alder/sent");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your email");
      seen.push(await page.getByRole("main").innerHTML());
    }
    expect(seen[0]).toBe(seen[1]);
    await page.getByRole("link", { name: "Try again" }).click();
    await fillIn(page, { number: ` ${number.toLowerCase()} `, email: email.toUpperCase(), postcode });
    expect(new URL(page.url()).pathname).toMatch(/^\/t\/[\w-]{22}$/);
    await expect(page.getByRole("main")).toBeVisible();
  });

  test("what is missing is told beside the field; what was typed stays, and never in the address", async ({ page }) => {
    await page.goto("/find/voltgarten?lang=en");
    await fillIn(page, { number: "VG-0", email: "ana" });
    await expect(page.getByLabel("Email address")).toHaveAccessibleDescription(/does not look like an email address/);
    await expect(page.getByLabel("Order number")).toHaveValue("VG-0");
    await expect(page.getByLabel("Email address")).toHaveValue("ana");
    expect(page.url()).not.toMatch(/VG-0|ana/);
    await fillIn(page, {});
    await expect(page.getByLabel("Order number")).toHaveAccessibleDescription(/Please type your order number/);
    await expect(page.getByLabel("Postcode")).toHaveAccessibleDescription(/your email address or your postcode/);
  });
});

test("the first field that is wrong has the focus", async ({ page }) => {
  await page.goto("/find/voltgarten?lang=en");
  await fillIn(page, { number: "VG-1" });
  await expect(page.getByLabel("Email address")).toBeFocused();
  await fillIn(page, { email: "ana@example.com" });
  await expect(page.getByLabel("Order number")).toBeFocused();
});

test("status, headers and length of the answer are those of a miss", async ({ request, demo }) => {
  const { number, email } = order("voltgarten");
  const answers: unknown[] = [];
  for (const typed of [number, "NO-SUCH-ORDER"]) {
    const response = await post(request, "voltgarten", { number: typed, email }, { Origin: demo.baseUrl });
    const { date: _, "content-security-policy": policy, ...headers } = response.headers();
    const body = await response.body();
    answers.push({ status: response.status(), headers, policy: policy?.length, length: body.length });
  }
  expect(answers[0]).toMatchObject({ status: 303 });
  expect(answers[0]).toEqual(answers[1]);
});

test("a form from another site, or from none, is refused", async ({ request, demo }) => {
  const form = { number: "1", email: "ana@example.com" };
  for (const headers of [{}, { Origin: "null" }, { Origin: "https://evil.example" }])
    expect((await post(request, "voltgarten", form, headers)).status()).toBe(403);
  const large = { ...form, note: "x".repeat(20_000) };
  expect((await post(request, "voltgarten", large, { Origin: demo.baseUrl })).status()).toBe(413);
});

test("too many tries are told when to come back, and no made-up address helps", async ({ request, demo }) => {
  const statuses: number[] = [];
  for (let nth = 0; nth < 12 && statuses.at(-1) !== 429; nth++) {
    const headers = {
      Origin: demo.baseUrl,
      "X-Forwarded-For": `198.51.${nth}.7`,
      "X-Porchlight-Peer": `198.51.${nth}.7`,
    };
    const response = await post(
      request,
      "alishan-tea",
      { number: `N-${nth}`, email: "ana@example.com", lang: "en" },
      headers,
    );
    statuses.push(response.status());
    if (response.status() !== 429) continue;
    expect(await response.text()).toMatch(/Please try again in \d minutes?/);
    expect(Number(response.headers()["retry-after"])).toBeGreaterThan(0);
    expect(response.headers()["content-security-policy"]).toContain("default-src 'none'");
  }
  expect(statuses.at(-1)).toBe(429);
});

test("where several shops send their pages, the look-up without a shop says where to go", async ({ page }) => {
  await page.goto("/find");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Which shop is it from?");
});
