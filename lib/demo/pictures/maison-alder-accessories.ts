import { box, disc, line, placed, repeat, shape } from "./picture.ts";
import { stillLife, tableShadow, tone, wallShadow } from "./still-life.ts";

function feltHat(): string {
  const crown = "M162 286 Q166 176 200 164 Q224 158 240 172 Q258 156 284 164 Q316 178 320 286Z";
  return stillLife(
    { wall: tone.linen, table: tone.sand },
    tableShadow(150, 396, 190),
    box(140, 322, 200, 84, 0, tone.white),
    box(290, 322, 50, 84, 0, "#e3d9c6"),
    wallShadow("M84 296 Q240 250 398 296 Q400 330 240 330 Q82 330 84 296Z", 16, 12),
    shape("M84 294 Q160 262 240 262 Q322 262 398 294 Q400 328 240 328 Q82 328 84 294Z", tone.camelDeep),
    shape("M84 294 Q160 268 240 268 Q322 268 398 294 Q400 314 240 314 Q82 314 84 294Z", tone.camel),
    shape(crown, tone.camel),
    shape("M240 172 Q258 156 284 164 Q316 178 320 286 H262 Q280 220 240 172Z", tone.camelDeep, 'opacity=".55"'),
    shape("M163 252 Q240 272 319 252 L320 288 Q240 308 161 288Z", tone.green),
    shape("M186 258 l-22 -12 l-4 26 l6 20 l22 -10Z", tone.greenDeep),
    line("M206 172 Q232 196 240 222 Q250 194 276 172", tone.camelDeep, 4),
  );
}

function glove(fill: string, seam: string): string {
  return (
    line("M-42 -58 L-50 -128 M-14 -64 L-16 -152 M14 -64 L20 -146 M40 -58 L54 -118", fill, 29) +
    line("M-50 18 Q-84 -8 -92 -44", fill, 29) +
    shape("M-58 -70 Q0 -84 56 -70 Q62 -10 50 40 L56 132 Q0 146 -54 132 L-48 40 Q-64 -10 -58 -70Z", fill) +
    line("M-49 52 Q0 62 49 52", seam, 4) +
    line("M-28 -52 L-30 0 M0 -56 V0 M28 -52 L30 0", seam, 3) +
    shape("M-55 114 Q0 128 56 114 L57 132 Q0 146 -54 132Z", seam)
  );
}

function gloves(): string {
  return stillLife(
    { wall: tone.paper },
    placed("translate(350 262) rotate(20)", `<g opacity=".3">${glove(tone.shadow, tone.shadow)}</g>`),
    placed("translate(330 248) rotate(20)", glove(tone.clayDeep, "#66321f")),
    placed("translate(188 286) rotate(-14)", `<g opacity=".35">${glove(tone.shadow, tone.shadow)}</g>`),
    placed("translate(168 270) rotate(-14)", glove(tone.clay, tone.clayDeep)),
  );
}

function handbag(): string {
  const body = "M120 222 H360 L378 384 Q378 398 364 398 H116 Q102 398 102 384Z";
  return stillLife(
    { wall: tone.paper, table: tone.sand },
    tableShadow(106, 396, 270),
    wallShadow(body, 18, 0),
    line("M172 226 Q172 104 240 104 Q308 104 308 226", tone.greenDeep, 15),
    line("M168 222 Q168 100 240 100 Q312 100 312 222", tone.greenLight, 5),
    shape(body, tone.green),
    shape("M318 222 H360 L378 384 Q378 398 364 398 H328Z", tone.greenDeep),
    shape("M114 222 H366 L356 300 Q352 316 336 318 L240 330 L144 318 Q128 316 124 300Z", tone.greenLight),
    line(
      "M126 232 L134 296 Q136 306 148 308 L240 319 L332 308 Q344 306 346 296 L354 232",
      tone.green,
      3,
      'stroke-dasharray="7 6"',
    ),
    box(222, 302, 36, 42, 4, tone.brass),
    box(232, 314, 16, 18, 2, tone.greenDeep),
    disc(172, 226, 9, tone.brass),
    disc(308, 226, 9, tone.brass),
  );
}

