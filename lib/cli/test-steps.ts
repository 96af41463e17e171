import { join } from "node:path";
import { ensureBuild } from "./demo-build.ts";
import { type Ended, runTool } from "./run-tool.ts";
import { type Counts, countsOf, NOTHING } from "./test-counts.ts";

export type Step = { readonly name: string; readonly run: () => Promise<Counts> };

const FAILURE: Counts = { ...NOTHING, failed: 1 };

/** What `npm test` runs, in order. Reports are written to `folder`. */
export function steps(folder: string): readonly Step[] {
  let building: Promise<Built> | null = null;
  let built = false;
  return [
    { name: "check: Biome, TypeScript, knip", run: check },
    {
      name: "unit and database tests",
      run: () => {
        // A build keeps little more than one core busy, and waits for nothing that is tested here.
        building = build();
        return vitest(join(folder, "vitest.json"));
      },
    },
    {
      name: "production build, the rest of it",
      run: async () => {
        const { ok, told } = await (building ?? build());
        console.log(told);
        built = ok;
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

type Built = { readonly ok: boolean; readonly told: string };

/** The same build that the demo makes and uses, so that neither pulls the other's away. Says nothing until it is asked. */
async function build(): Promise<Built> {
  try {
    return { ok: true, told: (await ensureBuild()) ? "  built" : "  the build is of these sources already" };
  } catch (error) {
    return { ok: false, told: error instanceof Error ? error.message : String(error) };
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
