import { blueprint, detail, frame, ink, measure, outline, ring } from "./blueprint.ts";
import { box, disc, line, placed, repeat, shape } from "./picture.ts";
import { voltgartenPower } from "./voltgarten-power.ts";

function headphones(): string {
  return blueprint(
    measure(112, 424, 368, 424),
    outline("M96 262 V236 A144 144 0 0 1 384 236 V262 H360 V236 A120 120 0 0 0 120 236 V262Z", ink.panel),
    detail("M152 158 A116 116 0 0 1 328 158", ink.faint, 5),
    frame(84, 246, 66, 140, 26),
    frame(330, 246, 66, 140, 26),
    outline("M150 268 Q176 270 176 296 V336 Q176 362 150 364Z", ink.panel),
    outline("M330 268 Q304 270 304 296 V336 Q304 362 330 364Z", ink.panel),
    detail("M104 282 V350", ink.signal, 8),
    detail("M376 282 V350", ink.signal, 8),
  );
}

function keyboard(): string {
  const key = (x: number, y: number, w: number, fill: string): string => box(x, y, w, 34, 6, fill);
  const row = (y: number, from: number, count: number): string =>
    repeat(count, (i) => key(from + i * 42, y, 34, ink.panel));
  return blueprint(
    measure(48, 376, 432, 376),
    frame(48, 130, 384, 212, 16),
    row(150, 70, 7),
    ring(392, 167, 17, ink.signal, 6, ink.panel),
    detail("M392 167 V154", ink.signal, 4),
    row(196, 70, 8),
    row(242, 80, 7),
    key(374, 242, 38, ink.steel),
    key(70, 288, 34, ink.panel),
    key(112, 288, 46, ink.panel),
    key(166, 288, 150, ink.signal),
    key(324, 288, 40, ink.panel),
    key(372, 288, 40, ink.panel),
    detail("M240 130 V96 Q240 76 262 76 H330", ink.steel, 6),
    box(330, 66, 36, 20, 4, ink.steel),
  );
}

function speaker(): string {
  return blueprint(
    measure(390, 64, 390, 404),
    frame(128, 64, 224, 340, 22),
    ring(240, 148, 46, ink.steel, 7, ink.panel),
    disc(240, 148, 14, ink.steel),
    ring(240, 296, 82, ink.steel, 7, ink.panel),
    ring(240, 296, 56, ink.faint, 5),
    disc(240, 296, 27, ink.signal),
    repeat(4, (i) => disc(i % 2 === 0 ? 152 : 328, i < 2 ? 88 : 380, 6, ink.faint)),
    detail("M160 404 V424 M320 404 V424", ink.steel, 10),
  );
}

function camera(): string {
  return blueprint(
    measure(64, 412, 416, 412),
    outline(
      "M64 166 Q64 144 86 144 H156 L178 104 H302 L324 144 H394 Q416 144 416 166 V354 Q416 376 394 376 H86 Q64 376 64 354Z",
    ),
    detail("M64 196 H152 M328 196 H416", ink.faint, 5),
    box(92, 126, 44, 16, 4, ink.signal),
    ring(240, 258, 98, ink.steel, 7, ink.panel),
    ring(240, 258, 72, ink.steel, 5, ink.ground),
    ring(240, 258, 42, ink.faint, 5),
    shape("M214 236 A34 34 0 0 1 250 226", "none", `stroke="${ink.signal}" stroke-width="9" stroke-linecap="round"`),
    disc(384, 172, 9, ink.signal),
    box(352, 318, 44, 26, 6, ink.panel),
    detail("M206 120 H274", ink.faint, 5),
  );
}

function deskLamp(): string {
  return blueprint(
    shape("M286 186 L216 396 H424 L362 140Z", ink.signal, 'opacity=".16"'),
    outline("M92 396 Q92 372 150 372 Q208 372 208 396Z", ink.panel),
    detail("M70 399 H420", ink.faint, 4),
    line("M150 372 L104 230 L256 112", ink.steel, 12),
    line("M150 372 L104 230 L256 112", ink.body, 3),
    ring(104, 230, 15, ink.steel, 7, ink.ground),
    ring(256, 112, 15, ink.steel, 7, ink.ground),
    placed(
      "translate(300 146) rotate(-30)",
      outline("M-34 -44 H34 L62 26 H-62Z", ink.body),
      box(-52, 26, 104, 13, 5, ink.signal),
    ),
    ring(150, 384, 5, ink.signal, 4),
  );
}

function microphone(): string {
  return blueprint(
    measure(374, 56, 374, 264),
    frame(166, 56, 148, 208, 74),
    detail("M170 122 H310 M166 154 H314 M166 186 H314 M186 90 H294", ink.faint, 5),
    detail("M204 66 V200 M240 58 V200 M276 66 V200", ink.faint, 5),
    box(166, 198, 148, 22, 0, ink.signal),
    line("M126 176 V190 A114 114 0 0 0 354 190 V176", ink.steel, 9),
    line("M240 304 V384", ink.steel, 12),
    outline("M150 410 Q150 382 240 382 Q330 382 330 410Z", ink.panel),
    disc(240, 242, 7, ink.signal),
  );
}

function turntable(): string {
  return blueprint(
    frame(52, 84, 376, 300, 18),
    detail("M88 384 V404 M392 384 V404", ink.steel, 12),
    ring(204, 234, 122, ink.steel, 7, ink.panel),
    ring(204, 234, 98, ink.faint, 3),
    ring(204, 234, 78, ink.faint, 3),
    ring(204, 234, 58, ink.faint, 3),
    disc(204, 234, 38, ink.signal),
    disc(204, 234, 7, ink.ground),
    ring(374, 140, 25, ink.steel, 7, ink.panel),
    line("M374 140 L378 264 L306 308", ink.steel, 9),
    line("M312 304 L288 320", ink.signal, 15),
    box(366, 330, 40, 26, 6, ink.panel),
    disc(386, 343, 7, ink.signal),
  );
}

/** Voltgarten's pictures by SKU: technical drawings, the part that matters in yellow. */
export const voltgartenPictures: Readonly<Record<string, () => string>> = {
  "VG-HP-200": headphones,
  "VG-KB-75": keyboard,
  "VG-SPK-6": speaker,
  "VG-CAM-35": camera,
  "VG-LAMP-3": deskLamp,
  "VG-MIC-1": microphone,
  "VG-TT-33": turntable,
  ...voltgartenPower,
};
