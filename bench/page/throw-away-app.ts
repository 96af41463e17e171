import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { runTool } from "#lib/cli/run-tool.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Next resolves its own and our packages from the project; nothing of the project's settings applies. */
const FRAME = {
  "package.json": JSON.stringify({ name: "throw-away", private: true, type: "module" }),
  "next.config.js": `export default { turbopack: { root: ${JSON.stringify(root)} }, poweredByHeader: false, serverExternalPackages: ["postgres"] };\n`,
};

/** Builds the project's own app for production. Throws when that fails. */
export function buildApp(): Promise<void> {
  return build(root, "the app");
}

/** Writes a Next app with these files beside `FRAME` into a folder under .data/bench, and builds it. Returns the folder. */
export async function buildThrowAway(name: string, files: Readonly<Record<string, string>>): Promise<string> {
  const folder = join(root, ".data/bench", name);
  await rm(folder, { recursive: true, force: true });
  for (const [file, text] of Object.entries({ ...FRAME, ...files })) {
    await mkdir(dirname(join(folder, file)), { recursive: true });
    await writeFile(join(folder, file), text);
  }
  await build(folder, name);
  return folder;
}

async function build(cwd: string, name: string): Promise<void> {
  console.error(`Building ${name} ...`);
  const env = { NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production" };
  const { ok } = await runTool("next", ["build"], { cwd, output: "stderr", env });
  if (!ok) throw new Error(`Building ${name} failed; see above`);
}
