import { hue, leaf } from "./brushwork.ts";
import { disc, line, placed, repeat, shape } from "./picture.ts";

/** Tea terraces in the morning mist under Alishan, as a wet brush leaves them. 1200 by 800. */
export function alishanTerraces(): string {
  const brush =
    '<defs><filter id="b" x="0" y="0" width="100%" height="100%"><feTurbulence type="fractalNoise" baseFrequency=".018" numOctaves="2" seed="11"/>' +
    '<feDisplacementMap in="SourceGraphic" scale="14" xChannelSelector="R" yChannelSelector="G"/></filter></defs>';
  const shapes = [
    `<rect width="1200" height="800" fill="${hue.rice}"/>`,
    '<g filter="url(#b)">',
    disc(880, 210, 86, hue.clayLight),
    shape("M-20 420 Q140 240 300 330 Q430 190 600 300 Q800 210 940 320 Q1080 260 1220 350 V560 H-20Z", hue.mist),
    shape("M-20 500 Q180 360 380 450 Q560 330 760 440 Q960 360 1220 470 V640 H-20Z", hue.mistDeep),
    cloud(220, 452, 250),
    cloud(860, 492, 300),
    terraces(),
    teaHouse(),
    sprig(),
    "</g>",
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">${brush}${shapes.join("")}</svg>`;
}

function cloud(cx: number, cy: number, rx: number): string {
  return `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="22" fill="${hue.petal}" opacity=".7"/>`;
}

/** Rows of bushes that follow the hill: each a band with a row of round heads on it. */
function terraces(): string {
  const greens = [hue.celadonLight, hue.celadon, hue.celadonDeep, hue.leaf] as const;
  return greens
    .map((fill, i) => {
      const y = 520 + i * 72;
      const hill = shape(`M-20 ${y + 30} Q300 ${y - 44} 640 ${y + 16} Q940 ${y + 62} 1220 ${y - 10} V820 H-20Z`, fill);
      const bushes = repeat(24, (n) => {
        const x = n * 52 + (i % 2) * 26;
        const bend = -52 * Math.sin((x / 1200) * Math.PI * 1.7) + 22;
        return disc(x, Math.round(y + bend + 26), 27, fill, 15);
      });
      return hill + bushes;
    })
    .join("");
}

function teaHouse(): string {
  return [
    shape("M618 470 H760 V540 H618Z", hue.rice),
    shape("M590 476 Q640 452 688 402 Q740 452 790 476 Q690 462 590 476Z", hue.clayDeep),
    shape("M664 496 H714 V540 H664Z", hue.clay),
    line("M600 480 Q690 466 780 480", hue.clayDeep, 6),
  ].join("");
}

function sprig(): string {
  const at = (x: number, y: number, turn: number, size: number, deep: boolean): string =>
    placed(`translate(${x} ${y}) rotate(${turn})`, leaf(size, deep ? hue.leafDeep : hue.leaf, hue.leafDeep));
  return [
    line("M1060 820 Q1070 700 1096 590", hue.leafDeep, 10),
    at(1066, 762, -62, 160, true),
    at(1074, 716, 58, 168, false),
    at(1084, 650, -46, 150, false),
    at(1090, 616, 44, 138, true),
    at(1096, 594, -4, 130, false),
  ].join("");
}
