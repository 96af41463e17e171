import fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvRow, readCsv } from "./read-csv.ts";

async function rowsOf(
  bytes: Uint8Array,
  chunkSize = bytes.length || 1,
): Promise<{ header: readonly string[]; rows: CsvRow[] }> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunkSize) yield bytes.subarray(at, at + chunkSize);
  }
  let header: readonly string[] = [];
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(chunks())) {
    header = batch.header;
    rows.push(...batch.rows);
  }
  return { header, rows };
}
const utf8 = (text: string) => new TextEncoder().encode(text);

test("a byte order mark, CRLF and quoted line breaks are read as a person means them", async () => {
  const { header, rows } = await rowsOf(utf8('\uFEFFName,Note\r\n#1,"two\r\nlines, ""quoted"""\r\n#2,plain\r\n'));
  expect(header).toEqual(["Name", "Note"]);
  expect(rows).toEqual([
    { line: 2, cells: ["#1", 'two\nlines, "quoted"'], problem: null },
    { line: 4, cells: ["#2", "plain"], problem: null },
  ]);
});

test("semicolons and tabs are found out from the header", async () => {
  expect((await rowsOf(utf8("a;b\n1;2,5\n"))).rows[0]?.cells).toEqual(["1", "2,5"]);
  expect((await rowsOf(utf8("a\tb\n1\t2\n"))).rows[0]?.cells).toEqual(["1", "2"]);
});

test("a last line without a line break and blank lines are no trouble", async () => {
  const { rows } = await rowsOf(utf8("a,b\n\n1,2\n,\n3,4"));
  expect(rows.map((row) => [row.line, ...row.cells])).toEqual([
    [3, "1", "2"],
    [5, "3", "4"],
  ]);
});

test("a forgotten quote costs its own row only", async () => {
  const { rows } = await rowsOf(utf8('a,b\n1,"open\n2,x\n3,"fine, too"\n4,"a\nb"\n5,y\n'));
  expect(rows.map(({ line, problem }) => [line, problem === null])).toEqual([
    [2, false],
    [3, true],
    [4, true],
    [5, true],
    [7, true],
  ]);
  expect(rows[0]?.cells[0]).toBe("1");
});

test("a quote that never closes, in the last row or before thousands of rows, loses nothing else", async () => {
  const many = Array.from({ length: 5000 }, (_, n) => `${n},x`).join("\n");
  const { rows } = await rowsOf(utf8(`a,b\n"open,x\n${many}\nz,"end`), 1000);
  expect(rows.filter((row) => row.problem !== null).map((row) => row.line)).toEqual([2, 5003]);
  expect(rows.filter((row) => row.problem === null)).toHaveLength(5000);
});

test("a wrong number of columns, bytes that are not UTF-8 and NUL are named, row by row", async () => {
  const bytes = new Uint8Array([...utf8("a,b\n1\n1,2,3\n1,"), 0xff, ...utf8("\n1,\0\n1,2\n")]);
  const { rows } = await rowsOf(bytes);
  expect(rows.map((row) => row.problem)).toEqual([
    "has 1 columns where the header has 2",
    "has 3 columns where the header has 2",
    "is not valid UTF-8",
    "contains a NUL character",
    null,
  ]);
});

test("any table comes back as it was, wherever its bytes are cut", async () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "é", "茶", '"', ",", "\n", " ", "7") });
  const table = fc.array(fc.tuple(fc.constantFrom("x", "y"), cell, cell), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (rows, size, crlf) => {
      const eol = crlf ? "\r\n" : "\n";
      const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const text = [["k", "b", "c"], ...rows].map((row) => row.map(quote).join(",") + eol).join("");
      const read = await rowsOf(utf8(text), size);
      expect(read.rows.map((row) => [row.problem, ...row.cells])).toEqual(rows.map((row) => [null, ...row]));
    }),
  );
});
