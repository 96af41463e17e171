import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const folder = new URL("../../app/admin/", import.meta.url);

/** The classes that a stylesheet gives a look by themselves, not within another. */
function ownClasses(css: string): readonly string[] {
  return [...css.matchAll(/^ {2}\.([a-z][a-z-]*)(?:,| \{)$/gm)].map(([, name = ""]) => name);
}

test("no class of the desk has its look from two stylesheets: the later would change the rooms of the earlier", () => {
  const files = readdirSync(folder).filter((file) => file.endsWith(".css"));
  const places = Map.groupBy(
    files.flatMap((file) =>
      [...new Set(ownClasses(readFileSync(new URL(file, folder), "utf8")))].map((name) => ({ name, file })),
    ),
    ({ name }) => name,
  );
  const shared = [...places].filter(([, found]) => found.length > 1);
  expect(shared.map(([name, found]) => [name, ...found.map(({ file }) => file)])).toEqual([]);
  expect(places.size).toBeGreaterThan(100);
});
