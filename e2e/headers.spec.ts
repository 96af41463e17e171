import { expect, test } from "./fixtures.ts";

function directive(policy: string | undefined, name: string): string {
  const found = (policy ?? "").split(";").find((part) => part.trim().startsWith(`${name} `));
  return found?.trim() ?? "";
}

test("a tracking page is private: no cache, no index, no referrer to others, no script without a nonce", async ({
  request,
  demo,
}) => {
  const path = demo.links[0]?.path ?? "";
  const headers = (await request.get(path)).headers();
  expect(headers["cache-control"]).toContain("no-store");
  expect(headers["x-robots-tag"]).toContain("noindex");
  expect(headers["referrer-policy"]).toBe("same-origin");
  expect(headers["x-content-type-options"]).toBe("nosniff");
  const policy = headers["content-security-policy"];
  expect(directive(policy, "default-src")).toBe("default-src 'none'");
  expect(directive(policy, "script-src")).toMatch(/'nonce-[\w+/=-]{16,}'/);
  expect(directive(policy, "script-src")).not.toContain("unsafe");
  expect(directive(policy, "style-src")).not.toContain("unsafe");
  expect(policy).not.toMatch(/https?:/);
});

const ALMOST_FILES = [
  "/api/nope",
  "/api/healthy",
  "/media/x",
  "/media/%00/x",
  `/media/maison-alder/${"0".repeat(65)}`,
  "/icon.svgx",
  "/robots.txt.php",
  "/robots.txt/x",
  "/_next/nothing",
];

for (const path of ALMOST_FILES) {
  test(`${path} is no file of ours: its 404 is as private as every page`, async ({ request }) => {
    const response = await request.get(path);
    const headers = response.headers();
    expect(response.status()).toBe(404);
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["cache-control"]).toContain("no-store");
  });
}

test("the files that every page or crawler asks for are served as they are", async ({ request }) => {
  expect((await request.get("/icon.svg")).headers()["content-type"]).toContain("image/svg+xml");
  expect(await (await request.get("/robots.txt")).text()).toContain("Disallow: /");
});

test("every response has a nonce of its own", async ({ request, demo }) => {
  const path = demo.links[0]?.path ?? "";
  const policies = await Promise.all(
    [1, 2].map(async () => (await request.get(path)).headers()["content-security-policy"]),
  );
  expect(new Set(policies.map((policy) => directive(policy, "script-src"))).size).toBe(2);
});

test("the page holds no email address of the shopper and does not give its own address away", async ({
  request,
  demo,
}) => {
  for (const { path } of demo.links) {
    const html = await (await request.get(path)).text();
    expect(html).not.toMatch(/[\w.+-]+@example\.(com|org|net)/);
    expect(html).not.toMatch(/rel="canonical"|property="og:(url|image)/);
    // What other sites show of a shared link names the shop and nothing of the order.
    const shared = html.match(/<meta property="og:[^>]*>/g)?.join(" ") ?? "";
    expect(shared).toContain("og:title");
    expect(shared).not.toMatch(/#\d|[A-Z]{2}-\d/);
  }
});

test("health is 200 and says ok", async ({ request }) => {
  const response = await request.get("/api/health");
  expect(response.status()).toBe(200);
  expect(await response.json()).toMatchObject({ status: "ok" });
});

test("a shop's picture is served as what it is, cannot run scripts and may be kept for ever", async ({
  page,
  request,
  demo,
}) => {
  await page.goto(demo.links[0]?.path ?? "");
  const source = await page.getByRole("main").locator("img").first().getAttribute("src");
  const headers = (await request.get(source ?? "")).headers();
  expect(headers["content-type"]).toMatch(/^image\//);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["content-security-policy"]).toContain("sandbox");
  expect(headers["cache-control"]).toContain("immutable");
});
