import { box, line, picture, shape } from "./picture.ts";

/** Maison Alder's palette: paper, ink, deep green, and the colours of wool, leather and wood. */
export const tone = {
  paper: "#f4eee2",
  linen: "#e7dccb",
  sand: "#d8c8b0",
  shadow: "#8d7a60",
  ink: "#24211d",
  green: "#24432f",
  greenDeep: "#183022",
  greenLight: "#3d6249",
  white: "#fcfaf4",
  ochre: "#c08f3c",
  ochreDeep: "#9c7029",
  camel: "#b58555",
  camelDeep: "#946838",
  clay: "#a2573b",
  clayDeep: "#7f402a",
  rose: "#b98078",
  roseDeep: "#9b635c",
  night: "#303a48",
  nightDeep: "#222a36",
  brass: "#d1a94f",
} as const;

type Scene = { readonly wall: string; readonly table?: string };

/** A wall in slanting window light and, for things that stand, a table. */
export function stillLife(scene: Scene, ...shapes: readonly string[]): string {
  const wall = `<rect width="480" height="480" fill="${scene.wall}"/>`;
  const light =
    shape("M0 96 L192 0 H396 L0 198Z", "#fff", 'opacity=".28"') +
    shape("M0 262 L480 22 V142 L0 382Z", "#fff", 'opacity=".2"');
  const table =
    scene.table === undefined
      ? ""
      : box(0, 372, 480, 108, 0, scene.table) + box(0, 372, 480, 5, 0, "rgb(255 255 255/.45)");
  return picture(wall + light + table, ...shapes);
}

/** What something throws on the wall behind it: its silhouette, moved away from the light. */
export function wallShadow(d: string, dx = 22, dy = 16): string {
  return shape(d, tone.shadow, `opacity=".32" transform="translate(${dx} ${dy})"`);
}

/** What something that stands throws on the table, to the right of its foot. */
export function tableShadow(x: number, y: number, width: number): string {
  const tip = x + width * 1.45;
  return shape(
    `M${x} ${y} L${x + width} ${y} Q${tip} ${y + 4} ${tip} ${y + 14} Q${tip - 20} ${y + 26} ${x + width * 0.7} ${y + 22} Q${x} ${y + 18} ${x} ${y}Z`,
    tone.shadow,
    'opacity=".42"',
  );
}

/** A wooden hanger; its bar ends `half` to both sides of the middle, `drop` below its neck. */
export function hanger(half: number, drop: number): string {
  const bar = `M${240 - half} ${94 + drop} L240 94 L${240 + half} ${94 + drop}`;
  return line("M240 94 V76 a15 15 0 1 0 -15 -15", tone.ink, 5) + line(bar, tone.camelDeep, 12);
}
