import { alishanWares } from "./alishan-wares.ts";
import { brushwork, hue, leaf, pool, steam } from "./brushwork.ts";
import { box, disc, line, placed, repeat, shape } from "./picture.ts";

function goldenLilyTin(): string {
  return brushwork(
    pool(252, 404, 130),
    shape("M144 172 Q240 150 336 172 V384 Q336 404 240 406 Q144 404 144 384Z", hue.celadon),
    shape("M284 164 Q336 166 336 176 V384 Q336 402 270 405 Q296 290 284 164Z", hue.celadonDeep, 'opacity=".65"'),
    shape("M140 122 Q140 96 240 94 Q340 96 340 122 V170 Q240 196 140 170Z", hue.celadonDeep),
    disc(240, 118, 96, hue.celadon, 20),
    shape("M176 226 Q240 242 304 226 V346 Q240 362 176 346Z", hue.rice),
    placed("translate(240 336)", leaf(84, hue.leaf, hue.leafDeep)),
    placed("translate(238 330) rotate(-48)", leaf(60, hue.celadonDeep, hue.leafDeep)),
    placed("translate(242 330) rotate(48)", leaf(60, hue.celadonDeep, hue.leafDeep)),
    disc(240, 100, 14, hue.clay, 9),
  );
}

function highMountainSprig(): string {
  const at = (x: number, y: number, turn: number, size: number, deep: boolean): string =>
    placed(`translate(${x} ${y}) rotate(${turn})`, leaf(size, deep ? hue.leaf : hue.celadonDeep, hue.leafDeep));
  return brushwork(
    line("M206 430 Q224 330 238 214", hue.leafDeep, 9),
    at(214, 392, -66, 128, true),
    at(220, 356, 62, 150, false),
    at(228, 300, -54, 158, false),
    at(232, 268, 50, 142, true),
    at(238, 222, -24, 132, true),
    at(240, 218, 20, 126, false),
    at(239, 214, -2, 92, true),
  );
}

function honeyBlackTea(): string {
  return brushwork(
    pool(240, 408, 150),
    disc(240, 380, 148, hue.clayDeep, 26),
    disc(240, 372, 148, hue.clay, 25),
    shape("M372 250 Q432 244 428 290 Q424 334 352 330 L358 310 Q402 312 404 288 Q404 268 370 274Z", hue.celadonDeep),
    shape("M112 232 Q240 262 370 232 Q368 330 310 368 Q240 386 172 368 Q114 330 112 232Z", hue.celadonLight),
    shape("M306 244 Q352 240 370 232 Q368 330 310 368 Q290 376 262 378 Q318 320 306 244Z", hue.celadon),
    disc(241, 232, 129, hue.celadonDeep, 34),
    disc(241, 235, 117, hue.teaRed, 27),
    shape("M140 232 Q190 212 262 214 Q200 222 176 246 Q148 244 140 232Z", "#d9693c", 'opacity=".8"'),
    steam(240, 196),
  );
}

function orientalBeauty(): string {
  return brushwork(
    pool(244, 412, 120),
    shape("M150 122 Q240 108 330 122 L346 392 Q240 424 136 392Z", hue.clayLight),
    shape("M292 116 L330 122 L346 392 Q310 404 282 408 Q306 260 292 116Z", hue.clay, 'opacity=".75"'),
    shape("M148 96 Q240 78 332 96 L334 146 Q240 162 146 146Z", hue.clayDeep),
    line("M158 132 Q240 146 322 132", hue.clayLight, 4),
    disc(240, 268, 68, hue.rice),
    placed("translate(214 316) rotate(-14)", leaf(84, hue.leaf, hue.leafDeep)),
    placed("translate(248 318) rotate(24)", leaf(92, hue.teaRed, hue.clayDeep)),
    placed("translate(232 322) rotate(4)", leaf(58, hue.gold, hue.clayDeep)),
    line("M172 158 Q180 280 168 386", hue.rice, 5, 'opacity=".45"'),
  );
}

function blossom(size: number): string {
  const petal = disc(0, -Math.round(size * 0.62), Math.round(size * 0.36), hue.petal, Math.round(size * 0.5));
  const vein = line(`M0 ${-Math.round(size * 0.3)}v${-Math.round(size * 0.2)}`, hue.celadonLight, 4);
  return (
    repeat(5, (i) => placed(`rotate(${i * 72})`, petal)) +
    repeat(5, (i) => placed(`rotate(${i * 72 + 36})`, vein)) +
    disc(0, 0, Math.round(size * 0.22), hue.gold)
  );
}

function jasmineGreen(): string {
  return brushwork(
    box(-20, -20, 520, 520, 0, "#cfe0d3"),
    line("M70 420 Q180 330 240 240 Q290 160 410 96", hue.leafDeep, 9),
    placed("translate(130 372) rotate(-70)", leaf(110, hue.leaf, hue.leafDeep)),
    placed("translate(168 336) rotate(84)", leaf(140, hue.celadonDeep, hue.leafDeep)),
    placed("translate(300 164) rotate(96)", leaf(124, hue.leaf, hue.leafDeep)),
    placed("translate(286 180) rotate(-46)", leaf(104, hue.celadonDeep, hue.leafDeep)),
    placed("translate(222 226)", blossom(92)),
    placed("translate(336 300) rotate(20)", blossom(66)),
    placed("translate(398 96) rotate(40)", disc(0, -14, 17, hue.petal, 30)),
    placed("translate(106 262) rotate(-20)", disc(0, -8, 16, hue.petal, 28)),
  );
}

function osmanthusJar(): string {
  const bud = (i: number): string => {
    const x = 172 + ((i * 53) % 140);
    const y = 244 + ((i * 37) % 128);
    return disc(x, y, 9, i % 3 === 0 ? hue.tea : hue.gold);
  };
  return brushwork(
    pool(240, 408, 124),
    shape(
      "M140 204 Q140 176 184 168 H296 Q340 176 340 204 V378 Q340 404 300 406 H180 Q140 404 140 378Z",
      hue.petal,
      'opacity=".85"',
    ),
    shape("M150 240 Q240 224 330 240 V376 Q328 396 298 398 H182 Q152 396 150 376Z", "#cfe0d3"),
    line(
      repeat(24, (i) => `M${162 + ((i * 41) % 156)} ${252 + ((i * 29) % 130)}q10 -8 18 2`),
      hue.leaf,
      8,
    ),
    repeat(20, bud),
    shape("M166 112 H314 Q326 140 314 170 H166 Q154 140 166 112Z", hue.clayLight),
    line("M176 124 Q240 130 304 124 M174 150 Q240 158 306 150", hue.clay, 4),
    line("M160 210 V360", hue.petal, 8, 'opacity=".9"'),
    placed("translate(330 190) rotate(58)", leaf(90, hue.leaf, hue.leafDeep)),
    repeat(5, (i) => disc(322 + (i % 3) * 16, 166 + (i % 2) * 20 + i * 3, 9, hue.gold)),
  );
}

/** The tea house's pictures by SKU: brush and wash in celadon and clay. */
export const alishanTeaPictures: Readonly<Record<string, () => string>> = {
  "AT-OOLONG-JX": goldenLilyTin,
  "AT-OOLONG-GS": highMountainSprig,
  "AT-BLACK-MX": honeyBlackTea,
  "AT-OOLONG-DF": orientalBeauty,
  "AT-GREEN-ML": jasmineGreen,
  "AT-OOLONG-GH": osmanthusJar,
  ...alishanWares,
};
