import fc from "fast-check";
import { expect, test } from "vitest";
import { csvCell, plainCell } from "./csv-cell.ts";
import { REASON_COLUMN, readCsv } from "./read-csv.ts";

const cell = fc
  .array(fc.constantFrom("=", "+", "-", "@", "'", '"', ",", "\n", "\t", "a", "1", "é", " "), { maxLength: 8 })
  .map((parts) => parts.join(""));

test("no cell of ours begins like a formula, and each comes back as it was, unless it said so already", () => {
  fc.assert(
    fc.property(cell, (text) => {
      const written = csvCell(text).replace(/^"/, "");
      expect(written).not.toMatch(/^[=+\-@\t\r]/);
      if (!/^'[=+\-@\t\r]/.test(text)) expect(plainCell(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)).toBe(text);
    }),
  );
});

test("a file that we handed back for correction is read without its guards, any other as it is", async () => {
  const read = async (header: string) => {
    async function* bytes() {
      yield new TextEncoder().encode(`${header},Note\n1,'+44 20\n`);
    }
    const rows: (readonly string[])[] = [];
    for await (const batch of readCsv(bytes())) rows.push(...batch.rows.map(({ cells }) => cells));
    return rows;
  };
  expect(await read(REASON_COLUMN)).toEqual([["1", "+44 20"]]);
  expect(await read("Reason")).toEqual([["1", "'+44 20"]]);
});
