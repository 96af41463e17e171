import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { again, deskOf, signedInAs, signIn } from "./sign-in-testing.ts";

/** An order of one line, as Shopify exports it. */
function orderRow(number: string, price: string, note = ""): string {
  return `#${number},ana@example.com,2026-11-02 10:00:00 +0000,GBP,25.00,Standard (2-4 business days),${note},2,Wool hat,${price},HAT-1\n`;
}
const HEADER =
  "Name,Email,Created at,Currency,Total,Shipping Method,Notes,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku\n";

test("a file is brought, looked through, brought in, corrected and brought again", async ({ page, demo }, {
  project,
}) => {
  const { password, slug } = deskOf(demo);
  const list = `/admin/shops/${slug}/imports`;
  const number = (nth: number) => `${project.name === "phone" ? 7 : 8}00${nth}`;
  await page.goto(`/admin/sign-in?to=${list}`);
  await signIn(page, "editor@desk.example", password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bring your orders in");

  const look = page.getByRole("button", { name: "Look at the file" });
  await again(() => look.click(), page.locator("#file-error", { hasText: "choose a file first" }));
  await expect(page.getByLabel("Choose a file")).toHaveAccessibleDescription(/choose a file first/);
  const bring = async (name: string, buffer: Buffer) => {
    await page.getByLabel("Choose a file").setInputFiles({ name, mimeType: "text/csv", buffer });
    await page.getByRole("button", { name: "Look at the file" }).click();
  };
  const rows = [orderRow(number(1), "12.50"), orderRow(number(2), "two", "=1+1"), orderRow(number(3), "12.50")];
  await bring("orders.csv.gz", gzipSync(HEADER + rows.join("")));
  const start = page.getByRole("button", { name: "Bring 2 in, leave 1 out" });
  await expect(start).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("row", { name: new RegExp(`#${number(1)}.*an….?@example.com.*£25.00`) })).toBeVisible();
  await expect(page.getByText('"two" is not an amount')).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
  await start.click();
  await expect(page.getByRole("heading", { name: "Brought in: 2 orders" })).toBeVisible({ timeout: 15_000 });

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download the rows to correct" }).click();
  const wrong = await readFile(await (await download).path(), "utf8");
  expect(wrong).toContain("'=1+1");
  await page.getByRole("link", { name: "Bring another file" }).click();
  await bring("corrected.csv", Buffer.from(wrong.replace(",two,", ",12.50,")));
  await page.getByRole("button", { name: "Bring it in" }).click({ timeout: 15_000 });
  await expect(page.getByRole("heading", { name: "Brought in: one order" })).toBeVisible({ timeout: 15_000 });

  await page.goto(list);
  await bring("again.csv", Buffer.from(HEADER + rows.join("").replace(",two,", ",12.50,")));
  await expect(page.getByRole("heading", { name: "Nothing new in this file" })).toBeVisible({ timeout: 15_000 });
  await page.getByRole("button", { name: "Throw the file away" }).click();
  await expect(page.getByText("The file is thrown away.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("again.csv");

  await page.goto(list);
  await bring("plan.csv", Buffer.from("Table,Guest\n4,Ana\n"));
  await expect(page.getByText(/Its first line says: Table · Guest/)).toBeVisible();
  await page.goto(`${list}?lang=zh-Hant`);
  await expect(page.getByRole("row", { name: /corrected.csv.*新增 1 筆/ })).toBeVisible();
  expect(await axeProblems(page)).toEqual([]);
  expect(await layoutProblems(page)).toEqual([]);
});

test("without script a file comes in too, and the page says how far it is when it is looked at again", async ({
  browser,
  demo,
}) => {
  const { password, slug } = deskOf(demo);
  const context = await browser.newContext({ baseURL: demo.baseUrl, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`/admin/sign-in?to=/admin/shops/${slug}/imports`);
  await signIn(page, "owner@desk.example", password);
  await page.getByRole("button", { name: "Look at the file" }).click();
  await expect(page.getByText("Please choose a file first.")).toBeVisible();
  const file = { name: "products.csv", mimeType: "text/csv", buffer: Buffer.from("SKU,Title\nLANTERN-9,A lantern\n") };
  await page.getByLabel("Choose a file").setInputFiles(file);
  await page.getByRole("button", { name: "Look at the file" }).click();
  const look = (button: string) =>
    expect(async () => {
      await page.reload();
      await expect(page.getByText(button)).toBeVisible({ timeout: 500 });
    }).toPass({ timeout: 15_000 });
  await look("Bring it in");
  await page.getByRole("button", { name: "Bring it in" }).click();
  await look("Brought in: one product");
  await context.close();
});

test("a file that is longer than what the server would hold in memory comes in whole", async ({ playwright, demo }) => {
  const { slug } = deskOf(demo);
  const request = await signedInAs(playwright, demo, "editor");
  const buffer = Buffer.from(`Table,Guest\n${"4,somebody who sits at a table by the window\n".repeat(300_000)}`);
  const response = await request.post(`/admin/shops/${slug}/imports/upload`, {
    headers: { Origin: demo.baseUrl },
    multipart: { kind: "", file: { name: "long.csv", mimeType: "text/csv", buffer } },
  });
  expect(buffer.byteLength).toBeGreaterThan(12_000_000);
  expect(await response.text()).toContain("14 MB");
  await request.dispose();
});
