import { axeProblems } from "./axe-problems.ts";
import { expect, test } from "./fixtures.ts";
import { layoutProblems } from "./layout-problems.ts";
import { deskOf, linkMailedTo, openMenu, pickInOwnMenu, signIn } from "./sign-in-testing.ts";

test("somebody signs in, walks the desk by keyboard, and signs out", async ({ page, demo }, { project }) => {
  const { password, slug } = deskOf(demo);
  await page.goto(`/admin/shops/${slug}/people`);
  await expect(page).toHaveURL(/\/admin\/sign-in\?to=/);
  await signIn(page, `worker-${project.name}@desk.example`, password);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("People");

  if (project.name === "phone") await openMenu(page);
  const nav = page.getByRole("navigation", { name: "The desk" });
  await expect(nav.getByRole("link", { name: "People" })).toHaveAttribute("aria-current", "page");
  await expect(nav.getByRole("link").first()).toHaveText("Desk");
  const button = `worker-${project.name} Owner`;
  await pickInOwnMenu(page, { button, item: "繁體中文" });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("成員");
  await page.goto(`/admin/shops/${slug}/people?lang=en`);

  if (project.name === "phone") await openMenu(page);
  await pickInOwnMenu(page, { button, item: "Sign out" });
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
  await page.goto(`/admin/shops/${slug}`);
  await expect(page).toHaveURL(/\/admin\/sign-in/);
});

test(
  "after five wrong passwords even the right one has to wait; what is said is the same for nobody",
  {
    tag: "@any-width",
  },
  async ({ page, demo }, { project }) => {
    const { password } = deskOf(demo);
    const said: string[] = [];
    for (const email of [`guessed-${project.name}@desk.example`, `nobody-${project.name}@desk.example`]) {
      await page.goto("/admin/sign-in");
      for (let nth = 0; nth < 5; nth++) {
        await signIn(page, email, "not this one");
        await expect(page.getByLabel("Password")).toHaveAccessibleDescription(/do not go together/);
        await expect(page.getByLabel("Email address")).toHaveValue(email);
      }
      await signIn(page, email, password);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Please wait a little");
      said.push(((await page.getByRole("main").textContent()) ?? "").replace(/\d+/, "N"));
    }
    expect(said[0]).toBe(said[1]);
    expect(page.url()).not.toContain("desk.example");
  },
);
test.use({ expectedErrors: /status of (403|404|429)/ });

test(
  "a link by mail signs in once, and a forgotten password is chosen anew",
  { tag: "@any-width" },
  async ({ page, demo }, { project }) => {
    const email = `mailed-${project.name}@desk.example`;
    await page.goto("/admin/sign-in");
    await page.getByRole("link", { name: "Send me a link instead" }).click();
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Look into your email");
    const enter = await linkMailedTo(demo, email, /admin\/enter/);
    await page.goto(enter);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(new RegExp(`/admin/shops/${deskOf(demo).slug}$`));
    await page.context().clearCookies();
    await page.goto(enter);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText("has been used or is too old")).toBeVisible();

    await page.goto("/admin/forgotten");
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "Send me the link" }).click();
    await page.goto(await linkMailedTo(demo, email, /new-password/));
    await page.getByLabel("New password").fill("a new word for it");
    await page.getByRole("button", { name: "Save the password" }).click();
    await expect(page.getByRole("status")).toHaveText(/saved/);
    await signIn(page, email, "a new word for it");
    await expect(page).toHaveURL(new RegExp(`/admin/shops/${deskOf(demo).slug}$`));
  },
);

test(
  "an owner lets somebody in, changes their role and takes their key, which closes what they have open",
  {
    tag: "@any-width",
  },
  async ({ page, browser, demo }, { project }) => {
    const { password, slug } = deskOf(demo);
    const email = `invited-${project.name}@desk.example`;
    await page.goto(`/admin/sign-in?to=/admin/shops/${slug}/people`);
    await signIn(page, `worker-${project.name}@desk.example`, password);
    await page.getByLabel("Name", { exact: true }).fill("Ivy");
    await page.getByLabel("Email address").fill("ivy");
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await expect(page.getByLabel("Email address")).toHaveAccessibleDescription(/does not look like/);
    await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ivy");
    await page.getByLabel("Email address").fill(email);
    await page.getByRole("button", { name: "Send the invitation" }).click();
    await expect(page.getByRole("status")).toHaveText("The invitation is on its way.");

    const theirs = await (await browser.newContext({ baseURL: demo.baseUrl })).newPage();
    await theirs.goto(await linkMailedTo(demo, email, /new-password/));
    await theirs.getByLabel("New password").fill("ivy grows on porches");
    await theirs.getByRole("button", { name: "Save the password" }).click();
    await signIn(theirs, email, "ivy grows on porches");
    await expect(theirs).toHaveURL(new RegExp(`/admin/shops/${slug}$`));
    const room = `/admin/shops/${slug}/people`;
    expect((await theirs.goto(room))?.status()).toBe(403);
    await expect(theirs.getByRole("heading", { level: 1 })).toHaveText("This room is for others");

    const row = page.getByRole("listitem").filter({ hasText: email });
    await row.getByLabel("Role of Ivy").selectOption("Owner");
    await row.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("status")).toHaveText("The role is saved.");
    expect((await theirs.goto(room))?.status()).toBe(200);
    await row.getByText("Remove", { exact: true }).click();
    await row.getByRole("button", { name: "Remove Ivy" }).click();
    await expect(page.getByRole("status")).toHaveText(/Removed/);
    await expect(row).toHaveCount(0);
    await theirs.goto(room);
    await expect(theirs).toHaveURL(/\/admin\/sign-in/);
    await theirs.context().close();
  },
);

test("every page of the desk is accessible and laid out, light and dark, in both languages", async ({ page, demo }, {
  project,
}) => {
  test.slow();
  const { password, slug } = deskOf(demo);
  const look = async (path: string) => {
    for (const lang of ["en", "zh-Hant"]) {
      await page.goto(`${path}${path.includes("?") ? "&" : "?"}lang=${lang}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(await layoutProblems(page), `${path} ${lang}`).toEqual([]);
      // Each scheme of colours is looked at in one language on a phone, and in the other on a desk.
      const isDark = (lang === "en") !== (project.name === "phone");
      await page.emulateMedia({ colorScheme: isDark ? "dark" : "light" });
      expect(await axeProblems(page), `${path} ${lang}`).toEqual([]);
    }
  };
  for (const path of [
    "sign-in",
    "sign-in?problem=wrong",
    "link",
    "forgotten",
    "link?said=sent",
    "enter?token=x",
    "new-password?token=x",
  ])
    await look(`/admin/${path}`);
  await page.goto("/admin/sign-in?lang=en");
  await signIn(page, `leaver-${project.name}@desk.example`, password);
  await expect(page).toHaveURL(/shops/);
  await look("/admin?all=1");
  await look(`/admin/shops/${slug}`);
  await look(`/admin/shops/${slug}/account?problem=wrong`);
  await page.context().clearCookies();
  await page.goto("/admin/sign-in?lang=en");
  await signIn(page, "several@desk.example", password);
  await expect(page.getByRole("link", { name: /Voltgarten/ })).toBeVisible();
  await look(`/admin/shops/${slug}/people`);
});
