import { expect, test } from "vitest";
import { recordsCsv } from "./records-csv.ts";

const record = { figure: "transit", item: "", measure: "parcels", from: "2026-11-01", to: "2026-11-30" } as const;

test("a text that a spreadsheet would work out is a text in the file; a negative number stays one", () => {
  const items = ["=1+1", "+44", "-x", "@a", "\tb", "\rc", 'say "so", please', "ups GB-DE"];
  const lines = recordsCsv(items.map((item) => ({ ...record, item, value: -0.5, before: null }))).split("\r\n");
  expect(lines.slice(1, -1).map((line) => line.slice("transit,".length, line.indexOf(",parcels")))).toEqual([
    ...["'=1+1", "'+44", "'-x", "'@a", "'\tb", `"'\rc"`, `"say ""so"", please"`, "ups GB-DE"],
  ]);
  expect(lines[1]).toMatch(/,-0\.5,$/);
});
