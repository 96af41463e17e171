import sharp, { type Sharp } from "sharp";
import { MOST_PICTURE_BYTES } from "#lib/brand/picture-bytes.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { oneByOne } from "#lib/kernel/one-by-one.ts";

/** A picture that we wrote ourselves, pixel by pixel: nothing of the file that came in is in it. */
export type CleanPicture = {
  readonly contentType: "image/png" | "image/jpeg" | "image/webp";
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
};

/** What of an upright picture is kept, in shares of its width and height from 0 to 1. */
export type Crop = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

type Format = "png" | "jpeg" | "webp";

const MIB = 1024 * 1024;
/** A small file can unfold into gigabytes: more pixels than a good camera's are not opened. */
const MOST_PIXELS = 40_000_000;
/** So many pixels still take up to a third of a gigabyte, so a process draws one picture at a time. */
const drawn = oneByOne();
const DEADLINE_SECONDS = 10;
const LEAST_SIDE = 16;

const LOGO = { width: 640, height: 240 };
const HERO = { width: 1200, height: 800 };
const HOME_SCREEN = 180;
const TAB = 32;

/** A logo: at most 640 by 240, in the kind that mail programs read too. Throws AppError `invalid` with what to do. */
export async function logoOf(file: Uint8Array, crop: Crop | null = null): Promise<CleanPicture> {
  const { format, kept } = await checked(file, crop);
  const fitted = kept().resize({ ...LOGO, fit: "inside", withoutEnlargement: true });
  if (format === "jpeg") return written(fitted.jpeg({ quality: 90, chromaSubsampling: "4:4:4" }), "image/jpeg");
  return written(fitted.png({ compressionLevel: 9 }), "image/png");
}

/** A hero: at most 1200 by 800. Throws AppError `invalid` with what to do. */
export async function heroOf(file: Uint8Array, crop: Crop | null = null): Promise<CleanPicture> {
  const { kept } = await checked(file, crop);
  const fitted = kept().resize({ ...HERO, fit: "inside", withoutEnlargement: true });
  return written(fitted.webp({ quality: 84 }), "image/webp");
}

/** Square pictures for the browser's tab and for the home screen. Throws AppError `invalid` with what to do. */
export async function faviconOf(
  file: Uint8Array,
  crop: Crop | null = null,
): Promise<{ readonly small: CleanPicture; readonly large: CleanPicture }> {
  const { kept } = await checked(file, crop);
  const squared = (picture: Sharp, side: number) =>
    picture.resize({ width: side, height: side, fit: "contain", background: "#ffffff00" }).png({ compressionLevel: 9 });
  // The file is unfolded once: both are drawn from the larger.
  const { bytes } = await written(squared(kept(), HOME_SCREEN), "image/png");
  return {
    small: await written(squared(sharp(bytes), TAB), "image/png"),
    // Home screens paint what is see-through black.
    large: await written(sharp(bytes).flatten({ background: "#ffffff" }).png({ compressionLevel: 9 }), "image/png"),
  };
}

type Checked = { readonly format: Format; readonly kept: () => Sharp };

/** Refuses what is too large, no picture of the three kinds, too many pixels, or a strip that no page could show. */
async function checked(file: Uint8Array, crop: Crop | null): Promise<Checked> {
  if (file.length > MOST_PICTURE_BYTES) {
    const [size, most] = [file.length / MIB, MOST_PICTURE_BYTES / MIB];
    throw refusal(`The picture has ${size.toFixed(1)} MB; ${most} MB is the most. Save it smaller.`);
  }
  const format = formatOf(file);
  const { autoOrient, pages = 1 } = await readable(opened(file).metadata());
  if (pages > 1) throw refusal("The picture moves. Save one frame of it as PNG.");
  const part = crop === null ? null : partOf(autoOrient, crop);
  const { width, height } = part ?? autoOrient;
  if (Math.min(width, height) < LEAST_SIDE) {
    throw refusal(`The picture has ${width} by ${height} pixels; ${LEAST_SIDE} by ${LEAST_SIDE} is the least.`);
  }
  return { format, kept: () => (part === null ? opened(file) : opened(file).extract(part)) };
}

type Size = { readonly width: number; readonly height: number };

/** Whole pixels within the picture, whatever was asked for. */
function partOf({ width, height }: Size, crop: Crop): Size & { readonly left: number; readonly top: number } {
  const left = within(Math.round(crop.x * width), 0, width - 1);
  const top = within(Math.round(crop.y * height), 0, height - 1);
  return {
    ...{ left, top },
    width: within(Math.round(crop.width * width), 1, width - left),
    height: within(Math.round(crop.height * height), 1, height - top),
  };
}

function within(value: number, least: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(value, least), most) : least;
}

/** By the file's first bytes: its name and what a browser calls it prove nothing. */
function formatOf(file: Uint8Array): Format {
  const start = Buffer.from(file.subarray(0, 16));
  const head = start.toString("latin1");
  if (head.startsWith("\x89PNG\r\n\x1a\n")) return "png";
  if (head.startsWith("\xff\xd8\xff")) return "jpeg";
  if (head.startsWith("RIFF") && head.slice(8, 12) === "WEBP") return "webp";
  throw refusal(`${nameOf(file, head)} Save the picture as PNG, JPEG or WebP.`);
}

function nameOf(file: Uint8Array, head: string): string {
  if (head.startsWith("GIF8")) return "GIF is not taken.";
  if (/^....ftyp(avi[fs]|mif1)/s.test(head)) return "AVIF is not taken.";
  if (/^....ftyp(hei|hev|msf1)/s.test(head)) return "HEIC is not taken.";
  const text = Buffer.from(file.subarray(0, 1024)).toString("utf8");
  if (/<svg[\s/>]/i.test(text)) return "SVG is not taken, because it can hold scripts.";
  return "This is no picture that we know.";
}

function opened(file: Uint8Array): Sharp {
  return sharp(file, { limitInputPixels: MOST_PIXELS, failOn: "truncated" }).autoOrient().timeout({
    seconds: DEADLINE_SECONDS,
  });
}

/** sharp leaves camera data, places and comments behind unless told otherwise, and turns all colours into sRGB. */
async function written(picture: Sharp, contentType: CleanPicture["contentType"]): Promise<CleanPicture> {
  const { data, info } = await readable(
    drawn(() => picture.toColourspace("srgb").toBuffer({ resolveWithObject: true })),
  );
  return { contentType, bytes: Uint8Array.from(data), width: info.width, height: info.height };
}

/** What libvips cannot open is the file's fault, and its words help nobody. */
async function readable<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    if (/pixel limit/i.test(reason))
      throw refusal("The picture has too many pixels. Save it with at most 6000 by 6000.");
    throw refusal("The picture is damaged or cut short. Export it again from where it was made.");
  }
}

function refusal(sentence: string): AppError {
  return new AppError("invalid", sentence);
}
