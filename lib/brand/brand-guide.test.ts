import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { publishableBrand } from "./brand-problems.ts";
import { fallbackBrand } from "./fallback-brand.ts";
import { locales } from "./locale.ts";
import { pairingNames } from "./pairings.ts";

const guide = readFileSync(new URL("../../docs/brand.md", import.meta.url), "utf8");
const tableUnder = (heading: string) =>
  (guide.split(`## ${heading}\n`)[1] ?? "")
    .split("\n## ")[0]
    ?.match(/^\| `.*$/gm)
    ?.map((row) => row.split("|")[1] ?? "") ?? [];
const namesIn = (cells: readonly string[]) =>
  cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name));

test("the guide's example can be published", () => {
  const example = /```json\n(.*?)```/s.exec(guide)?.[1] ?? "";
  expect(publishableBrand(JSON.parse(example))).toMatchObject({ ok: true, value: { name: "Corner Books" } });
});

test("the guide names every setting, every type and every language", () => {
  const settings = [...Object.keys(fallbackBrand), "words"];
  expect(namesIn(tableUnder("Settings")).toSorted()).toEqual(settings.toSorted());
  expect(namesIn(tableUnder("Type")).toSorted()).toEqual([...pairingNames].toSorted());
  for (const locale of locales) expect(guide).toContain(`\`${locale}\``);
});
