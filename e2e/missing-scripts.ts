import type { Page } from "@playwright/test";

/** Two letters of each script that not every machine has fonts for, by the languages that need it. */
const LETTERS: Readonly<Record<string, readonly [string, string]>> = {
  th: ["ก", "ท"],
  ar: ["ع", "ش"],
  "zh-Hant-TW": ["龜", "灣"],
  "zh-Hans-CN": ["龟", "湾"],
};

/** The languages that this browser has no letters for: it draws the same box for any of them. */
export async function missingScripts(page: Page): Promise<ReadonlySet<string>> {
  await page.goto("about:blank");
  const missing = await page.evaluate((letters) => {
    const drawn = (letter: string): string => {
      const canvas = document.createElement("canvas");
      canvas.width = 64;
      canvas.height = 64;
      const context = canvas.getContext("2d");
      if (context === null) throw new Error("This browser has no canvas");
      context.font = "40px sans-serif";
      context.fillText(letter, 8, 48);
      return canvas.toDataURL();
    };
    // No font has this one.
    const box = drawn("\u{10fffd}");
    return Object.entries(letters).flatMap(([locale, [one, other]]) =>
      drawn(one) === drawn(other) || drawn(one) === box ? [locale] : [],
    );
  }, LETTERS);
  return new Set(missing);
}
