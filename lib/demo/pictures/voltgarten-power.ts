import { blueprint, detail, frame, ink, measure, outline, ring } from "./blueprint.ts";
import { box, disc, line, placed, repeat, shape } from "./picture.ts";

function powerBank(): string {
  return blueprint(
    measure(360, 68, 360, 412),
    frame(146, 68, 188, 344, 30),
    box(172, 98, 136, 62, 8, ink.panel),
    repeat(4, (i) => box(182 + i * 30, 110, 22, 38, 4, i < 3 ? ink.signal : ink.faint)),
    shape("M254 196 L200 290 H236 L222 362 L282 258 H244Z", ink.signal),
    detail("M220 390 H260", ink.steel, 8),
  );
}

function charger(): string {
  return blueprint(
    measure(112, 416, 308, 416),
    outline("M308 190 H350 M308 290 H350", ink.body),
    line("M312 196 H404 M312 284 H404", ink.steel, 24),
    line("M316 196 H372 M316 284 H372", ink.panel, 10),
    outline("M112 120 Q112 98 134 98 H286 Q308 98 308 120 V360 Q308 382 286 382 H134 Q112 382 112 360Z"),
    outline("M308 150 L332 164 V316 L308 330Z", ink.panel),
    repeat(
      2,
      (i) =>
        `<rect x="148" y="${150 + i * 66}" width="106" height="36" rx="18" fill="${ink.ground}" stroke="${i === 0 ? ink.signal : ink.steel}" stroke-width="7"/>`,
    ),
    box(172, 164, 58, 8, 4, ink.signal),
    box(172, 230, 58, 8, 4, ink.steel),
    frame(160, 284, 82, 48, 4, ink.ground),
    box(172, 296, 58, 12, 2, ink.faint),
  );
}

function plug(): string {
  return (
    frame(-24, -62, 48, 70, 10) +
    box(-15, -98, 30, 36, 8, ink.signal) +
    box(-7, -90, 14, 6, 3, ink.ground) +
    detail("M-10 -28 V-8 M10 -28 V-8", ink.faint, 4) +
    box(-11, 8, 22, 24, 5, ink.steel)
  );
}

function cable(): string {
  const loop =
    "M132 168 V236 C132 330 196 396 268 372 C340 348 356 250 296 212 C236 176 160 232 184 306 C204 372 300 396 340 320 C352 296 356 270 356 168";
  return blueprint(
    line(loop, ink.steel, 19),
    line(loop, ink.body, 7),
    placed("translate(132 160)", plug()),
    placed("translate(356 160)", plug()),
  );
}

function batteries(): string {
  const cell = (x: number): string =>
    box(x + 26, 88, 28, 24, 5, ink.steel) +
    frame(x, 112, 80, 266, 12) +
    box(x + 4, 116, 72, 78, 8, ink.signal) +
    detail(`M${x + 40} 138 v34 M${x + 23} 155 h34`, ink.ground, 7) +
    detail(`M${x + 24} 350 h32`, ink.faint, 6);
  return blueprint(
    measure(56, 410, 424, 410),
    repeat(4, (i) => cell(56 + i * 96)),
    repeat(4, (i) => detail(`M${74 + i * 96} 222 V322`, ink.faint, 4)),
  );
}

function router(): string {
  return blueprint(
    detail("M184 128 A84 84 0 0 1 296 128", ink.signal, 10),
    detail("M156 92 A128 128 0 0 1 324 92", ink.signal, 10),
    disc(240, 168, 13, ink.signal),
    line("M108 280 L72 116 M372 280 L408 116", ink.steel, 19),
    line("M108 280 L72 116 M372 280 L408 116", ink.body, 6),
    outline("M60 296 Q64 268 92 264 H388 Q416 268 420 296 V344 Q420 368 396 368 H84 Q60 368 60 344Z"),
    detail("M60 306 H420", ink.faint, 4),
    repeat(4, (i) => disc(104 + i * 34, 338, 8, i === 0 ? ink.signal : ink.faint)),
    box(306, 324, 84, 26, 5, ink.panel),
    detail("M104 368 V384 M376 368 V384", ink.steel, 10),
    measure(60, 418, 420, 418),
  );
}

function solderingIron(): string {
  return blueprint(
    measure(60, 424, 290, 424),
    frame(60, 262, 196, 126, 14),
    box(80, 282, 108, 54, 6, ink.panel),
    detail("M96 309 h22 M128 309 h22", ink.signal, 8),
    ring(222, 309, 19, ink.steel, 6, ink.panel),
    detail("M222 309 V294", ink.signal, 5),
    disc(90, 362, 6, ink.signal),
    disc(114, 362, 6, ink.faint),
    detail("M256 352 C330 376 420 356 412 322 C408 290 400 274 384 254", ink.steel, 8),
    placed(
      "translate(384 256) rotate(-36)",
      frame(-18, -112, 36, 118, 12),
      detail("M-16 -86 H16 M-16 -66 H16 M-16 -46 H16", ink.faint, 5),
      box(-25, -126, 50, 16, 6, ink.signal),
      shape("M-8 -126 V-176 L0 -206 L8 -176 V-126Z", ink.steel),
    ),
    detail("M222 84 q-14 -14 0 -28 q12 -12 2 -24", ink.faint, 5),
  );
}

/** What gives power, carries it, or melts with it. */
export const voltgartenPower: Readonly<Record<string, () => string>> = {
  "VG-PB-20": powerBank,
  "VG-CHG-65": charger,
  "VG-CAB-2M": cable,
  "VG-BAT-AA8": batteries,
  "VG-RTR-6": router,
  "VG-SLD-80": solderingIron,
};
