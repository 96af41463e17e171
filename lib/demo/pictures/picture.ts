/** Wraps a drawing into a square picture. Served as an image of its own, so ids need to be unique within one picture only. */
export function picture(ground: string, ...shapes: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480" width="480" height="480">${ground}${shapes.join("")}</svg>`;
}

/** A filled shape from path data. `more` holds further attributes. */
export function shape(d: string, fill: string, more = ""): string {
  return `<path d="${d}" fill="${fill}"${more === "" ? "" : ` ${more}`}/>`;
}

/** A line from path data, with round ends. */
export function line(d: string, color: string, width: number, more = ""): string {
  return `<path d="${d}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${more === "" ? "" : ` ${more}`}/>`;
}

/** An ellipse, or a circle when `ry` is left out. */
export function disc(cx: number, cy: number, rx: number, fill: string, ry: number = rx): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
}

/** A rectangle with corners rounded by `r`. */
export function box(x: number, y: number, width: number, height: number, r: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${r}" fill="${fill}"/>`;
}

/** Moves, turns or mirrors a drawing. */
export function placed(transform: string, ...shapes: readonly string[]): string {
  return `<g transform="${transform}">${shapes.join("")}</g>`;
}

/** Draws `count` copies of a drawing, each told its index. */
export function repeat(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join("");
}
