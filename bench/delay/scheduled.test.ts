import { expect, test } from "vitest";
import { rocAuc } from "./ranking.ts";
import { randomFrom } from "./resampled.ts";
import { readScheduledFile } from "./scheduled-file.ts";
import { scheduledRun } from "./scheduled-run.ts";

const HEADER = [
  "ID",
  "ASN/DN #",
  "Country",
  "Managed By",
  "Fulfill Via",
  "Vendor INCO Term",
  "Shipment Mode",
  "PQ First Sent to Client Date",
  "Scheduled Delivery Date",
  "Delivered to Client Date",
  "Delivery Recorded Date",
  "Vendor",
  "Item Description",
  "Line Item Quantity",
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function written(day: number): string {
  const date = new Date(day * 86_400_000);
  return `${date.getUTCDate()}-${MONTHS[date.getUTCMonth()]}-${String(date.getUTCFullYear() % 100).padStart(2, "0")}`;
}

/** Freight of six years: how likely a delivery is late depends on its country, its vendor, its mode, and on one pair. */
function madeUpFreight(count: number): { readonly text: string; readonly chances: readonly number[] } {
  const random = randomFrom(5);
  const first = Date.UTC(2006, 5, 1) / 86_400_000;
  const pick = (kinds: number): number => Math.floor(kinds * random() ** 1.5);
  const chances: number[] = [];
  const lines = Array.from({ length: count }, (_, k) => {
    const [country, vendor, mode, via] = [pick(12), pick(15), pick(4), pick(2)];
    const chance =
      0.02 + 0.03 * (country % 4) + 0.04 * (vendor % 4) + 0.05 * mode + (country === 1 && vendor < 3 ? 0.3 : 0);
    const scheduled = first + Math.floor((2000 * k) / count);
    const late = random() < chance;
    chances.push(chance);
    const delivered = scheduled + (late ? 1 + Math.floor(40 * random()) : -Math.floor(5 * random()));
    return [
      k,
      `ASN-${k}`,
      `Country ${country}`,
      "PMO - US",
      via === 0 ? "Direct Drop" : "From RDC",
      "EXW",
      ["Air", "Truck", "Air Charter", "Ocean"][mode],
      k % 3 === 0 ? "Pre-PQ Process" : written(scheduled - 100),
      written(scheduled),
      written(delivered),
      written(delivered),
      `"Vendor ${vendor}, Ltd."`,
      `"Item ${k % 184}, 30 tablets"`,
      k * 3,
    ].join(",");
  });
  return { text: [HEADER.join(","), ...lines].join("\r\n"), chances };
}

test("columns are found by their names, lines without both days are left out, lines of one shipment count once", () => {
  const { text } = madeUpFreight(700);
  const lines = text.split("\r\n");
  const noDay = (lines[1] ?? "").replace(/\d+-Jun-06,\d+-(May|Jun)-06/, "1-Jun-06,Date Not Captured");
  const file = readScheduledFile([...lines, lines[5], noDay].join("\r\n"));
  expect(file.scheduledColumn).toBe("Scheduled Delivery Date");
  expect(file.deliveredColumn).toBe("Delivered to Client Date");
  expect(file.columns).toEqual(["Country", "Fulfill Via", "Shipment Mode", "Vendor"]);
  expect(file.lines).toHaveLength(700);
  expect(file.unread).toBe(1);
  expect(file.lines[0]?.scheduled).toBe(Date.UTC(2006, 5, 1) / 86_400_000);
});

test("a file without names that we know is read by all its columns with few levels", () => {
  const lines = Array.from(
    { length: 200 },
    (_, k) => `${k},2020-01-0${1 + (k % 9)},2020-01-0${1 + (k % 8)},${k % 3},${k % 2}`,
  );
  const file = readScheduledFile(["no,promised on,actual arrival,colour,size", ...lines].join("\n"));
  expect(file).toMatchObject({ scheduledColumn: "promised on", deliveredColumn: "actual arrival" });
  expect(file.columns).toEqual(["colour", "size"]);
});

test("a file without a day says which columns it has", () => {
  expect(() => readScheduledFile("a,delivered\n1,2020-01-01")).toThrow(/scheduled.*a, delivered/);
});

test("late deliveries are foreseen nearly as well as by one who knows every chance", () => {
  const { text, chances } = madeUpFreight(3500);
  const file = readScheduledFile(text);
  const chanceOf = new Map(file.lines.map((line, k) => [line, chances[k] ?? 0]));
  const cases = scheduledRun(file);
  const best = rocAuc(cases.map(({ line, late }) => ({ score: chanceOf.get(line) ?? 0, late })));
  expect(cases.length).toBeGreaterThan(2400);
  expect(rocAuc(cases)).toBeGreaterThan(best - 0.06);
});

test("what happens after a quarter's beginning changes nothing that is foreseen in it", () => {
  const file = readScheduledFile(madeUpFreight(600).text);
  const day = Date.UTC(2010, 0, 1) / 86_400_000;
  const scrambled = file.lines.map((line) =>
    line.delivered < day ? line : { ...line, delivered: Math.max(day, line.scheduled) + 9 },
  );
  const before = (lines: typeof file.lines) =>
    scheduledRun({ ...file, lines })
      .filter(({ line }) => line.scheduled - 30 < day)
      .map(({ score }) => score);
  expect(before(scrambled)).toEqual(before(file.lines));
});
