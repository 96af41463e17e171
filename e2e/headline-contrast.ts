import type { Page } from "@playwright/test";

/** WCAG contrast of the headline against what is painted behind it; colours are read back from a canvas. */
export function headlineContrast(page: Page): Promise<number> {
  return page.getByRole("heading", { level: 1 }).evaluate((headline) => {
    const pixel = (color: string): readonly number[] => {
      const canvas = new OffscreenCanvas(1, 1).getContext("2d");
      if (canvas === null) return [];
      canvas.fillStyle = color;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const luminance = ([red = 0, green = 0, blue = 0]: readonly number[]): number => {
      const linear = (part: number) =>
        part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    };
    let behind: Element | null = headline;
    while (behind !== null && pixel(getComputedStyle(behind).backgroundColor)[3] === 0) behind = behind.parentElement;
    const paper = behind === null ? "white" : getComputedStyle(behind).backgroundColor;
    const [high = 0, low = 0] = [getComputedStyle(headline).color, paper]
      .map((it) => luminance(pixel(it)))
      .sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  });
}
