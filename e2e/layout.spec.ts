import { expectOrder } from "./expect-order.ts";
import { expect, test } from "./fixtures.ts";
import { headlineContrast } from "./headline-contrast.ts";

test.use({ javaScriptEnabled: false });

test("without JavaScript every demo link shows its order, whole in every width, its headline readable in both schemes", async ({
  page,
  demo,
}) => {
  test.slow();
  for (const { path, shows } of demo.links) {
    await page.goto(path);
    await expectOrder(page);
    for (const width of [320, 390, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${shows} at ${width} px`).toBe(0);
    }
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await headlineContrast(page), `${shows}, ${colorScheme}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
