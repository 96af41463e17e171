import { join } from "node:path";
import { ensureBuild } from "./demo-build.ts";
import { type Ended, runTool } from "./run-tool.ts";
import { type Counts, countsOf, NOTHING } from "./test-counts.ts";

export type Step = { readonly name: string; readonly run: () => Promise<Counts> };

const FAILURE: Counts = { ...NOTHING, failed: 1 };

/** What `npm test` runs, in order. Reports are written to `folder`. */
export function steps(folder: string): readonly Step[] {
  let built = false;
  return [
    { name: "check: Biome, TypeScript, knip", run: check },
    { name: "unit and database tests", run: () => vitest(join(folder, "vitest.json")) },
    {
      name: "production build",
      run: async () => {
        built = await build();
        return built ? NOTHING : FAILURE;
      },
    },
    {
      name: "journeys in a browser",
      run: async () => {
        if (built) return playwright(join(folder, "playwright.json"));
        console.log("Not run, because there is no build.");
        return FAILURE;
      },
    },
  ];
}

/** What `npm run check` does, all three at once and each to its end. */
async function check(): Promise<Counts> {
  const ended = await Promise.all([
    told(
      "biome",
      runTool("@biomejs/biome", ["check", "--error-on-warnings", "--max-diagnostics=300", "."], { output: "kept" }),
    ),
    told("tsc", runTool("typescript", ["--noEmit", "--project", "tsconfig.check.json"], { output: "kept" })),
    told("knip", runTool("knip", [], { output: "kept" })),
  ]);
  return { ...NOTHING, failed: ended.filter((ok) => !ok).length };
}

/** Prints a quiet tool's output in one piece, and only when it failed. */
async function told(name: string, run: Promise<Ended>): Promise<boolean> {
  const { ok, output } = await run;
  console.log(ok ? `  ${name}: ok` : `  ${name}: failed\n${output}`);
  return ok;
}

/** The same build that the demo makes and uses, so that neither pulls the other's away. */
async function build(): Promise<boolean> {
  try {
    console.log((await ensureBuild()) ? "  built" : "  the build is of these sources already");
    return true;
  } catch (error) {
    console.log(error instanceof Error ? error.message : String(error));
    return false;
  }
}

async function vitest(file: string): Promise<Counts> {
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const { ok } = await runTool("vitest", ["run", ...reporters]);
  return countsOf("vitest", ok, file);
}

async function playwright(file: string): Promise<Counts> {
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: file };
  const { ok } = await runTool("@playwright/test", ["test", "--reporter=list,json"], { env });
  return countsOf("playwright", ok, file);
}
