import { geoPath } from "d3-geo";
import fc from "fast-check";
import { expect, test } from "vitest";
import { drawing } from "./drawing.ts";
import { nearWorld } from "./near-world.ts";
import { type View, viewOf } from "./view-of.ts";
import { type World, worldIn } from "./world.ts";

function drawnOf({ land, borders }: World, { projection }: View): readonly string[] {
  const shapes: GeoJSON.Geometry[] = [
    { type: "MultiPolygon", coordinates: land.map((rings) => rings.map((ring) => [...ring])) },
    { type: "MultiLineString", coordinates: borders.map((line) => [...line]) },
  ];
  return shapes.map((shape) => {
    const context = drawing({ tolerance: 1.5, smallest: 6 });
    geoPath(projection, context)(shape);
    return context.drawn().text;
  });
}

test("what is seen is the same whether the rest of the world is left out or not", { timeout: 60_000 }, () => {
  const world = worldIn("50m");
  const lon = fc.double({ min: -180, max: 180, noNaN: true });
  const lat = fc.double({ min: -75, max: 75, noNaN: true });
  const step = fc.double({ min: -15, max: 15, noNaN: true });
  fc.assert(
    fc.property(lon, lat, step, step, (east, north, x, y) => {
      const view = viewOf([
        { lon: east, lat: north },
        { lon: east + x, lat: north + y },
      ]);
      if (view.cap === null) return;
      expect(drawnOf(nearWorld(world, view.cap), view)).toEqual(drawnOf(world, view));
    }),
    { numRuns: 25 },
  );
});

test("most of the world is left out", () => {
  const { cap } = viewOf([
    { lon: -1.5, lat: 53.8 },
    { lon: -0.1, lat: 51.5 },
  ]);
  if (cap === null) throw new Error("seen from afar");
  const sizeOf = ({ land }: World) => land.flat().reduce((sum, ring) => sum + ring.length, 0);
  expect(sizeOf(nearWorld(worldIn("50m"), cap))).toBeLessThan(sizeOf(worldIn("50m")) / 10);
});