function boot(leather: string, dark: string): string {
  return (
    shape("M0 0 H92 Q96 60 92 118 Q120 128 168 140 Q194 150 196 178 V192 H-4 Q-10 120 0 0Z", leather) +
    shape("M28 0 H64 Q66 58 62 104 Q46 112 30 104 Q26 58 28 0Z", dark) +
    repeat(5, (i) => line(`M${33 + i * 6.5} 6 V${100 + (i === 2 ? 4 : 0)}`, leather, 1.5)) +
    shape("M-6 190 H198 V206 H60 L54 222 H-4Z", tone.ink) +
    line("M100 126 Q130 134 160 142 Q178 150 184 170", "#fff", 4, 'opacity=".28"') +
    line("M0 0 H92", dark, 6) +
    line("M6 -2 V-16 q8 -12 16 0 V-2", dark, 6)
  );
}

function chelseaBoots(): string {
  return stillLife(
    { wall: tone.linen, table: tone.sand },
    tableShadow(116, 398, 220),
    placed("translate(196 166)", boot(tone.clayDeep, "#5c2d1d")),
    placed("translate(110 184)", boot(tone.clay, tone.clayDeep)),
  );
}

function belt(): string {
  const coil =
    "M240 130 A112 112 0 1 1 128 242 A88 88 0 0 1 216 154 A64 64 0 0 1 280 218 A50 50 0 0 1 230 268 A36 36 0 0 1 200 236";
  return stillLife(
    { wall: tone.paper },
    line(coil, tone.shadow, 34, 'opacity=".3" transform="translate(14 14)"'),
    line("M240 130 L392 124", tone.shadow, 40, 'opacity=".3" transform="translate(14 14)"'),
    line(coil, tone.camelDeep, 30),
    line(coil, tone.camel, 22),
    line(coil, "#d9b48a", 2, 'stroke-dasharray="6 7"'),
    shape("M232 108 L388 102 V146 L232 152Z", tone.camelDeep),
    shape("M232 112 L388 106 V142 L232 148Z", tone.camel),
    line("M236 117 L384 111 M236 143 L384 137", "#d9b48a", 2, 'stroke-dasharray="6 7"'),
    `<rect x="352" y="88" width="62" height="74" rx="8" fill="none" stroke="${tone.brass}" stroke-width="13"/>`,
    line("M352 126 H408", tone.ochreDeep, 9),
    box(318, 102, 18, 50, 4, tone.camelDeep),
  );
}

function woolWash(): string {
  return stillLife(
    { wall: tone.linen, table: tone.sand },
    tableShadow(160, 398, 130),
    wallShadow("M168 190 h124 v214 h-124Z", 18, 0),
    box(206, 84, 48, 54, 4, tone.ink),
    box(212, 132, 36, 40, 2, "#7b4a22"),
    shape("M176 208 Q178 176 212 166 H248 Q282 176 284 208 V392 Q284 404 272 404 H188 Q176 404 176 392Z", "#8f5a2b"),
    shape("M256 168 Q282 178 284 208 V392 Q284 404 272 404 H250 Q262 300 256 168Z", "#6f431d"),
    shape("M188 212 Q190 190 204 184 V392 H194 Q188 392 188 386Z", "#fff", 'opacity=".22"'),
    box(176, 236, 108, 122, 0, tone.paper),
    line(
      "M230 338 V262 M230 290 q-22 -4 -26 -22 q22 0 26 22 M230 308 q22 -4 26 -22 q-22 0 -26 22 M230 328 q-22 -4 -26 -22 q22 0 26 22",
      tone.green,
      4,
      'fill-opacity="1"',
    ),
    shape("M306 336 h96 v66 h-96Z", tone.camel),
    shape("M306 336 l18 -18 h96 l-18 18Z", "#cda273"),
    shape("M402 336 l18 -18 v66 l-18 18Z", tone.camelDeep),
    line("M316 352 q40 -8 76 4 M316 372 q36 10 76 0 M316 388 q30 -6 70 2", tone.camelDeep, 3),
    shape("M84 398 Q96 350 144 338 Q150 384 84 398Z", tone.greenLight),
    line("M84 398 Q112 370 138 346", tone.greenDeep, 3),
  );
}

/** The pieces that lie or stand rather than hang. */
export const maisonAlderAccessories: Readonly<Record<string, () => string>> = {
  "MA-HAT-FELT": feltHat,
  "MA-GLOVE-LAMB": gloves,
  "MA-BAG-TOP": handbag,
  "MA-BOOT-CHELSEA": chelseaBoots,
  "MA-BELT-OAK": belt,
  "MA-CARE-WASH": woolWash,
};
