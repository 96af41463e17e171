import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

/** A mark that is drawn beside a text is not its ground: where texts do lie on each other, other tests look. */
const CHECKS = { "color-contrast": { options: { ignorePseudo: true } } };

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
  // What stands in a frame is a page of its own, and looked at as one: its landmarks are not those of the page around it.
  // A logo has no contrast to keep (WCAG 1.4.3), and axe takes a single letter for no text. Names on the map carry a rim of
  // their own, which axe does not know.
  const builder = new AxeBuilder({ page })
    .setLegacyMode(true)
    .exclude(".monogram")
    .exclude(".map-name")
    .exclude("iframe");
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
  const { violations, incomplete } = await builder.options(options).analyze();
  return [
    ...violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)),
    ...incomplete.flatMap(({ id, nodes }) => nodes.map((node) => `cannot tell ${id}: ${node.html} ${messageOf(node)}`)),
  ];
}

function messageOf({ any }: { readonly any: readonly { readonly message: string }[] }): string {
  return any.map(({ message }) => message).join("; ");
}
