import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { deskOf, openMenu, pickInOwnMenu, signedInAs, signIn } from "./sign-in-testing.ts";

test("somebody changes their own password, which signs them out everywhere else", async ({ page, playwright, demo }, {
  project,
}) => {
  const { password, slug } = deskOf(demo);
  const name = `keeper-${project.name}`;
  const account = `/admin/shops/${slug}/account`;
  const elsewhere = await signedInAs(playwright, demo, name);
  await page.goto("/admin/sign-in");
  await signIn(page, `${name}@desk.example`, password);
  await openMenu(page);
  await page.getByRole("button", { name: `${name} Support` }).press("Enter");
  await page.getByRole("menuitem", { name: "Your account" }).press("Enter");
  await expect(page).toHaveURL(new RegExp(`${account}$`));
  await expect(page.getByRole("main")).toContainText(`${name}@desk.example`);
  await expect(page.getByRole("main")).toContainText("here and in one other browser");

  const present = page.getByLabel("Current password");
  const chosen = page.getByLabel("New password");
  const save = page.getByRole("button", { name: "Save the new password" });
  // Too short: the browser says so before anything is sent, and what was typed stays.
  await present.fill(password);
  await chosen.pressSequentially("too short");
  await save.click();
  await expect(chosen).toHaveValue("too short");
  await expect(page).toHaveURL(new RegExp(`${account}$`));
  // Sent all the same, the server says it.
  await page.locator("form[action$='/account/password']").evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await save.click();
  await expect(chosen).toHaveAccessibleDescription(/12 to 128 characters/);
  await present.fill("not this one at all");
  await chosen.fill("a lantern in the hall");
  await save.click();
  await expect(present).toHaveAccessibleDescription("That is not your current password.");
  expect((await elsewhere.get(account, { maxRedirects: 0 })).status()).toBe(200);

  await present.fill(password);
  await chosen.fill("a lantern in the hall");
  await save.click();
  await expect(page.getByRole("status")).toHaveText(/new password is saved/);
  await expect(page.getByRole("main")).toContainText("here and nowhere else");
  expect((await elsewhere.get(account, { maxRedirects: 0 })).status()).toBe(307);
  expect(page.url()).not.toContain("lantern");
  await elsewhere.dispose();
});

test("somebody signs out everywhere else, and stays signed in here", async ({ page, playwright, demo }) => {
  const { password, slug } = deskOf(demo);
  const account = `/admin/shops/${slug}/account`;
  const elsewhere = await signedInAs(playwright, demo, "keeper-desktop");
  await page.goto(`/admin/sign-in?to=${account}`);
  await signIn(page, "keeper-desktop@desk.example", password);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await expect(page.getByRole("status")).toHaveText("Everywhere else you are signed out.");
  await expect(page.getByRole("button", { name: "Sign out everywhere else" })).toHaveCount(0);
  expect((await elsewhere.get(account, { maxRedirects: 0 })).status()).toBe(307);
  await elsewhere.dispose();
});

test("after five tries at the password even the right one has to wait", async ({ playwright, demo }) => {
  const { password, slug } = deskOf(demo);
  const request = await signedInAs(playwright, demo, "several");
  const change = (present: string) =>
    request.post(`/admin/shops/${slug}/account/password`, {
      ...{ headers: { Origin: demo.baseUrl }, maxRedirects: 0 },
      form: { present, chosen: "a lantern in the hall" },
    });
  for (let nth = 0; nth < 5; nth += 1)
    expect((await change("not this one")).headers().location).toContain("problem=wrong");
  expect((await change(password)).status()).toBe(429);
  await request.dispose();
});

test("the desk's colours are chosen in the menu, come with the page, and leave shoppers' pages alone", async ({
  page,
  demo,
}, { project }) => {
  const { slug } = deskOf(demo);
  const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`/admin/sign-in?to=/admin/shops/${slug}/orders`);
  await signIn(page, `worker-${project.name}@desk.example`, deskOf(demo).password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Orders");
  const light = await paper();
  await openMenu(page);
  await pickInOwnMenu(page, { button: `worker-${project.name} Owner`, item: "Dark" });
  await expect(page.locator("html")).toHaveAttribute("data-colours", "dark");
  await expect(page).toHaveURL(/\/orders$/);
  await expect.poll(paper).not.toBe(light);
  expect(await axeProblems(page, { contrastOnly: true })).toEqual([]);
  // What answers a form beside the pages has them too.
  const cookies = await page.context().cookies();
  expect(cookies.find(({ name }) => name === "desk-colours")).toMatchObject({ path: "/admin", httpOnly: true });
  const { path = "/" } = demo.links[0] ?? {};
  await page.goto(path);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("one's own account is reached and the colours are chosen, and the device's come back", async ({ page, demo }, {
    project,
  }) => {
    await page.goto("/admin/sign-in");
    await signIn(page, `worker-${project.name}@desk.example`, deskOf(demo).password);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole("link", { name: "Your account" }).click();
    await page.getByRole("button", { name: "Light", exact: true }).click();
    const html = page.locator("html");
    await expect(html).toHaveAttribute("data-colours", "light");
    await expect(page.getByRole("button", { name: "Light", exact: true })).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("button", { name: "As the device" }).click();
    await expect(html).toHaveAttribute("data-colours", "auto");
  });
});
