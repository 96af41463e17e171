import { disc, line, picture, shape } from "./picture.ts";

/** Alishan's palette: celadon, clay, tea and rice paper. */
export const hue = {
  rice: "#f5f2e8",
  mist: "#dfe9e1",
  mistDeep: "#c7dacf",
  celadon: "#93b9a6",
  celadonLight: "#b9d3c5",
  celadonDeep: "#5f8d7a",
  leaf: "#55784f",
  leafDeep: "#39573c",
  clay: "#b96f50",
  clayLight: "#d29a7c",
  clayDeep: "#8c4d35",
  tea: "#c98a3d",
  teaRed: "#a8452a",
  ink: "#38443f",
  petal: "#fffdf6",
  gold: "#e5b64a",
} as const;

/** Rice paper with far hills in mist. Every edge is roughened a little, as a wet brush leaves it. */
export function brushwork(...shapes: readonly string[]): string {
  const brush =
    '<defs><filter id="b" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".028" numOctaves="2" seed="7"/>' +
    '<feDisplacementMap in="SourceGraphic" scale="9" xChannelSelector="R" yChannelSelector="G"/></filter></defs>';
  const hills =
    disc(366, 104, 44, "#ecd9bf") +
    shape("M-10 250 Q60 150 130 210 Q190 120 270 196 Q350 140 490 236 V330 H-10Z", hue.mist) +
    shape("M-10 310 Q90 236 190 290 Q300 226 490 300 V380 H-10Z", hue.mistDeep, 'opacity=".7"');
  const ground = `${brush}<rect width="480" height="480" fill="${hue.rice}"/><g filter="url(#b)">${hills}`;
  return picture(ground, ...shapes, "</g>");
}

/** A wash of shade where something stands. */
export function pool(cx: number, cy: number, rx: number): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${Math.round(rx * 0.16)}" fill="${hue.celadonDeep}" opacity=".28"/>`;
}

/** A tea leaf from its stem at (0, 0) pointing up, `length` long; turn it with `placed`. */
export function leaf(length: number, fill: string, vein: string): string {
  const w = Math.round(length * 0.3);
  const low = -Math.round(length * 0.25);
  const high = -Math.round(length * 0.65);
  return (
    shape(`M0 0C${-w} ${low} ${-w} ${high} 0 ${-length}C${w} ${high} ${w} ${low} 0 0Z`, fill) +
    line(`M0 0V${-Math.round(length * 0.82)}`, vein, 3)
  );
}

/** Steam: two tapering strokes rising from a point. */
export function steam(x: number, y: number): string {
  return line(
    `M${x - 14} ${y} q-16 -22 0 -44 q14 -20 2 -42 M${x + 16} ${y - 4} q-14 -20 0 -40 q12 -18 2 -36`,
    hue.petal,
    8,
    'opacity=".85"',
  );
}
