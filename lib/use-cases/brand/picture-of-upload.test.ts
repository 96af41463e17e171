import { deflateSync } from "node:zlib";
import fc from "fast-check";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { faviconOf, heroOf, logoOf } from "./picture-of-upload.ts";

const plain = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: { r: 200, g: 30, b: 90, alpha: 0.5 } } });
const png = (width: number, height: number) => plain(width, height, 4).png().toBuffer();
const metadata = (bytes: Uint8Array) => sharp(bytes).metadata();

/** A PNG of a few hundred bytes that says it has this many pixels. */
function bomb(width: number, height: number): Uint8Array {
  const crc = (data: Buffer) => {
    let value = 0xffffffff;
    for (const byte of data) {
      value ^= byte;
      for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    }
    return (value ^ 0xffffffff) >>> 0;
  };
  const chunk = (name: string, body: Buffer) => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const tail = Buffer.alloc(4);
    tail.writeUInt32BE(crc(Buffer.concat([Buffer.from(name), body])));
    return Buffer.concat([head, Buffer.from(name), body, tail]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([1, 0, 0, 0, 0], 8);
  const start = Buffer.from("\x89PNG\r\n\x1a\n", "latin1");
  return Buffer.concat([
    start,
    chunk("IHDR", size),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

describe("a picture of a merchant's", () => {
  test("is fitted: a logo into 640 by 240, a hero into 1200 by 800; a small one keeps its size", async () => {
    expect(await logoOf(await png(2000, 500))).toMatchObject({ width: 640, height: 160, contentType: "image/png" });
    expect(await logoOf(await png(300, 100))).toMatchObject({ width: 300, height: 100 });
    expect(await heroOf(await png(3000, 3000))).toMatchObject({ width: 800, height: 800, contentType: "image/webp" });
  });

  test("of several megabytes, as designers and cameras save it, is taken and becomes small", async () => {
    const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
    const file = await sharp({ create: { width: 1350, height: 1350, channels: 3, background: "#888", noise } })
      .png()
      .toBuffer();
    expect(file.length).toBeGreaterThan(5 * 1024 * 1024);
    for (const { bytes } of [await logoOf(file), await heroOf(file), (await faviconOf(file)).large]) {
      expect(bytes.length).toBeLessThan(file.length / 10);
    }
  });

  test("as an icon is square in both sizes; see-through in the tab, on white on the home screen", async () => {
    const { small, large } = await faviconOf(await png(100, 40));
    expect(await metadata(small.bytes)).toMatchObject({ width: 32, height: 32, format: "png", hasAlpha: true });
    expect(await metadata(large.bytes)).toMatchObject({ width: 180, height: 180, format: "png", hasAlpha: false });
  });

  test("keeps a logo's see-through ground, and a JPEG stays one", async () => {
    expect(await metadata((await logoOf(await png(100, 50))).bytes)).toMatchObject({ hasAlpha: true });
    const jpeg = await plain(100, 50).jpeg().toBuffer();
    expect(await logoOf(jpeg)).toMatchObject({ contentType: "image/jpeg" });
  });

  test("says nothing of the camera, the place or the profile any more, and stands upright", async () => {
    const exif = { IFD0: { Copyright: "Zora Quill" }, IFD3: { GPSLatitude: "52/1 31/1 0/1" } };
    const file = await plain(400, 100)
      .withMetadata({ orientation: 6 })
      .withExifMerge(exif)
      .withIccProfile("p3")
      .jpeg()
      .toBuffer();
    expect(await metadata(file)).toMatchObject({ orientation: 6, exif: expect.anything(), icc: expect.anything() });
    for (const { bytes, width, height } of [await logoOf(file), await heroOf(file)]) {
      const { exif: kept, icc, xmp, iptc } = await metadata(bytes);
      expect([kept, icc, xmp, iptc]).toEqual([undefined, undefined, undefined, undefined]);
      expect(Buffer.from(bytes).includes("Quill")).toBe(false);
      expect(height).toBeGreaterThan(width);
    }
  });

  test("is drawn anew: what was hidden behind its end is gone", async () => {
    const file = Buffer.concat([await png(100, 50), Buffer.from("<script>alert(1)</script>")]);
    expect(Buffer.from((await logoOf(file)).bytes).includes("script")).toBe(false);
  });
});

describe("is refused with what to do:", () => {
  const ftyp = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0`, "latin1");
  test.each([
    ["SVG", Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), /^SVG is not taken, .* PNG/],
    ["SVG with blanks before it", Buffer.from("  \n<svg onload='alert(1)'>"), /^SVG/],
    ["GIF", Buffer.from("GIF89a.............."), /^GIF is not taken\. Save the picture as PNG, JPEG or WebP\.$/],
    ["AVIF", ftyp("avif"), /^AVIF/],
    ["HEIC", ftyp("heic"), /^HEIC/],
    ["nothing", new Uint8Array(0), /no picture that we know/],
    ["HTML", Buffer.from("<!doctype html><script>1</script>"), /no picture that we know/],
  ])("%s", async (_, file, sentence) => {
    for (const read of [logoOf, heroOf, faviconOf]) {
      await expect(read(file)).rejects.toMatchObject({ code: "invalid", message: expect.stringMatching(sentence) });
    }
  });

  test("more than 8 MB", async () => {
    const file = new Uint8Array(9 * 1024 * 1024);
    await expect(logoOf(file)).rejects.toMatchObject({ message: expect.stringContaining("9.0 MB; 8 MB is the most") });
  });

  test("a small file that unfolds into gigabytes, before it is unfolded", async () => {
    const file = bomb(30_000, 30_000);
    expect(file.length).toBeLessThan(300);
    await expect(logoOf(file)).rejects.toMatchObject({ message: expect.stringContaining("too many pixels") });
  });

  test("a picture of a few pixels, and one that moves", async () => {
    await expect(logoOf(await png(600, 4))).rejects.toMatchObject({
      message: expect.stringContaining("600 by 4 pixels"),
    });
    const frames = await Promise.all([plain(20, 20).raw().toBuffer(), plain(20, 20).negate().raw().toBuffer()]);
    const moving = await sharp(Buffer.concat(frames), { raw: { width: 20, height: 40, channels: 3, pageHeight: 20 } })
      .webp({ delay: [100, 100] })
      .toBuffer();
    await expect(logoOf(moving)).rejects.toMatchObject({ message: expect.stringContaining("moves") });
  });

  test("a file that is cut short, or one of another kind behind the first bytes of a picture", async () => {
    const noise = sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: "#888",
        noise: { type: "gaussian", mean: 128, sigma: 30 },
      },
    });
    for (const whole of [
      await noise.clone().png().toBuffer(),
      await noise.clone().jpeg().toBuffer(),
      await noise.clone().webp().toBuffer(),
    ]) {
      const cut = whole.subarray(0, Math.floor(whole.length / 2));
      await expect(logoOf(cut)).rejects.toMatchObject({ message: expect.stringContaining("damaged or cut short") });
    }
    const disguised = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.from("<svg/>")]);
    await expect(logoOf(disguised)).rejects.toMatchObject({ code: "invalid" });
  });

  test("whatever bytes come, the answer is a picture or a sentence to act on", { timeout: 60_000 }, async () => {
    const whole = await png(64, 64);
    const harmed = fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
      const file = Buffer.from(whole);
      file[at] = byte;
      return file;
    });
    await fc.assert(
      fc.asyncProperty(harmed, async (file) => {
        const outcome = await logoOf(file).catch((error: unknown) => error);
        expect(outcome).toHaveProperty(outcome instanceof Error ? "code" : "width");
      }),
      { numRuns: 60 },
    );
  });
});
