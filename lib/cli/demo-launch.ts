import { Temporal } from "temporal-polyfill";
import { connect } from "#db/client.ts";
import { hashPassword, verifyPassword } from "#lib/auth/passwords.ts";
import { type DemoLogin, ensureDemoOwner } from "#lib/demo/demo-owner.ts";
import { loadDemo } from "#lib/demo/load-demo.ts";
import type { Env } from "#lib/runtime/env.ts";
import { keyRingFrom } from "#lib/runtime/key-ring.ts";
import { type CleanUp, closeAtEnd, onShutdown, runCleanUp } from "#lib/runtime/on-shutdown.ts";
import { identityOf } from "#lib/runtime/process-identity.ts";
import { ensureBuild } from "./demo-build.ts";
import { startAnew } from "./demo-fresh.ts";
import { chooseSandbox, type DemoSandbox, scriptSandbox } from "./demo-sandbox.ts";
import { awaitHealth, createServices, type Services } from "./demo-services.ts";
import { createSteps } from "./demo-steps.ts";
import { setDemoAddress } from "./process-address.ts";
import { watchNpm } from "./process-ancestors.ts";
import type { Child } from "./process-child.ts";
import { findDatabase, type ProcessDatabase } from "./process-database.ts";
import { choosePort } from "./process-port.ts";
import {
  awaitDemo,
  claimDemo,
  clearRecord,
  type DemoLink,
  type DemoRecord,
  stopDemo,
  writeRecord,
} from "./process-record.ts";

export type DemoOptions = { readonly env: Env; readonly dataFolder: string; readonly fresh: boolean };

const HEAL_MS = 1_000;

/** Runs the demo until told to end. Throws, having stopped whatever it started, when a step fails. */
export async function launchDemo(options: DemoOptions): Promise<void> {
  if (await showRunningDemo(options)) return;
  const cleanUp: CleanUp = [];
  const stopping = new AbortController();
  const stop = async () => {
    stopping.abort();
    process.stderr.write("Stopping ...\n");
    await runCleanUp(cleanUp);
  };
  onShutdown(stop, 45_000);
  watchNpm(() => process.kill(process.pid, "SIGTERM"));
  cleanUp.push(async () => clearRecord(options.dataFolder));
  try {
    await start(options, cleanUp, stopping.signal);
  } catch (error) {
    // A step that breaks off because we are being stopped is not the news.
    if (stopping.signal.aborted) return new Promise(() => {});
    await stop();
    throw error;
  }
}

/** Another demo of this folder: shown as it is, or ended for `--fresh`. */
async function showRunningDemo({ env, dataFolder, fresh }: DemoOptions): Promise<boolean> {
  for (;;) {
    const other = await claimDemo(dataFolder);
    if (other === null) return false;
    if (fresh) {
      process.stderr.write("Stopping the demo that runs in this folder ...\n");
      await stopDemo(other);
      continue;
    }
    process.stderr.write(`The demo of this folder is already running (process ${other.launcher.pid}).\n`);
    const ready = await awaitDemo(dataFolder, other);
    if (ready?.links == null) continue;
    if (env.port !== null && !ready.url.endsWith(`:${env.port}`)) {
      throw new Error(`It serves ${ready.url}, not port ${env.port}: stop it first`);
    }
    printReady(ready.url, { links: ready.links, login: ready.login });
    return true;
  }
}

async function start(options: DemoOptions, cleanUp: CleanUp, stopping: AbortSignal): Promise<void> {
  const { env, dataFolder } = options;
  const steps = createSteps(7, stopping);
  const port = await choosePort(env.port, { from: 3000, variable: "PORT" });
  const sandbox = await chooseSandbox(process.env, dataFolder);
  const url = `http://localhost:${port}`;
  if (options.fresh) await startAnew(env, dataFolder);

  const database = await steps.run("Starting PostgreSQL", () => closeAtEnd(cleanUp, findDatabase(env, dataFolder)));
  await steps.run("Migrating", database.migrate);
  await steps.run("Building the web app, if it changed", () => build(cleanUp));
  // Last before the carriers: parcels that move while one watches count their minutes from here.
  const loaded = await steps.run("Loading the demo shops", (note) => load(database, note));

  const shown: Shown = { url, loaded: null };
  const services = keepServices(dataFolder, shown, cleanUp);
  await steps.run("Starting the sandbox carriers", async () => {
    if (sandbox.service !== null) services.start(sandbox.service);
    await awaitHealth("sandbox", `${sandbox.url}/sandbox/health`, stopping);
    cleanUp.push(await scriptSandbox(database.appUrl, sandbox.url));
  });
  await steps.run("Starting web and worker", async () => {
    const common = childEnv(database, sandbox, { port, publicUrl: env.publicUrl ?? url });
    services.start({ name: "web server", env: common });
    services.start({ name: "worker", env: common });
  });
  await steps.run("Waiting until all is well", () =>
    awaitHealth("web server", `http://127.0.0.1:${port}/api/health`, stopping),
  );
  setDemoAddress(dataFolder, url);
  cleanUp.push(async () => setDemoAddress(dataFolder, null));
  shown.loaded = loaded;
  shown.write?.();
  printReady(url, loaded);
  keepDatabase(database, cleanUp);
}

