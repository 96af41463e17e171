import type { JourneyMap } from "./journey-map-of.ts";
import type { MapPoint } from "./map-point.ts";

/** The size of the names' letters on a phone, in units of the picture; where it is larger, letters are smaller than this. */
const LETTER = 36;

/** A name beside its mark: `x` and `y` are where its line of writing starts, is centred or ends. */
export type PlacedLabel = MapPoint & {
  readonly mark: MapPoint;
  readonly text: string;
  readonly kind: LabelKind;
  readonly anchor: "start" | "middle" | "end";
};

/** A name that is wanted. `reach` is how far its mark goes from its place. */
export type WantedLabel = MapPoint & { readonly text: string; readonly kind: LabelKind; readonly reach: number };

/** Where the parcel was last seen, another place of its way, or a town around. */
type LabelKind = "seen" | "stop" | "town";

/** A covered mark is as bad as so much of a way, in tens of units. */
const COVERED = 20;
/** What covers more of marks and ways than this is left out, unless it is of the parcel's own way. */
const TOO_MUCH = 5;

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
type Option = { readonly label: PlacedLabel; readonly box: Box };

const EDGE = 10;
/** Between a mark and its name. */
const GAP = LETTER * 0.3;
const MARK = 14;
/** How much a name's line takes above and below its line of writing. */
const ABOVE = LETTER * 0.85;
const BELOW = LETTER * 0.28;

/**
 * Where names stand so that none covers another or leaves the picture, most important first: beside their places where the
 * way leaves room. A name that finds no room is left out.
 */
export function placedLabels(wanted: readonly WantedLabel[], picture: JourneyMap): readonly PlacedLabel[] {
  const known = PLACED.get(picture) ?? new Map<string, readonly PlacedLabel[]>();
  PLACED.set(picture, known);
  const key = JSON.stringify(wanted);
  const labels = known.get(key) ?? labelsIn(picture, wanted);
  known.set(key, labels);
  return labels;
}

/** A picture is drawn once for many views, and its names are few: one set in each language. */
const PLACED = new WeakMap<JourneyMap, Map<string, readonly PlacedLabel[]>>();

function labelsIn(
  { width, height, ways, stops, goal, towns }: JourneyMap,
  wanted: readonly WantedLabel[],
): readonly PlacedLabel[] {
  const marks = [...stops, ...(goal === null ? [] : [goal]), ...towns];
  const dots = ways.flatMap(dotsAlong);
  const taken: Box[] = [];
  return wanted.flatMap((name) => {
    const costs = optionsFor(name)
      .filter(
        ({ box }) => box.left >= EDGE && box.top >= EDGE && box.right <= width - EDGE && box.bottom <= height - EDGE,
      )
      .filter(({ box }) => !taken.some((other) => meet(box, other)))
      .map((option, preference) => {
        const covered = marks.filter((mark) => meet(option.box, around(mark, MARK))).length;
        const crossed = dots.filter((dot) => meet(option.box, around(dot, 2))).length;
        return { option, cost: covered * COVERED + crossed + preference / 4 };
      });
    const [best] = costs.toSorted((one, other) => one.cost - other.cost);
    if (best === undefined || (name.kind === "town" && best.cost > TOO_MUCH)) return [];
    taken.push(best.option.box);
    return [best.option.label];
  });
}

function optionsFor({ x, y, text, kind, reach }: WantedLabel): readonly Option[] {
  const off = reach + GAP;
  const middle = y + (ABOVE - BELOW) / 2;
  const [over, under] = [y - off - BELOW, y + off + ABOVE];
  const width = widthOf(text) * SIZES[kind];
  const optionAt = (atX: number, atY: number, anchor: PlacedLabel["anchor"]): Option => {
    const left = atX - width * SHARES[anchor];
    const label = { x: Math.round(atX), y: Math.round(atY), text, kind, anchor, mark: { x, y } };
    return { label, box: { left, top: atY - ABOVE, right: left + width, bottom: atY + BELOW } };
  };
  return [
    optionAt(x + off, middle, "start"),
    optionAt(x - off, middle, "end"),
    optionAt(x, over, "middle"),
    optionAt(x, under, "middle"),
    optionAt(x + reach, over, "start"),
    optionAt(x + reach, under, "start"),
    optionAt(x - reach, over, "end"),
    optionAt(x - reach, under, "end"),
  ];
}

/** Heavy letters are wider. */
const SIZES = { seen: 1.08, stop: 1, town: 0.9 } as const;
const SHARES = { start: 0, middle: 0.5, end: 1 } as const;
/** How wide letters are, in their size, near enough and rather too wide. Marks above and below letters take no room. */
const HAN = 1.02;
const CAPITAL = 0.74;
const OTHER = 0.58;

function widthOf(text: string): number {
  const letters = [...text.replaceAll(/\p{M}/gu, "")];
  const widths = letters.map((letter) => {
    if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(letter)) return HAN;
    return /\p{Lu}/u.test(letter) ? CAPITAL : OTHER;
  });
  return widths.reduce((sum, width) => sum + width, 0) * LETTER;
}

/** Dots along a line, close enough that a name cannot pass between two. */
function dotsAlong(line: readonly MapPoint[]): readonly MapPoint[] {
  return line.flatMap((to, index) => {
    const from = line[index - 1] ?? to;
    const count = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 10));
    return Array.from({ length: count }, (_, step) => {
      const share = (step + 1) / count;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    });
  });
}

function around({ x, y }: MapPoint, reach: number): Box {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

function meet(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
