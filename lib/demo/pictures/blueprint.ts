import { line, picture, repeat } from "./picture.ts";

/** Voltgarten's palette: near-black, cool greys, one signal yellow. */
export const ink = {
  ground: "#0d0f11",
  grid: "#1b2025",
  body: "#171b20",
  panel: "#22282f",
  faint: "#56606b",
  steel: "#cfd6dd",
  signal: "#ffe14a",
} as const;

/** A drawing sheet: a fine grid and corner marks under the drawing. */
export function blueprint(...shapes: readonly string[]): string {
  const grid = repeat(9, (i) => `M${48 + i * 48} 0V480M0 ${48 + i * 48}H480`);
  const corners = "M28 48V28H48M432 28H452V48M452 432V452H432M48 452H28V432";
  const ground =
    `<rect width="480" height="480" fill="${ink.ground}"/><path d="${grid}" stroke="${ink.grid}" stroke-width="2"/>` +
    line(corners, ink.faint, 3);
  return picture(ground, ...shapes);
}

/** A body: filled dark, outlined in steel. */
export function outline(d: string, fill: string = ink.body): string {
  return `<path d="${d}" fill="${fill}" stroke="${ink.steel}" stroke-width="7" stroke-linejoin="round" stroke-linecap="round"/>`;
}

/** A finer line for what is on or in the body. */
export function detail(d: string, color: string = ink.steel, width = 4): string {
  return line(d, color, width);
}

/** A circle in outline. */
export function ring(cx: number, cy: number, r: number, color: string = ink.steel, width = 7, fill = "none"): string {
  return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}" stroke="${color}" stroke-width="${width}"/>`;
}

/** A rectangle in outline, corners rounded by `r`. */
export function frame(
  x: number,
  y: number,
  w: number,
  h: number,
  r: number,
  fill: string = ink.body,
  color: string = ink.steel,
): string {
  return `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" stroke="${color}" stroke-width="7"/>`;
}

/** A measure with end ticks, from one point to another, level or upright. */
export function measure(x1: number, y1: number, x2: number, y2: number): string {
  const level = y1 === y2;
  const tick = (x: number, y: number): string => (level ? `M${x} ${y - 9}v18` : `M${x - 9} ${y}h18`);
  return line(`M${x1} ${y1}L${x2} ${y2}${tick(x1, y1)}${tick(x2, y2)}`, ink.faint, 3);
}
