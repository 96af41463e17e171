import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { type RunningServer, startNextServer } from "./next-server.ts";

const TOKEN_LINK = "/t/AAAAAAAAAAAAAAAAAAAAAA";
const SIGNED_LINK = `/go/maison-alder?order=1001&sig=${"0".repeat(64)}`;

// One server for all of them.
test.describe.configure({ mode: "serial" });

let server: RunningServer;

/** The same build with a database that nobody answers for. */
test.beforeAll(async () => {
  server = await startNextServer({
    folder: fileURLToPath(new URL("../", import.meta.url)),
    healthPath: "/robots.txt",
    env: (baseUrl) => ({
      DATABASE_APP_URL: "postgres://porchlight_app:none@127.0.0.1:1/none",
      PORCHLIGHT_KEYS: `away:${randomBytes(32).toString("base64")}`,
      PUBLIC_URL: baseUrl,
    }),
  });
});
test.afterAll(() => server.stop());

for (const link of [TOKEN_LINK, SIGNED_LINK]) {
  test(`with the database away ${link.slice(0, 4)} is a 503 that may be asked again and stays private`, async ({
    request,
  }) => {
    const response = await request.get(`${server.baseUrl}${link}`);
    const headers = response.headers();
    expect(response.status()).toBe(503);
    expect(Number(headers["retry-after"])).toBeGreaterThan(0);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["cache-control"]).toContain("no-store");
    expect(headers["x-robots-tag"]).toContain("noindex");
    expect(headers["referrer-policy"]).toBe("same-origin");
  });
}

test("with the database away a picture is a 503 that no cache keeps", async ({ request }) => {
  const response = await request.get(`${server.baseUrl}/media/maison-alder/${"0".repeat(64)}`);
  expect(response.status()).toBe(503);
  expect(response.headers()["cache-control"]).toBe("no-store");
});

test("with the database away who has a picture already is told that it has not changed", async ({ request }) => {
  const id = "0".repeat(64);
  const headers = { "If-None-Match": `"${id}"` };
  const response = await request.get(`${server.baseUrl}/media/maison-alder/${id}`, { headers });
  expect(response.status()).toBe(304);
  expect(response.headers()["cache-control"]).toContain("immutable");
});

test("with the database away health is a 503 that names it", async ({ request }) => {
  const response = await request.get(`${server.baseUrl}/api/health`);
  expect(response.status()).toBe(503);
  expect(await response.json()).toMatchObject({ status: "down", database: "unreachable" });
});

test("the page of a 503 is whole without JavaScript, in the reader's language and the host's look", async ({
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: "zh-TW", colorScheme: "light" });
  const page = await context.newPage();
  await page.goto(`${server.baseUrl}${SIGNED_LINK}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-Hant-TW");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("暫時打不開這個頁面");
  await expect(page).toHaveTitle("暫時打不開這個頁面");
  await page.goto(`${server.baseUrl}${SIGNED_LINK}&lang=de`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.goto(`${server.baseUrl}${TOKEN_LINK}`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  const paper = await page.locator("html").evaluate((root) => getComputedStyle(root).backgroundColor);
  expect(paper).not.toBe("rgba(0, 0, 0, 0)");
  await page.goto(`${server.baseUrl}${SIGNED_LINK}&try=30`);
  await expect(page.getByRole("link")).toHaveAttribute("href", new URL(SIGNED_LINK, server.baseUrl).search);
  await context.close();
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing in the page of a 503 in ${colorScheme} colours, but that it loads itself again`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "ar", colorScheme });
    const page = await context.newPage();
    await page.goto(`${server.baseUrl}${SIGNED_LINK}`);
    expect(await axeProblems(page, { without: ["meta-refresh"] })).toEqual([]);
    await context.close();
  });
}
