import { box, disc, line, placed, repeat, shape } from "./picture.ts";
import { tone } from "./still-life.ts";

/** The winter edit: a peg rail, a scarf, folded knits and an alder twig, in window light. 1200 by 800. */
export function maisonAlderWinter(): string {
  return wide(
    `<rect width="1200" height="800" fill="${tone.linen}"/>`,
    shape("M0 230 L470 0 H900 L0 520Z", "#fff", 'opacity=".26"'),
    shape("M0 640 L1200 90 V330 L0 800Z", "#fff", 'opacity=".18"'),
    rail(),
    scarfOnPeg(),
    box(0, 618, 1200, 182, 0, tone.sand),
    box(0, 618, 1200, 7, 0, "rgb(255 255 255/.45)"),
    foldedKnits(),
    vase(),
  );
}

function wide(...shapes: readonly string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 800" width="1200" height="800">${shapes.join("")}</svg>`;
}

function rail(): string {
  const pegs = repeat(
    5,
    (i) => box(206 + i * 200, 150, 16, 54, 8, tone.camelDeep) + disc(214 + i * 200, 150, 17, tone.camel),
  );
  return (
    box(92, 150, 1016, 14, 4, tone.shadow).replace("/>", ' opacity=".3"/>') +
    box(80, 132, 1016, 30, 3, tone.camel) +
    pegs
  );
}

function scarfOnPeg(): string {
  const back = "M216 196 Q262 214 270 262 L292 520 L226 528 L210 262Z";
  const front = "M214 190 Q170 208 160 268 L132 566 L214 574 L232 276Q234 224 214 190Z";
  const fringe = (x: number, y: number): string =>
    repeat(8, (i) => line(`M${x + i * 9.6} ${y + i} q4 16 -1 34`, tone.green, 5));
  return [
    shape(`${back}${front}`, tone.shadow, 'opacity=".3" transform="translate(34 20)"'),
    repeat(6, (i) => line(`M${232 + i * 11} ${526 - i} q4 14 -1 30`, tone.greenDeep, 5)),
    shape(back, tone.greenDeep),
    line("M240 250 L262 520 M262 248 L280 518", tone.brass, 3, 'opacity=".5"'),
    fringe(136, 566),
    shape(front, tone.green),
    line("M184 230 Q176 300 156 564 M212 214 Q206 320 190 568", tone.brass, 4, 'opacity=".7"'),
    line("M150 396 L226 404 M144 440 L222 448 M141 470 L220 478", tone.brass, 4, 'opacity=".7"'),
  ].join("");
}

function foldedKnits(): string {
  const knits: readonly (readonly [string, string])[] = [
    [tone.night, tone.nightDeep],
    [tone.ochre, tone.ochreDeep],
    [tone.rose, tone.roseDeep],
    [tone.white, tone.sand],
  ];
  const shadow = shape("M392 648 H806 Q890 654 880 676 Q860 694 760 692 H412Z", tone.shadow, 'opacity=".4"');
  const fold = (width: number, fill: string, deep: string): string =>
    shape(
      `M0 64 Q-14 62 -14 34 Q-14 4 14 4 L${width - 8} 0 Q${width + 12} 2 ${width + 12} 32 Q${width + 12} 62 ${width - 6} 64Z`,
      fill,
    ) +
    line(`M2 34 Q${width * 0.5} 26 ${width + 8} 32`, deep, 4) +
    repeat(Math.floor(width / 26), (i) => line(`M${14 + i * 26} 44 q4 8 0 15`, deep, 3, 'opacity=".45"'));
  const stack = knits
    .map(([fill, deep], i) => placed(`translate(${404 + i * 9} ${592 - i * 62})`, fold(372 - i * 20, fill, deep)))
    .join("");
  return shadow + stack;
}

function vase(): string {
  const body = "M938 654 Q898 590 924 528 Q944 486 944 440 H1000 Q1000 486 1020 528 Q1046 590 1006 654Z";
  const leafAt = (x: number, y: number, turn: number, size: number, fill: string): string =>
    placed(
      `translate(${x} ${y}) rotate(${turn})`,
      shape(`M0 0 Q${-size * 0.46} ${-size * 0.4} ${-size * 0.12} ${-size} Q${size * 0.5} ${-size * 0.7} 0 0Z`, fill),
      line(`M0 0 Q${size * 0.02} ${-size * 0.5} ${-size * 0.06} ${-size * 0.8}`, tone.greenDeep, 2, 'opacity=".6"'),
    );
  const catkin = (x: number, y: number): string =>
    disc(x, y, 9, tone.clayDeep, 15) + disc(x - 2, y - 4, 5, tone.clay, 8);
  const twigs =
    "M972 450 Q960 350 996 214 M970 400 Q930 330 890 268 M978 340 Q1022 290 1072 262 M986 270 Q966 226 948 206";
  return [
    shape("M940 656 H1010 Q1120 662 1108 682 Q1090 700 980 694Z", tone.shadow, 'opacity=".42"'),
    line(twigs, tone.ink, 7, 'transform="translate(30 22)" opacity=".16"'),
    line(twigs, tone.clayDeep, 6),
    leafAt(996, 216, 8, 92, tone.green),
    leafAt(890, 268, -46, 88, tone.greenLight),
    leafAt(1072, 262, 58, 84, tone.green),
    leafAt(948, 208, -30, 74, tone.greenDeep),
    leafAt(930, 330, -86, 70, tone.green),
    leafAt(1020, 292, 20, 76, tone.greenLight),
    leafAt(964, 384, 62, 70, tone.greenDeep),
    catkin(908, 316),
    catkin(1046, 302),
    catkin(1000, 250),
    shape(body, tone.white),
    shape(
      "M990 440 H1000 Q1000 486 1020 528 Q1046 590 1006 654 H970 Q1016 590 992 528 Q984 486 990 440Z",
      tone.sand,
      'opacity=".75"',
    ),
    disc(972, 441, 28, tone.sand, 7),
  ].join("");
}
