import fc from "fast-check";
import { findPlace, type Spot } from "./find-place.ts";

/** Where a town is that every test may rely on: "MEMPHIS|US|TN". */
export function spotOf(text: string): Spot {
  const [city = "", country = "", region = null] = text.split("|");
  const spot = findPlace({ city, country, region });
  if (spot === null) throw new Error(`${text} is not found`);
  return spot;
}

/** Anywhere on the earth, the poles and the date line among it. */
export const anySpot: fc.Arbitrary<Spot> = fc.record({
  lon: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 0, 179.99, 180)),
  lat: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 0, 90)),
});

/** Every point of an SVG path of ours: lines that start with `M`, all else relative to the point before. */
export function pointsOf(path: string): readonly (readonly [number, number])[] {
  return path.split(/(?=M)/).flatMap((line) => {
    const numbers = (line.match(/-?\d+/g) ?? []).map(Number);
    let [x, y] = [0, 0];
    return Array.from({ length: numbers.length / 2 }, (_, at): [number, number] => {
      x += numbers[at * 2] ?? Number.NaN;
      y += numbers[at * 2 + 1] ?? Number.NaN;
      return [x, y];
    });
  });
}
