import type { Page } from "@playwright/test";
import { languages } from "#lib/brand/languages/registry.ts";
import { axeProblems } from "./axe-problems.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { unfold } from "./layout-problems.ts";

/*
 * What goes wrong, moment by moment, in two languages: the phone reads the tea house in its own, the wide window the fashion
 * label in English. Each kind of window has orders of its own: what is chosen there stays chosen.
 */

type Said = {
  readonly en: readonly RegExp[];
  readonly zh: readonly RegExp[];
  /** `none` reads of no delay at all. */
  readonly kind: "none" | "at_risk" | "apology" | "solved";
  readonly offers: readonly string[];
};

const SORRY = { en: /sorry/, zh: /抱歉/ } as const;

const JOURNEYS: Readonly<Record<string, Said>> = {
  "storm, before anyone says so": {
    kind: "at_risk",
    en: [/^It may come later than we said: between/, /We had said/, /may still be in time/],
    zh: [/^可能會比原先說好的晚/, /原先說好的是/],
    offers: ["wait", "pickup", "address", "person"],
  },
  "storm, the carrier's new date breaks the promise": {
    kind: "apology",
    en: [/^It will come later than we said, and we are sorry/, /We had said .* Bad weather in Memphis/],
    zh: [/^很抱歉，會比原先說好的晚/, /Memphis.*天候不佳/],
    offers: ["wait", "pickup", "address", "person"],
  },
  "storm, the day has passed": {
    kind: "apology",
    en: [/^This is late, and we are sorry/, /10% off your next order/, /7Q4M-2XKD-9HTV/, /Gold customers/],
    zh: [/^很抱歉，包裹遲了/, /下一筆訂單減免 10%/, /Gold/],
    offers: ["wait", "pickup", "address", "person"],
  },
  "storm, it is out for delivery": {
    kind: "apology",
    en: [/^Arriving today/, /We had said .* Bad weather/],
    zh: [/^預計今天送達/, /天候不佳/],
    offers: ["person"],
  },
  "storm, it is here": {
    kind: "solved",
    en: [/^It arrived/, /It came later than we said/, /We pay your shipping back: €4.90/],
    zh: [/送達了/, /謝謝您的等候/],
    offers: [],
  },
  missort: {
    kind: "apology",
    en: [/^It will come later/, /took a wrong turn and is being sent the right way from Hull/],
    zh: [/^很抱歉，會比原先說好的晚/, /轉錯了方向/],
    offers: ["wait", "reship", "refund", "person"],
  },
  "customs, they look": {
    kind: "at_risk",
    en: [/^It may come later/, /Customs in Hull.* is taking a closer look/],
    zh: [/^可能會比原先說好的晚/, /海關正在查驗/],
    offers: ["wait", "person"],
  },
  "customs, papers": {
    kind: "at_risk",
    en: [/^Customs is waiting for papers/, /As soon as that is settled, it moves on/],
    zh: [/海關/, /這件事一辦好/],
    offers: ["person"],
  },
  "silence, past the day": {
    kind: "apology",
    en: [/^This is late, and we are sorry/, /silent for longer than is usual/],
    zh: [/^很抱歉，包裹遲了/, /沒有消息的時間/],
    offers: ["wait", "reship", "refund", "person"],
  },
  loss: {
    kind: "apology",
    en: [/^We are sorry. It seems to be lost/, /We had said/, /You need not deal with DHL/],
    zh: [/似乎遺失/, /其他的交給我們/],
    offers: ["reship", "refund", "person"],
  },
  "late hand-over, still with the shop": {
    kind: "apology",
    en: [/^This is late, and we are sorry/, /It has not left us yet, and that is on our side/],
    zh: [/^很抱歉，這筆訂單遲了/, /我們的責任/],
    offers: ["wait", "address", "person"],
  },
  "late hand-over, on its way": {
    kind: "apology",
    en: [/^It will come later than we said/, /That was on our side/],
    zh: [/^很抱歉，會比原先說好的晚/],
    offers: ["wait", "pickup", "address", "person"],
  },
  "in time": { kind: "none", en: [/^Arriving tomorrow/], zh: [/^預計明天送達/], offers: [] },
};

