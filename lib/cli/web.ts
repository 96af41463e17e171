import { join } from "node:path";
import { deploymentDoubts, portOf, publicUrlOf, readEnv } from "#lib/runtime/env.ts";
import { type CleanUp, closeAtEnd, messageOf, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { dataFolder, loadDotEnv, projectFolder } from "#lib/runtime/project.ts";
import { hasBuild, leash } from "./demo-build.ts";
import { refuseArguments } from "./no-arguments.ts";
import { watchNpm } from "./process-ancestors.ts";
import { startChild } from "./process-child.ts";
import { openDatabase, requireProductionEnv } from "./process-database.ts";
import { setUpNews } from "./set-up-news.ts";

/** Longer than a page takes, shorter than the 10 s that most process managers wait. */
const GRACE_MS = 8_000;

/** `npm start`: checks the environment, migrates where it knows the owner, then serves until told to end. */
async function main(): Promise<void> {
  refuseArguments("npm start");
  loadDotEnv();
  const env = readEnv(process.env);
  requireProductionEnv(env, dataFolder);
  for (const doubt of deploymentDoubts(env)) process.stderr.write(`${doubt}\n`);
  if (!hasBuild()) throw new Error("There is no build yet: run `npm run build` first");

  const cleanUp: CleanUp = [];
  onShutdown(() => runCleanUp(cleanUp));
  // npm started without a terminal hands SIGTERM to its shell only.
  watchNpm(() => process.kill(process.pid, "SIGTERM"));
  const database = await closeAtEnd(cleanUp, openDatabase(env, dataFolder));

  const publicUrl = publicUrlOf(env);
  const news = await setUpNews({ ...database, publicUrl });
  if (news !== null) process.stderr.write(`${news}\n`);

  const host = process.env.PORCHLIGHT_HOST ?? "127.0.0.1";
  const next = join(projectFolder, "node_modules", "next", "dist", "bin", "next");
  const args = ["start", "--port", String(portOf(env)), "--hostname", host];
  const child = startChild({
    args: ["--import", leash, next, ...args],
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_APP_URL: database.appUrl,
      PORCHLIGHT_KEYS: database.keys,
      PUBLIC_URL: publicUrl,
    },
  });
  let stopping = false;
  cleanUp.push(() => {
    stopping = true;
    return child.stop(GRACE_MS);
  });
  const outcome = await child.ended;
  if (stopping) return;
  await runCleanUp(cleanUp);
  throw new Error(`The web server ended by itself (${outcome})`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exit(1);
});
