import fc from "fast-check";
import { expect, test } from "vitest";
import { boundaryOf, multipartParts } from "./multipart-parts.ts";

const BOUNDARY = "----porch42";

function bodyOf(parts: readonly { readonly head: string; readonly content: Uint8Array }[]): Buffer {
  const all = parts.flatMap(({ head, content }) => [
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
    content,
    Buffer.from("\r\n"),
  ]);
  return Buffer.concat([...all, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

async function* cut(body: Uint8Array, sizes: readonly number[]) {
  let at = 0;
  for (let nth = 0; at < body.length; nth += 1) {
    const size = sizes[nth % sizes.length] ?? 1;
    yield body.subarray(at, at + size);
    at += size;
  }
}

async function read(chunks: AsyncIterable<Uint8Array>) {
  const found: { name: string; fileName: string | null; content: string }[] = [];
  for await (const { name, fileName, chunks: own } of multipartParts(chunks, BOUNDARY)) {
    const pieces: Uint8Array[] = [];
    for await (const piece of own) pieces.push(Uint8Array.from(piece));
    found.push({ name, fileName, content: Buffer.concat(pieces).toString("hex") });
  }
  return found;
}

/** Contents that look like boundaries as far as they can. */
const content = fc
  .array(fc.constantFrom("\r\n", "--", `\r\n--${BOUNDARY.slice(0, -1)}`, "-", "a", "\0", "ü"), { maxLength: 30 })
  .map((parts) => Buffer.from(parts.join("")));

test("a form comes out as it went in, wherever its bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { minLength: 1, maxLength: 4 }),
      fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 5 }),
      async (contents, sizes) => {
        const parts = contents.map((bytes, nth) => ({
          head: `name="f${nth}"; filename="n${nth}.csv"`,
          content: bytes,
        }));
        expect(await read(cut(bodyOf(parts), sizes))).toEqual(
          contents.map((bytes, nth) => ({ name: `f${nth}`, fileName: `n${nth}.csv`, content: bytes.toString("hex") })),
        );
      },
    ),
  );
});

test("a form that ends too early is broken, wherever it ends", async () => {
  const body = bodyOf([{ head: 'name="a"; filename="x"', content: Buffer.from("some text") }]);
  for (let end = 0; end < body.length - 4; end += 3)
    await expect(read(cut(body.subarray(0, end), [7])), String(end)).rejects.toThrow("The form ended");
});

test("names hold quotes and other alphabets; plain text has no file name", async () => {
  const body = bodyOf([
    { head: 'name="kind"', content: Buffer.from("orders") },
    { head: 'name="file"; filename="訂單 %22neu%22.csv"', content: Buffer.from("") },
  ]);
  expect(await read(cut(body, [11]))).toMatchObject([
    { name: "kind", fileName: null },
    { name: "file", fileName: '訂單 "neu".csv', content: "" },
  ]);
});

test.each([
  ["multipart/form-data; boundary=----abc", "----abc"],
  ['multipart/form-data; charset=utf-8; boundary="a b"', "a b"],
  ["application/x-www-form-urlencoded", null],
  [null, null],
])("the boundary of %s is %s", (type, boundary) => expect(boundaryOf(type)).toBe(boundary));
