import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const SOURCE = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** A mark that is drawn beside a text is not its ground: where texts do lie on each other, other tests look. */
const CHECKS = { "color-contrast": { options: { ignorePseudo: true } } };

/**
 * What stands in a frame is a page of its own, and looked at as one: its landmarks are not those of the page around it.
 * A logo has no contrast to keep (WCAG 1.4.3), and axe takes a single letter for no text. Names on the map carry a rim of
 * their own, which axe does not know, nor the ground of a chart's words; readers are given its table instead.
 */
const ELSEWHERE = [".monogram", ".map-name", ".figure-chart", "iframe"];

export type AxeOptions = {
  /** Only the rule about contrast: all else is the same in every scheme of colours. */
  readonly contrastOnly?: boolean;
  readonly without?: readonly string[];
};

/** What axe finds wrong with the page as it is now, and what it could not tell; one line each. */
export async function axeProblems(
  page: Page,
  { contrastOnly = false, without = [] }: AxeOptions = {},
): Promise<string[]> {
  const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
  const options = {
    runOnly: contrastOnly
      ? { type: "rule" as const, values: ["color-contrast"] }
      : { type: "tag" as const, values: TAGS },
    resultTypes: ["violations" as const, "incomplete" as const],
    preload: false,
    rules,
    checks: CHECKS,
  };
  const { violations, incomplete } = await analysed(page, options);
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)),
    ...incomplete.flatMap(({ id, nodes }) => nodes.map((node) => `cannot tell ${id}: ${node.html} ${messageOf(node)}`)),
  ];
}

type Found = Pick<axe.AxeResults, "violations" | "incomplete">;

/** News that come to a page while axe walks it confuse it: then it walks again, so often at most. */
const MOST_WALKS = 4;

/** The page is handed axe once, not each time that it is looked at: that takes as long as looking. */
async function analysed(page: Page, options: axe.RunOptions): Promise<Found> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE);
  return page.evaluate(
    async ({ exclude, options, most }) => {
      const { axe } = window as unknown as { readonly axe: typeof import("axe-core") };
      let news = 0;
      const observer = new MutationObserver((records) => {
        news += records.length;
      });
      observer.observe(document, { childList: true, subtree: true });
      const walked = async (left: number): Promise<Found> => {
        news = 0;
        const { violations, incomplete } = await axe.run({ exclude }, options);
        const hasChanged = news + observer.takeRecords().length > 0;
        return hasChanged && left > 1 ? walked(left - 1) : { violations, incomplete };
      };
      const found = await walked(most);
      observer.disconnect();
      return found;
    },
    { exclude: ELSEWHERE.map((part) => [part]), options, most: MOST_WALKS },
  );
}

function messageOf({ any }: { readonly any: readonly { readonly message: string }[] }): string {
  return any.map(({ message }) => message).join("; ");
}
