import { brushwork, hue, pool, steam } from "./brushwork.ts";
import { disc, line, placed, repeat, shape } from "./picture.ts";

function clayTeapot(): string {
  return brushwork(
    pool(240, 398, 150),
    line("M336 226 Q436 204 424 296 Q412 356 330 350", hue.clayDeep, 22),
    shape("M150 258 Q112 246 92 190 Q86 172 66 170 L74 152 Q112 152 122 186 Q136 226 172 232Z", hue.clayDeep),
    shape("M128 292 Q132 210 244 208 Q356 210 360 292 Q358 394 244 398 Q130 394 128 292Z", hue.clay),
    shape("M286 214 Q356 222 360 292 Q358 384 264 397 Q344 320 286 214Z", hue.clayDeep, 'opacity=".7"'),
    shape("M154 284 Q160 236 210 226 Q176 262 178 326 Q152 320 154 284Z", hue.clayLight, 'opacity=".7"'),
    shape("M172 214 Q180 172 244 170 Q308 172 316 214 Q244 232 172 214Z", hue.clayDeep),
    shape("M182 206 Q192 178 244 176 Q250 176 262 178 Q214 186 206 214Z", hue.clayLight, 'opacity=".5"'),
    disc(244, 158, 21, hue.clay, 18),
    steam(72, 136),
  );
}

function celadonGaiwan(): string {
  return brushwork(
    pool(240, 410, 140),
    disc(240, 384, 138, hue.celadonDeep, 26),
    disc(240, 376, 138, hue.celadonLight, 24),
    shape("M116 214 Q240 246 364 214 Q352 330 294 372 H186 Q128 330 116 214Z", hue.celadon),
    shape("M316 228 Q348 222 364 214 Q352 330 294 372 H258 Q322 316 316 228Z", hue.celadonDeep, 'opacity=".6"'),
    shape("M146 240 Q150 300 186 344 Q172 290 176 246Z", hue.mist, 'opacity=".9"'),
    shape("M136 206 Q150 140 240 136 Q330 140 344 206 Q240 232 136 206Z", hue.celadonLight),
    shape("M284 142 Q334 156 344 206 Q322 214 292 217 Q312 176 284 142Z", hue.celadon),
    shape("M206 138 Q208 112 240 110 Q272 112 274 138 Q240 148 206 138Z", hue.celadonDeep),
    line("M150 226 Q240 250 330 226", hue.mist, 4),
    line("M196 300 q20 -26 44 -8 q22 -26 46 4", hue.mist, 6),
  );
}

function fairnessPitcher(): string {
  return brushwork(
    pool(236, 404, 120),
    line("M336 202 Q418 190 406 268 Q396 330 334 330", hue.celadon, 17),
    shape(
      "M132 150 Q120 136 112 128 Q200 142 340 142 Q352 240 334 356 Q330 396 240 398 Q152 396 148 356 Q132 262 132 150Z",
      hue.petal,
      'opacity=".9"',
    ),
    shape("M138 228 Q240 246 344 228 Q344 300 330 354 Q326 388 240 390 Q158 388 154 354 Q142 290 138 228Z", hue.tea),
    shape("M292 234 Q330 232 344 228 Q344 300 330 354 Q326 386 262 390 Q310 320 292 234Z", "#a96c28", 'opacity=".7"'),
    disc(241, 230, 103, "#e0ab63", 15),
    shape("M112 128 Q200 150 340 142 Q300 162 236 162 Q160 162 112 128Z", hue.celadonLight),
    line("M160 176 Q160 260 170 330", hue.petal, 9, 'opacity=".8"'),
    steam(232, 118),
  );
}

function twoCups(): string {
  const cup = (glaze: string, deep: string): string =>
    disc(0, 88, 60, deep, 12) +
    shape("M-86 -30 Q0 -6 86 -30 Q84 48 46 84 H-46 Q-84 48 -86 -30Z", glaze) +
    shape("M50 -20 Q72 -24 86 -30 Q84 48 46 84 H16 Q60 44 50 -20Z", deep) +
    disc(0, -30, 86, deep, 22) +
    disc(0, -28, 76, hue.tea, 17) +
    disc(-20, -32, 38, "#e0ab63", 7);
  return brushwork(
    pool(166, 396, 100),
    pool(330, 330, 96),
    placed("translate(322 232)", cup(hue.clayLight, hue.clay)),
    placed("translate(168 300)", cup(hue.celadonLight, hue.celadon)),
    steam(322, 170),
  );
}

function bambooScoop(): string {
  return brushwork(
    shape(
      "M86 372 Q66 300 130 236 Q186 184 226 202 L288 268 Q300 312 240 360 Q160 418 86 372Z",
      hue.celadonDeep,
      'opacity=".3" transform="translate(16 18)"',
    ),
    shape("M214 216 L384 64 Q408 54 416 76 L266 262Z", "#c9a866"),
    shape("M86 372 Q66 300 130 236 Q186 184 226 202 L282 262 Q292 308 236 354 Q156 410 86 372Z", "#d8bc80"),
    shape("M110 354 Q98 306 144 260 Q188 220 216 232 L252 268 Q258 300 216 332 Q156 376 110 354Z", "#b8934f"),
    line("M320 128 l30 34 M262 180 l34 38", "#a17c3c", 5),
    repeat(16, (i) =>
      line(
        `M${126 + ((i * 47) % 100)} ${268 + ((i * 31) % 74)} q10 -14 24 -6`,
        i % 3 === 0 ? hue.leaf : hue.leafDeep,
        11,
      ),
    ),
    repeat(4, (i) => line(`M${300 + i * 26} ${370 + (i % 2) * 22} q10 -12 22 -4`, hue.leafDeep, 10)),
  );
}

function giftBox(): string {
  return brushwork(
    pool(244, 408, 160),
    shape("M92 206 H388 V388 Q388 402 372 402 H108 Q92 402 92 388Z", hue.celadonDeep),
    shape("M318 206 H388 V388 Q388 402 372 402 H318Z", "#4b7464"),
    shape("M80 150 Q80 140 92 140 H388 Q400 140 400 150 V212 H80Z", hue.celadon),
    shape("M216 140 H264 V402 H216Z", hue.clay),
    shape("M250 140 H264 V402 H250Z", hue.clayDeep),
    shape(
      "M240 142 Q180 142 152 110 Q138 82 168 74 Q212 72 240 142Z M240 142 Q300 142 328 110 Q342 82 312 74 Q268 72 240 142Z",
      hue.clay,
    ),
    shape(
      "M232 136 Q198 128 178 108 Q172 96 184 94 Q212 98 232 136Z M248 136 Q282 128 302 108 Q308 96 296 94 Q268 98 248 136Z",
      hue.clayDeep,
    ),
    disc(240, 142, 20, hue.clayDeep, 17),
    line("M112 352 Q140 300 166 330 Q180 286 204 346", hue.celadonLight, 7),
    line("M280 346 Q304 300 326 332 Q346 290 370 352", hue.celadonLight, 7, 'opacity=".75"'),
  );
}

/** Pots, cups and what else stands on a tea table. */
export const alishanWares: Readonly<Record<string, () => string>> = {
  "AT-POT-CLAY": clayTeapot,
  "AT-GAIWAN": celadonGaiwan,
  "AT-PITCHER": fairnessPitcher,
  "AT-CUP-PAIR": twoCups,
  "AT-SCOOP": bambooScoop,
  "AT-GIFT-MIST": giftBox,
};
