import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { CYCLE, GLOBALS, HOUSE_RULES, LAYERS, type Planted } from "./layers-planted.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const report = z.object({
  diagnostics: z.array(z.object({ category: z.string(), location: z.object({ path: z.string() }) })),
});

const planted: readonly Planted[] = [
  ...LAYERS.flatMap(({ file, forbidden, legal }) => [
    ...forbidden.map((from, at) => importing(file.replace("*", `forbidden-${at}`), from, "noRestrictedImports")),
    ...legal.map((from, at) => importing(file.replace("*", `legal-${at}`), from, null)),
  ]),
  ...GLOBALS,
  ...CYCLE,
  ...HOUSE_RULES,
];
const illegal = planted.filter(({ rule }) => rule !== null);
const legal = planted.filter(({ rule }) => rule === null);

let folder = "";
let caught: ReadonlyMap<string, readonly string[]> = new Map();

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "porchlight-layers-"));
  const settings = ["biome.json", ".gitignore", "tsconfig.json", "package.json"];
  for (const file of settings) cpSync(join(root, file), join(folder, file));
  for (const { path, source } of planted) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  caught = lint(folder);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the layer rules", () => {
  test("are tried on enough to mean something", () => {
    expect(illegal.length).toBeGreaterThan(300);
    expect(new Set(planted.map(({ path }) => path)).size).toBe(planted.length);
  });

  test.each(foldersOf(illegal))("catch all that is forbidden in %s", (name) => {
    const missed = illegal.filter(({ path, rule }) => dirname(path) === name && !complaints(path).includes(rule));
    expect(missed).toEqual([]);
  });

  test.each(foldersOf(legal))("let all that is legal pass in %s", (name) => {
    const refused = legal.filter(({ path }) => dirname(path) === name && complaints(path).length > 0);
    expect(refused).toEqual([]);
  });

  test("know every folder of lib", () => {
    const folders = readdirSync(join(root, "lib"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const known = new Set(LAYERS.map(({ file }) => file.split("/").slice(0, 2).join("/")));
    expect(folders.map(({ name }) => `lib/${name}`).filter((name) => !known.has(name))).toEqual([]);
  });
});

function foldersOf(files: readonly Planted[]): string[] {
  return [...new Set(files.map(({ path }) => dirname(path)))];
}

function complaints(path: string): readonly (string | null)[] {
  return caught.get(path) ?? [];
}

function importing(path: string, from: string, rule: string | null): Planted {
  return { path, source: `import "${from}";\n`, rule };
}

/** The names of the rules that complained, by path, from one run of Biome over the whole tree. */
function lint(cwd: string): Map<string, string[]> {
  const bin = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const args = [bin, "lint", "--reporter=json", "--max-diagnostics=none", "."];
  const run = spawnSync(process.execPath, args, { cwd, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (!run.stdout.startsWith("{")) throw new Error(`Biome did not report:\n${run.stderr}`);
  const byPath = new Map<string, string[]>();
  for (const { category, location } of report.parse(JSON.parse(run.stdout)).diagnostics) {
    const path = location.path.replaceAll("\\", "/");
    byPath.set(path, [...(byPath.get(path) ?? []), category.split("/").at(-1) ?? category]);
  }
  return byPath;
}
