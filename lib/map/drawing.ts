import type { GeoContext } from "d3-geo";

type Point = readonly [number, number];
type Line = { readonly points: Point[]; isClosed: boolean };

/** How coarsely an outline may be drawn, and the smallest island that is, in the picture's units. */
export type Coarseness = { readonly tolerance: number; readonly smallest: number };

/** What was drawn: as an SVG path in whole numbers, each line relative to its start, and the corners of its lines. */
export type Drawn = { readonly text: string; readonly corners: readonly (readonly Point[])[] };

/** A context for `geoPath`, and what it drew, without what is too small to be seen. */
export function drawing({ tolerance, smallest }: Coarseness): GeoContext & { readonly drawn: () => Drawn } {
  const lines: Line[] = [];
  const cornersOf = ({ points, isClosed }: Line): readonly Point[] => {
    if (extentOf(points) < smallest) return [];
    const corners = distinct(isClosed ? simplifiedRing(points, tolerance) : simplified(points, tolerance));
    return corners.length > (isClosed ? 2 : 1) ? corners : [];
  };
  return {
    beginPath() {},
    arc() {},
    moveTo(x, y) {
      lines.push({ points: [[x, y]], isClosed: false });
    },
    lineTo(x, y) {
      lines.at(-1)?.points.push([x, y]);
    },
    closePath() {
      const line = lines.at(-1);
      if (line !== undefined) line.isClosed = true;
    },
    drawn: () => {
      const corners = lines.map(cornersOf);
      return { corners, text: corners.map((line, at) => lineText(line, lines[at]?.isClosed ?? false)).join("") };
    },
  };
}

function lineText([first, ...others]: readonly Point[], isClosed: boolean): string {
  if (first === undefined) return "";
  let [x, y] = first;
  let text = `M${x}${signedText(y)}l`;
  others.forEach(([toX, toY], index) => {
    text += (index === 0 ? String(toX - x) : signedText(toX - x)) + signedText(toY - y);
    [x, y] = [toX, toY];
  });
  return isClosed ? `${text}z` : text;
}

/** A minus sign parts two numbers as well as a space does. */
function signedText(value: number): string {
  return value < 0 ? String(value) : ` ${value}`;
}

function distinct(points: readonly Point[]): readonly Point[] {
  const whole = points.map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  return whole.filter(([x, y], index) => index === 0 || x !== whole[index - 1]?.[0] || y !== whole[index - 1]?.[1]);
}

function extentOf(points: readonly Point[]): number {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return Math.max(right - left, bottom - top);
}

/** A ring has no ends: it is cut where it is farthest from its start. */
function simplifiedRing(points: readonly Point[], tolerance: number): readonly Point[] {
  const start: Point = points[0] ?? [0, 0];
  const far = points.reduce(
    (best, point, at) => (apart(point, start) > apart(points[best] ?? start, start) ? at : best),
    0,
  );
  return [
    ...simplified(points.slice(0, far + 1), tolerance).slice(0, -1),
    ...simplified([...points.slice(far), start], tolerance).slice(0, -1),
  ];
}

/** Douglas and Peucker's: a point stays where the line without it would miss it by more than the tolerance. */
function simplified(points: readonly Point[], tolerance: number): readonly Point[] {
  const kept = new Set([0, points.length - 1]);
  const open: [number, number][] = [[0, points.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    const start: Point = points[from] ?? [0, 0];
    const end: Point = points[to] ?? [0, 0];
    let farthest = from;
    let distance = tolerance;
    for (let at = from + 1; at < to; at++) {
      const off = distanceTo(points[at] ?? start, start, end);
      if (off > distance) [farthest, distance] = [at, off];
    }
    if (farthest === from) continue;
    kept.add(farthest);
    open.push([from, farthest], [farthest, to]);
  }
  return points.filter((_, at) => kept.has(at));
}

function distanceTo(point: Point, [startX, startY]: Point, [endX, endY]: Point): number {
  const [x, y] = [endX - startX, endY - startY];
  const length = x * x + y * y;
  const along = length === 0 ? 0 : ((point[0] - startX) * x + (point[1] - startY) * y) / length;
  const share = Math.min(Math.max(along, 0), 1);
  return Math.hypot(point[0] - startX - share * x, point[1] - startY - share * y);
}

function apart([x, y]: Point, [otherX, otherY]: Point): number {
  return Math.hypot(x - otherX, y - otherY);
}