function momentsOf(demo: DemoShops, isMobile: boolean): DemoShops["late"]["phone"] {
  const moments = isMobile ? demo.late.phone : demo.late.desktop;
  if (moments.length === 0) throw new Error("The app was started without what goes wrong");
  return moments;
}

function pathOf(demo: DemoShops, isMobile: boolean, moment: string): string {
  const found = momentsOf(demo, isMobile).find((each) => each.moment === moment);
  if (found === undefined) throw new Error(`No order shows ${moment}`);
  return found.path;
}

/** What can be read, spaces as people see them. */
async function readAnswer(page: Page): Promise<string> {
  const text = (await page.locator("#answer").textContent()) ?? "";
  return text
    .replaceAll(/[\u2066-\u2069]/g, "")
    .replaceAll(/[\s\u00a0]+/g, " ")
    .trim();
}

test("each moment of a storm, a missort, customs, silence, a loss and a late hand-over is told as it is", async ({
  page,
  demo,
  isMobile,
}) => {
  test.setTimeout(120_000);
  const locale = isMobile ? "zh-Hant-TW" : "en";
  const tongue = isMobile ? "zh" : "en";
  const found: string[] = [];
  for (const [moment, said] of Object.entries(JOURNEYS)) {
    await test.step(moment, async () => {
      await page.goto(`${pathOf(demo, isMobile, moment)}?lang=${locale}`);
      await expect(page.locator("html")).toHaveAttribute("lang", languages[locale].tag);
      const answer = await readAnswer(page);
      for (const words of said[tongue]) expect(answer, moment).toMatch(words);
      const isSorry = said.kind === "apology" || said.kind === "solved";
      expect(SORRY[tongue].test(answer), `${moment}: ${answer}`).toBe(isSorry);
      const offers = await page
        .locator("#answer button[name=remedy]")
        .evaluateAll((all) => all.map((each) => each.getAttribute("value")));
      expect(offers, moment).toEqual(said.offers);
      await unfold(page);
      found.push(...(await axeProblems(page)).map((problem) => `${moment}: ${problem}`));
    });
  }
  expect(found).toEqual([]);
});

test("the whole of it in dark colours has its contrast", async ({ page, demo, isMobile }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const found: string[] = [];
  for (const moment of ["storm, the day has passed", "loss, a new one was asked for"]) {
    await page.goto(`${pathOf(demo, isMobile, moment)}?lang=ar`);
    await unfold(page);
    found.push(...(await axeProblems(page, { contrastOnly: true })).map((problem) => `${moment}: ${problem}`));
  }
  expect(found).toEqual([]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a choice is confirmed on the page with its day, stays, and can be taken back", async ({
    page,
    demo,
    isMobile,
  }) => {
    const path = pathOf(demo, isMobile, "loss, to be decided");
    await page.goto(`${path}?lang=en`);
    await page.getByRole("button", { name: "Send me a new one" }).click();
    await page.waitForURL(/lang=en&remedy=chosen#answer$/);
    await expect(page.locator(".chosen")).toContainText("You asked us to send you a new one.");
    await expect(page.locator(".chosen")).toContainText(/answers by \w+day \d/);
    await page.goto(path);
    await page.locator(".chosen button").click();
    await page.waitForURL(/remedy=taken_back#answer$/);
    await page.goto(`${path}?lang=en`);
    await expect(page.locator(".chosen")).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Send me a new one" })).toBeVisible();
  });

  test("another address and a few words are sent from a fold, by keyboard alone", async ({ page, demo, isMobile }) => {
    const path = pathOf(demo, isMobile, "late hand-over, to go elsewhere");
    await page.goto(`${path}?lang=en`);
    const fold = page.locator("#answer summary", { hasText: "Change the address" });
    await fold.focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2 Low Road");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Leeds");
    await page.keyboard.press("Tab");
    await page.keyboard.type("LS2 2BB");
    await page.keyboard.press("Enter");
    await page.waitForURL(/remedy=chosen#answer$/);
    await expect(page.locator(".chosen")).toContainText("You asked us to send it to another address.");
    // What was typed is for the shop: who has the link reads none of it.
    await expect(page.locator("body")).not.toContainText("Low Road");
  });
});