async function build(cleanUp: CleanUp): Promise<void> {
  let child: Child | undefined;
  cleanUp.push(async () => child?.stop(5_000));
  await ensureBuild((started) => {
    child = started;
  });
}

/** The owner's URL stays with the launcher. */
function childEnv(
  database: ProcessDatabase,
  sandbox: DemoSandbox,
  { port, publicUrl }: { readonly port: number; readonly publicUrl: string },
): Readonly<Record<string, string>> {
  return {
    DATABASE_URL: "",
    DATABASE_APP_URL: database.appUrl,
    PORCHLIGHT_KEYS: database.keys,
    PUBLIC_URL: publicUrl,
    PORT: String(port),
    PORCHLIGHT_HOST: "127.0.0.1",
    ...sandbox.env,
  };
}

/** What other starts of the demo are told; `write` writes it down together with the processes of the moment. */
type Shown = { readonly url: string; loaded: Loaded | null; write?: () => void };
type Loaded = { readonly links: DemoLink[]; readonly login: DemoLogin | null };

function keepServices(dataFolder: string, shown: Shown, cleanUp: CleanUp): Services {
  const services = createServices({
    onStart: () => shown.write?.(),
    onGivenUp: (reason) => {
      process.stderr.write(`${reason}\n`);
      process.kill(process.pid, "SIGTERM");
    },
  });
  cleanUp.push(services.stop);
  shown.write = () => record(dataFolder, services, shown);
  shown.write();
  return services;
}

async function load(database: ProcessDatabase, note: (text: string) => void): Promise<Loaded> {
  const connection = connect({ url: database.appUrl, name: "porchlight demo", maxConnections: 4 });
  try {
    const keys = keyRingFrom(database.keys);
    const onProgress = (step: string, done: number, total: number) => note(`${step}, ${done} of ${total}`);
    const { links } = await loadDemo({ db: connection.db, keys, now: Temporal.Now.instant(), onProgress });
    const login = await ensureDemoOwner({ db: connection.db, keys, passwords: { hashPassword, verifyPassword } });
    return { links: links.map(({ path, shows }) => ({ path, shows })), login };
  } finally {
    await connection.close();
  }
}

/** A killed PostgreSQL is back within a second or two, on the same port, so web and worker find it again. */
function keepDatabase(database: ProcessDatabase, cleanUp: CleanUp): void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    const healed = await database.heal().catch((error: unknown) => {
      process.stderr.write(
        `PostgreSQL is gone and does not start: ${error instanceof Error ? error.message : error}\n`,
      );
      return false;
    });
    if (healed) process.stderr.write("PostgreSQL had ended by itself and was started again.\n");
    busy = false;
  };
  const timer = setInterval(() => void look(), HEAL_MS);
  cleanUp.push(async () => clearInterval(timer));
}

function record(dataFolder: string, services: Services, { url, loaded }: Shown): void {
  const launcher = identityOf(process.pid);
  if (launcher === null) return;
  const children = services
    .children()
    .flatMap(({ identity }) => (identity === null ? [] : [{ ...identity, command: "node" }]));
  const now: DemoRecord = { launcher, url, children, links: loaded?.links ?? null, login: loaded?.login ?? null };
  writeRecord(dataFolder, now);
}

function printReady(url: string, { links, login }: Loaded): void {
  process.stdout.write(`ready: ${url}\n`);
  if (login !== null) process.stdout.write(`login: ${new URL("/admin", url).href} ${login.email} ${login.password}\n`);
  for (const { path, shows } of links) process.stdout.write(`link: ${new URL(path, url).href}  ${shows}\n`);
}
