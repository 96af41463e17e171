import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { deskOf, enter, signedInAs } from "./sign-in-testing.ts";

/*
 * Rules are one shop's, so these journeys run one after the other, in one width: each in a group of its own.
 */
test.describe.configure({ mode: "serial" });

test("rules read as sentences; a mistake keeps what was typed, the last 90 days are tried, and saving can be taken back", async ({
  page,
  demo,
}) => {
  const { slug } = deskOf(demo);
  await enter(page, demo, { name: "editor", path: `/admin/shops/${slug}/rules` });
  await expect(page.getByText("2 days late or more: 10% off the next order.")).toBeVisible();
  expect([await axeProblems(page), await layoutProblems(page)]).toEqual([[], []]);

  await page.getByRole("link", { name: "Change: What you give" }).click();
  await page.getByRole("button", { name: "Add a rule" }).click();
  const added = page.getByRole("group", { name: "3. A new rule" });
  await added.getByLabel("Call it").fill("A small thing for everybody");
  await added.getByLabel("Days", { exact: true }).fill("0");
  await added.getByLabel("What is given").selectOption("amount_off");
  await added.getByLabel("Amount").last().fill("five");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert").first()).toHaveText(/One thing has to be put right/);
  const wrong = page.getByRole("group", { name: "A small thing for everybody" }).getByLabel("Amount").last();
  await expect(wrong).toHaveValue("five");
  await expect(wrong).toHaveAccessibleDescription("An amount such as 12.50.");
  expect([await axeProblems(page), await layoutProblems(page)]).toEqual([[], []]);

  await wrong.fill("5");
  await page.getByRole("button", { name: "Try on the last 90 days" }).click();
  const tried = page.getByRole("region", { name: "The last 90 days, with these rules" });
  await expect(tried).toContainText(/You would have told \d+ shoppers and spent €/);
  const cost = tried.getByRole("row", { name: /^Cost/ });
  const [, holds, really] = await cost.getByRole("cell").allTextContents();
  expect(holds).toBe(really);
  // What lies under the rail has no ground to be judged on.
  await page.evaluate(() => window.scrollTo(0, 0));
  expect([await axeProblems(page), await layoutProblems(page)]).toEqual([[], []]);

  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved. It holds from now on.");
  await expect(page.getByText("3. However late: €5.00 off the next order.").first()).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("status")).toHaveText(/Taken back/);
  await expect(page.getByRole("group", { name: "A small thing for everybody" })).toHaveCount(0);
  await page.getByText("How it came about").click();
  await expect(page.getByText("editor, ").first()).toBeVisible();
});

test("two people at the same rules: who comes second is told what changed, and keeps what they typed", async ({
  page,
  playwright,
  demo,
}) => {
  const { slug } = deskOf(demo);
  const edit = `/admin/shops/${slug}/rules/edit?group=remedies`;
  await enter(page, demo, { name: "editor", path: edit });
  await page.getByLabel("Days", { exact: true }).first().fill("4");

  const other = await signedInAs(playwright, demo, "owner");
  const html = await (await other.get(edit)).text();
  const field = (name: string) =>
    new RegExp(`name="${name}" value="([^"]*)"|value="([^"]*)" name="${name}"`).exec(html);
  const [base, version] = ["base", "version"].map((name) => field(name)?.[1] ?? field(name)?.[2] ?? "");
  const form = {
    ...{ group: "remedies", base: base ?? "", version: version ?? "", do: "save", "desk.closes": "16:00" },
    ...Object.fromEntries(
      ["wait", "pickup", "address", "reship", "refund", "person"].map((r) => [`remedies.offered.${r}`, "on"]),
    ),
    ...{ "remedies.reshipFromDaysLate": "3", "remedies.refundFromDaysLate": "3" },
    ...Object.fromEntries(
      ["pickup", "address", "reship", "refund", "person"].map((r) => [`desk.answerDays.${r}`, "1"]),
    ),
  };
  const options = { form, headers: { Origin: demo.baseUrl }, maxRedirects: 0 };
  const saved = await other.post(`/admin/shops/${slug}/rules/change`, options);
  expect(saved.headers().location).toContain("said=saved");
  await other.dispose();

  await page.getByRole("button", { name: "Save" }).first().click();
  const conflict = page.getByRole("alert").filter({ hasText: "owner saved this meanwhile" });
  await expect(conflict).toContainText("You answer by 16:00 within 1 working day.");
  await expect(page.getByLabel("Days", { exact: true }).first()).toHaveValue("4");
  expect([await axeProblems(page), await layoutProblems(page)]).toEqual([[], []]);
  await page.getByRole("button", { name: "Save mine all the same" }).click();
  await expect(page.getByRole("status")).toHaveText("Saved. It holds from now on.");
  await expect(page.getByText("You answer by 17:00 within 1 working day.").first()).toBeVisible();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("products are found, put together, and tried", async ({ page, demo }) => {
    const { slug } = deskOf(demo);
    await enter(page, demo, { name: "editor", path: `/admin/shops/${slug}/rules/edit?group=products` });
    await page.getByLabel("SKU or title begins with").fill("sc");
    await page.getByRole("button", { name: "Find" }).click();
    const sku = await page.locator(".found code").first().textContent();
    const excluded = page.getByRole("group", { name: "Never at all" });
    await excluded.getByRole("button", { name: "Add a product" }).click();
    await excluded.getByLabel("SKU").fill(sku ?? "");
    await page.getByRole("button", { name: "Try on the last 90 days" }).click();
    await expect(page.getByRole("region", { name: "The last 90 days, with these rules" })).toBeVisible();
    await expect(excluded.getByLabel("SKU")).toHaveValue(sku ?? "");
    await expect(excluded.locator(".sku-title")).not.toHaveText(/No product/);
    await page.getByRole("button", { name: "Throw my changes away" }).click();
    await expect(page.getByText("No product is left out.")).toBeVisible();
  });
});
