import fc from "fast-check";
import { expect, test } from "vitest";
import type { JourneyMap } from "./journey-map-of.ts";
import { type PlacedLabel, placedLabels } from "./placed-labels.ts";

const picture: JourneyMap = {
  width: 1000,
  height: 520,
  land: "",
  borders: "",
  done: "",
  ahead: "",
  ways: [],
  stops: [],
  goal: null,
  towns: [],
};

/** Where letters surely are: half as wide as a name may be at most. */
function coreOf({ x, y, text, anchor }: PlacedLabel) {
  const width = [...text].length * 36 * 0.3;
  const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
  return { left, right: left + width, top: y - 24, bottom: y };
}

const point = { x: fc.integer({ min: 1, max: 999 }), y: fc.integer({ min: 1, max: 519 }) };
const wanted = fc.record({
  ...point,
  text: fc.constantFrom("Paris", "Louisville", "臺北市", "Saint-Germain-en-Laye", "กรุงเทพมหานคร", "الرياض"),
  kind: fc.constantFrom("seen" as const, "stop" as const, "town" as const),
  reach: fc.constantFrom(4, 10, 22),
});

test("names never cover one another and never leave the picture", () => {
  fc.assert(
    fc.property(fc.array(wanted, { maxLength: 8 }), fc.array(fc.record(point), { maxLength: 8 }), (names, way) => {
      const boxes = placedLabels(names, { ...picture, ways: [way], stops: way }).map(coreOf);
      for (const [at, box] of boxes.entries()) {
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.right).toBeLessThanOrEqual(picture.width);
        expect(box.top).toBeGreaterThanOrEqual(0);
        expect(box.bottom).toBeLessThanOrEqual(picture.height);
        const others = boxes.slice(at + 1);
        const isCovered = others.some(
          (other) =>
            box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        );
        expect(isCovered).toBe(false);
      }
    }),
  );
});

test("the first name wanted has its place before all others", () => {
  const name = { x: 500, y: 260, kind: "stop", reach: 10 } as const;
  const [first] = placedLabels([{ ...name, text: "Taipei" }], picture);
  expect(
    placedLabels(
      [
        { ...name, text: "Taipei" },
        { ...name, text: "Taoyuan" },
      ],
      picture,
    )[0],
  ).toEqual(first);
});

test("a name stands on the side where the way does not pass", () => {
  const stop = { x: 500, y: 260 };
  const way = [stop, { x: 900, y: 260 }];
  const [label] = placedLabels([{ ...stop, text: "Memphis", kind: "stop", reach: 10 }], {
    ...picture,
    ways: [way],
    stops: way,
  });
  expect(label?.anchor).toBe("end");
});

test("a town around is left out where it would cover the way, a place of the way is not", () => {
  const fence = Array.from({ length: 60 }, (_, at) => ({ x: 300 + (at % 2) * 400, y: 160 + at * 4 }));
  const place = { x: 500, y: 260, text: "Nashville", reach: 10 };
  const map = { ...picture, ways: [fence] };
  expect(placedLabels([{ ...place, kind: "town" }], map)).toEqual([]);
  expect(placedLabels([{ ...place, kind: "stop" }], map)).toHaveLength(1);
});
