import type { Page } from "@playwright/test";
import { type ColourPair, contrastsOf } from "./colour-contrast.ts";

/** What has the focus, as somebody sees it who goes through the page by keyboard. */
export type Stop = {
  /** Its place among all that can be reached, in the order of the document; -1 for what should not be. */
  readonly at: number;
  readonly name: string;
  /** Where it stands: the bar, the answer's column, the other column or the foot. */
  readonly column: string;
  readonly top: number;
  readonly bottom: number;
  /** Nothing lies on it, and it is within the window. */
  readonly isSeen: boolean;
  /** Pixels of its outline; 0 where there is none. */
  readonly outline: number;
  /** Of the outline against what is painted behind it (WCAG). */
  readonly contrast: number;
};

/** What can be used on a page: links, buttons, fields, folds. */
export const USABLE = "a[href], button, select, summary, textarea, input:not([type=hidden])";
const MOST_STOPS = 120;

/** Goes through the whole page with the Tab key, from the address bar to the address bar. */
export async function focusWalk(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < MOST_STOPS) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(stopOf, USABLE);
    if (seen === null) break;
    // A date has a stop for each of its parts.
    if (seen.at === stops.at(-1)?.at) continue;
    const { colours, ...stop } = seen;
    const [contrast = 1] = await contrastsOf(page, [colours]);
    stops.push({ ...stop, contrast });
  }
  return stops;
}

/** Runs in the page, so it calls nothing from outside of itself. */
function stopOf(usable: string): (Omit<Stop, "contrast"> & { readonly colours: ColourPair }) | null {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  let behind = element.parentElement;
  while (behind !== null && /, 0\)$|^transparent$/.test(getComputedStyle(behind).backgroundColor))
    behind = behind.parentElement;
  const ground = behind === null ? "white" : getComputedStyle(behind).backgroundColor;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const [box = element.getBoundingClientRect()] = element.getClientRects();
  const { top, bottom, left, right } = box;
  const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  const column = element.closest("header, .page-main, .page-side, main, footer");
  return {
    at: [...document.querySelectorAll(usable)].filter((each) => each.checkVisibility()).indexOf(element),
    name: `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40) || element.getAttribute("name")}`,
    column: column === null ? "" : column.className,
    top: top + window.scrollY,
    bottom: bottom + window.scrollY,
    isSeen: hit !== null && element.contains(hit),
    outline: outlineStyle === "none" ? 0 : Number.parseFloat(outlineWidth),
    colours: [outlineColor, ground],
  };
}
