import type { Crop } from "./picture-of-upload.ts";

/** What of a picture is kept, as the fields `crop.x` and so on say in shares; null for all of it, and for what is no such thing. */
export function cropFrom(fields: Readonly<Record<string, string>>): Crop | null {
  const [x, y, width, height] = ["x", "y", "width", "height"].map((side) =>
    Number(fields[`crop.${side}`] ?? Number.NaN),
  );
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  const isShare = (value: number) => value >= 0 && value <= 1;
  if (![x, y, width, height].every(isShare) || width === 0 || height === 0) return null;
  return width === 1 && height === 1 ? null : { x, y, width, height };
}
