import type { Page } from "@playwright/test";

/** Opens every fold, so that what it holds is laid out. */
export function unfold(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const fold of document.querySelectorAll("details")) fold.open = true;
  });
}

/**
 * Whatever of the page's text cannot be read for where it stands: a page wider than its window, lines that leave the window,
 * lines cut off by a box around them. One line each; what is only for ears and the words of a field's own list are left out.
 */
export function layoutProblems(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth} px wide in a window of ${clientWidth} px`);
    const cutting = new Map<Element, DOMRect | null>();
    const boxOf = (element: Element): DOMRect | null => {
      const known = cutting.get(element);
      if (known !== undefined) return known;
      const { overflowX, overflowY } = getComputedStyle(element);
      const isCutting = overflowX !== "visible" || overflowY !== "visible";
      const box = isCutting ? element.getBoundingClientRect() : null;
      cutting.set(element, box);
      return box;
    };
    const cutterOf = (line: DOMRect, from: Element | null): Element | null => {
      for (let element = from; element !== null && element !== document.body; element = element.parentElement) {
        const box = boxOf(element);
        if (box === null) continue;
        const isOut = line.left < box.left - 1 || line.right > box.right + 1;
        if (isOut || line.top < box.top - 1 || line.bottom > box.bottom + 1) return element;
      }
      return null;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent?.trim() ?? "";
      if (parent === null || text === "" || parent.closest(".sr-only, script, style, option") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        if (line.width === 0) continue;
        const name = `${parent.tagName.toLowerCase()}.${parent.getAttribute("class") ?? ""} "${text.slice(0, 60)}"`;
        if (line.left < -1 || line.right > clientWidth + 1)
          found.add(`${name} is at ${Math.round(line.left)} to ${Math.round(line.right)} of ${clientWidth} px`);
        const cutter = cutterOf(line, parent);
        if (cutter !== null) found.add(`${name} is cut off by ${cutter.tagName}.${cutter.getAttribute("class") ?? ""}`);
      }
    }
    return [...found];
  });
}
