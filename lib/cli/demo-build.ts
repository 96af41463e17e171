import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withFileLock } from "#lib/runtime/file-lock.ts";
import { dataFolder, projectFolder } from "#lib/runtime/project.ts";
import { type Child, startChild, tailOf } from "./process-child.ts";

const STAMP = join(projectFolder, ".next", "porchlight-build");
const BUILD_ID = join(projectFolder, ".next", "BUILD_ID");

/** What a build is made of; the worker, the command line and the tests are not in it. */
const SOURCES = [
  "app/**/*",
  "components/**/*",
  "lib/**/*",
  "db/**/*",
  "public/**/*",
  "package-lock.json",
  "*.ts",
  "*.mjs",
];
const NOT_IN_IT =
  /^lib[\\/](cli|worker|demo)[\\/]|\.test\.tsx?$|^(next-env\.d|vitest\.config|drizzle\.config|playwright\.config)\.ts$/;

/** Whether `npm start` has something to serve. */
export function hasBuild(): boolean {
  return existsSync(BUILD_ID);
}

/** Whether the build is of exactly these sources. */
function isBuildCurrent(): boolean {
  return hasBuild() && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sourcesHash();
}

/**
 * Builds the web app when its sources or packages changed since the last time; says whether it did. Two callers at once
 * build once. `onStart` gets the build's process, so that the caller can stop it. Throws with the build's last lines.
 */
export async function ensureBuild(onStart: (build: Child) => void = () => {}): Promise<boolean> {
  if (isBuildCurrent()) return false;
  mkdirSync(dataFolder, { recursive: true });
  return withFileLock(
    join(dataFolder, "build.lock"),
    async () => {
      if (isBuildCurrent()) return false;
      const hash = sourcesHash();
      const logFile = join(dataFolder, "build.log");
      const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
      const build = startChild({
        args: ["--import", leash, next, "build"],
        env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        logFile,
      });
      onStart(build);
      const outcome = await build.ended;
      if (outcome !== "exit 0") throw new Error(`The web app did not build (${outcome}):\n${tailOf(logFile, 30)}`);
      writeFileSync(STAMP, hash);
      return true;
    },
    600_000,
  );
}

/** For `node --import`. */
export const leash = new URL("./process-leash.ts", import.meta.url).href;

function sourcesHash(): string {
  const hash = createHash("sha256");
  const files = globSync(SOURCES, { cwd: projectFolder }).filter((file) => !NOT_IN_IT.test(file));
  for (const file of files.sort()) {
    const path = join(projectFolder, file);
    if (!statSync(path).isFile()) continue;
    hash.update(file).update("\0").update(readFileSync(path)).update("\0");
  }
  return hash.digest("hex");
}
