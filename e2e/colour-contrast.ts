import type { Page } from "@playwright/test";

/** Any two colours of CSS, as a browser prints them. */
export type ColourPair = readonly [string, string];

/** The contrast of each pair (WCAG 2), the colours read back from a canvas. */
export function contrastsOf(page: Page, pairs: readonly ColourPair[]): Promise<number[]> {
  return page.evaluate((given) => {
    const luminance = (color: string): number => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      if (canvas === null) throw new Error("This browser has no canvas");
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    return given.map((pair) => {
      const [high = 0, low = 0] = pair.map(luminance).sort((a, b) => b - a);
      return (high + 0.05) / (low + 0.05);
    });
  }, pairs);
}
