import { maisonAlderAccessories } from "./maison-alder-accessories.ts";
import { line, repeat, shape } from "./picture.ts";
import { hanger, stillLife, tone, wallShadow } from "./still-life.ts";

function wrapCoat(): string {
  const left = "M182 122 Q150 130 142 168 L112 322 Q110 336 124 339 L150 343 L188 214Z";
  const right = "M298 122 Q330 130 338 168 L368 322 Q370 336 356 339 L330 343 L292 214Z";
  const body =
    "M186 120 L222 104 H258 L294 120 Q312 126 314 152 L332 414 Q286 430 240 430 Q194 430 148 414 L166 152 Q168 126 186 120Z";
  return stillLife(
    { wall: tone.linen },
    wallShadow(left + body + right),
    hanger(70, 30),
    shape(left + right, tone.greenDeep),
    shape(body, tone.green),
    shape("M240 214 L262 428 Q296 426 332 414 L314 152 Q312 126 294 120 L258 104Z", tone.greenLight, 'opacity=".35"'),
    shape("M222 104 Q204 112 194 130 L206 196 L222 190 L244 262 L252 236 Q222 170 222 104Z", tone.greenLight),
    shape("M258 104 Q276 112 286 130 L274 196 L258 190 L240 262 L228 236 Q258 170 258 104Z", tone.greenLight),
    line("M240 262 L252 428", tone.greenDeep, 3),
    shape("M158 262 Q240 278 322 262 L325 288 Q240 304 155 288Z", tone.greenDeep),
    shape(
      "M222 268 h34 v32 h-34Z M230 300 L216 378 L236 382 L246 300Z M244 300 L262 360 L280 352 L254 300Z",
      tone.greenDeep,
    ),
    line("M222 270 V298 M256 270 V298", tone.green, 3),
  );
}

function rollNeck(): string {
  const sleeves =
    "M172 154 Q134 164 124 206 L96 344 Q94 358 108 361 L138 366 L180 232Z M308 154 Q346 164 356 206 L384 344 Q386 358 372 361 L342 366 L300 232Z";
  const body =
    "M172 154 L208 138 H272 L308 154 Q320 170 318 200 L326 372 Q326 388 310 390 H170 Q154 388 154 372 L162 200 Q160 170 172 154Z";
  const neck = "M202 92 Q240 80 278 92 L284 144 Q240 164 196 144Z";
  return stillLife(
    { wall: tone.paper },
    wallShadow(sleeves + body + neck),
    shape(sleeves, tone.ochreDeep),
    shape(body, tone.ochre),
    shape("M240 152 H300 L308 154 Q320 170 318 200 L326 372 Q326 388 310 390 H262Z", "#fff", 'opacity=".1"'),
    shape(neck, tone.ochreDeep),
    shape("M202 92 Q240 80 278 92 L281 118 Q240 134 199 118Z", tone.ochre),
    repeat(7, (i) => line(`M${209 + i * 10} ${94 - (3 - Math.abs(3 - i)) * 2} v24`, tone.ochreDeep, 2)),
    repeat(5, (i) =>
      line(`M${186 + i * 27} 176 q8 22 0 44 q-8 22 0 44 q8 22 0 44 q-6 18 -1 48`, tone.ochreDeep, 3, 'opacity=".55"'),
    ),
    line("M158 368 Q240 378 322 368", tone.ochreDeep, 4),
    line("M100 340 L141 350 M380 340 L339 350", tone.ochre, 4),
  );
}

function linenShirt(): string {
  const sleeves =
    "M184 122 Q146 130 138 168 L110 330 Q110 342 122 344 L150 348 L188 214Z M296 122 Q334 130 342 168 L370 330 Q370 342 358 344 L330 348 L292 214Z";
  const body =
    "M184 122 L222 106 H258 L296 122 Q312 128 314 152 L320 384 Q304 410 280 398 Q240 384 200 398 Q176 410 160 384 L166 152 Q168 128 184 122Z";
  return stillLife(
    { wall: tone.sand },
    wallShadow(sleeves + body),
    hanger(66, 26),
    shape(sleeves, "#e9e2d3"),
    shape(body, tone.white),
    shape(
      "M240 130 L258 106 L296 122 Q312 128 314 152 L320 384 Q304 410 280 398 Q262 392 250 390Z",
      "#e9e2d3",
      'opacity=".55"',
    ),
    shape("M222 104 L240 134 L208 158 L196 118Z M258 104 L240 134 L272 158 L284 118Z", "#efe9dc"),
    line("M222 104 L240 134 L208 158 L196 118 M258 104 L240 134 L272 158 L284 118", "#c9bda6", 3),
    line("M232 142 V388 M250 142 V390", "#d5cab5", 3),
    repeat(6, (i) => `<circle cx="241" cy="${166 + i * 40}" r="5" fill="${tone.camelDeep}"/>`),
    line("M264 202 h34 v34 l-17 10 l-17 -10Z", "#c9bda6", 3),
    line("M180 220 Q190 300 182 370 M210 240 Q214 300 208 372 M298 270 Q292 320 300 372", "#e2d9c8", 4),
  );
}

