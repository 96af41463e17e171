import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import { packageFile } from "./package-file.ts";

/** Natural Earth at 1:50 million, or at 1:110 million for what is looked at from afar. */
export type Detail = "50m" | "110m";

/** Longitude and latitude in degrees, as GeoJSON has it. */
export type Position = GeoJSON.Position;

/** Land as rings and the borders between countries as lines. The first ring of a polygon is its outline, others are holes. */
export type World = {
  readonly land: readonly (readonly (readonly Position[])[])[];
  readonly borders: readonly (readonly Position[])[];
};

const WORLDS = new Map<Detail, World>();

/** The world's land and borders. Read and unpacked when first asked for (about 40 ms), and kept. */
export function worldIn(detail: Detail): World {
  const known = WORLDS.get(detail);
  if (known !== undefined) return known;
  const atlas: Topology<{ countries: GeometryCollection; land: GeometryCollection }> = JSON.parse(
    packageFile("world-atlas", `countries-${detail}.json`).toString("utf8"),
  );
  const land = feature(atlas, atlas.objects.land).features.flatMap(({ geometry }) => polygonsOf(geometry));
  const borders = mesh(atlas, atlas.objects.countries, (one, other) => one !== other).coordinates;
  const world = { land, borders };
  WORLDS.set(detail, world);
  return world;
}

function polygonsOf(geometry: GeoJSON.Geometry): readonly Position[][][] {
  if (geometry.type === "Polygon") return [geometry.coordinates];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [];
}