function pleatedTrousers(): string {
  const legs = "M166 122 H314 L336 416 Q306 428 272 420 L244 208 H236 L208 420 Q174 428 144 416Z";
  return stillLife(
    { wall: tone.linen },
    wallShadow(legs),
    line("M240 88 V74 a14 14 0 1 0 -14 -14", tone.ink, 5),
    line("M172 92 H308", tone.ink, 6),
    shape(legs, tone.night),
    shape("M314 122 L336 416 Q306 428 272 420 L244 208 L250 146 H314Z", "#fff", 'opacity=".08"'),
    shape("M164 118 H316 L318 148 H162Z", tone.nightDeep),
    line("M240 120 V210 M206 150 L186 418 M274 150 L294 418", tone.nightDeep, 4),
    line("M184 150 L164 206 M296 150 L316 206 M222 150 L216 226 M258 150 L264 226", tone.nightDeep, 4),
    shape("M186 84 h26 v36 h-26Z M268 84 h26 v36 h-26Z", tone.camelDeep),
    shape("M240 118 h26 v30 h-26Z", tone.night),
  );
}

function slipDress(): string {
  const dress =
    "M192 168 Q214 196 240 182 Q266 196 288 168 L294 222 Q296 258 318 320 L342 414 Q290 436 240 428 Q190 436 138 414 L162 320 Q184 258 186 222Z";
  return stillLife(
    { wall: tone.paper },
    wallShadow(dress),
    hanger(58, 24),
    line("M194 174 L190 112 M286 174 L290 112", tone.roseDeep, 5),
    shape(dress, tone.rose),
    shape(
      "M288 168 L294 222 Q296 258 318 320 L342 414 Q316 426 290 430 Q296 330 262 250 Q258 214 266 186 Q278 182 288 168Z",
      tone.roseDeep,
      'opacity=".7"',
    ),
    shape(
      "M206 184 Q204 260 178 330 Q164 380 168 424 L188 428 Q186 360 210 300 Q226 250 222 188Z",
      "#fff",
      'opacity=".2"',
    ),
    line("M192 168 Q214 196 240 182 Q266 196 288 168", tone.roseDeep, 4),
    line("M240 300 Q232 360 240 426", tone.roseDeep, 3, 'opacity=".6"'),
  );
}

function scarf(): string {
  const back = "M236 96 L300 104 L318 392 L254 398Z";
  const front = "M180 104 Q216 86 262 96 Q284 150 246 214 L232 348 L164 340 L178 200Z";
  const fringe = (x: number, y: number, step: number): string =>
    repeat(8, (i) => line(`M${x + i * step} ${y} q3 12 -1 26`, tone.green, 4));
  return stillLife(
    { wall: tone.sand },
    wallShadow(back + front),
    `<circle cx="240" cy="92" r="15" fill="${tone.camelDeep}"/><circle cx="236" cy="88" r="15" fill="${tone.camel}"/>`,
    fringe(257, 398, 8.3),
    shape(back, tone.greenDeep),
    line("M258 110 L276 396 M282 110 L300 394", tone.brass, 3, 'opacity=".6"'),
    line("M246 250 L310 246 M249 320 L314 316 M250 350 L315 346", tone.brass, 3, 'opacity=".6"'),
    fringe(168, 342, 8.2),
    shape(front, tone.green),
    line("M202 100 Q226 150 198 206 L186 342 M228 94 Q256 150 222 208 L210 345", tone.brass, 3, 'opacity=".75"'),
    line(
      "M190 152 Q232 136 272 148 M176 228 L243 236 M170 286 L238 294 M168 312 L236 320",
      tone.brass,
      3,
      'opacity=".75"',
    ),
    shape(
      "M236 96 Q254 94 262 96 Q284 150 246 214 L240 262 Q240 210 250 180 Q262 134 236 96Z",
      tone.greenDeep,
      'opacity=".6"',
    ),
  );
}

/** Maison Alder's pictures by SKU: things of wool, linen and leather in window light. */
export const maisonAlderPictures: Readonly<Record<string, () => string>> = {
  "MA-COAT-WRAP": wrapCoat,
  "MA-KNIT-ROLL": rollNeck,
  "MA-SHIRT-LINEN": linenShirt,
  "MA-TROUSER-PLEAT": pleatedTrousers,
  "MA-DRESS-SLIP": slipDress,
  "MA-SCARF-CASH": scarf,
  ...maisonAlderAccessories,
};
