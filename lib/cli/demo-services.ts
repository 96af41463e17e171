import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "#lib/runtime/project.ts";
import { type Child, startChild, tailOf } from "./process-child.ts";
import type { ProcessDatabase } from "./process-database.ts";

/** A service that keeps ending by itself is given up after this many new starts. */
const MAX_RESTARTS = 5;
const RESTART_MS = 1_000;
const HEALTH_MS = 60_000;

export type Services = {
  readonly children: () => readonly Child[];
  readonly stop: () => Promise<void>;
};

export type ServicesOptions = {
  readonly database: ProcessDatabase;
  readonly port: number;
  readonly publicUrl: string;
  /** Called whenever a process was started, to write it down. */
  readonly onStart: () => void;
  /** Called when a service could not be kept running. */
  readonly onGivenUp: (reason: string) => void;
};

const SERVICES = [
  { name: "web", script: "./web.ts" },
  { name: "worker", script: "../worker/main.ts" },
] as const;

/** Starts web and worker and starts them again when they end by themselves. */
export function startServices(options: ServicesOptions): Services {
  const running = new Map<string, Child>();
  let stopping = false;
  const start = (service: (typeof SERVICES)[number], restarts: number): void => {
    const logFile = logOf(service.name);
    const script = fileURLToPath(new URL(service.script, import.meta.url));
    const child = startChild({ args: [script], env: childEnv(options), logFile });
    running.set(service.name, child);
    options.onStart();
    void child.ended.then((outcome) => {
      if (stopping) return;
      const reason = `The ${service.name} ended by itself (${outcome}); its last words in ${logFile}:\n${tailOf(logFile)}`;
      if (restarts >= MAX_RESTARTS) return options.onGivenUp(reason);
      process.stderr.write(`${reason}\nStarting it again ...\n`);
      setTimeout(() => stopping || start(service, restarts + 1), RESTART_MS);
    });
  };
  for (const service of SERVICES) start(service, 0);
  return {
    children: () => [...running.values()],
    stop: async () => {
      stopping = true;
      await Promise.all([...running.values()].map((child) => child.stop(10_000)));
    },
  };
}

/** Resolves when the web server says that all is well. Throws with what it said, or with its log. */
export async function awaitHealth(port: number): Promise<void> {
  const end = performance.now() + HEALTH_MS;
  let answer = "no answer";
  while (performance.now() < end) {
    const response = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(5_000) }).catch(
      () => null,
    );
    if (response?.status === 200) return;
    if (response !== null) answer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The web server is not well (${answer}); its log ${logOf("web")}:\n${tailOf(logOf("web"))}`);
}

function logOf(name: string): string {
  return join(dataFolder, `${name}.log`);
}

/** By environment and never on a command line. The owner's URL stays with the launcher. */
function childEnv({ database, port, publicUrl }: ServicesOptions): Record<string, string | undefined> {
  return {
    ...process.env,
    NODE_ENV: "production",
    DATABASE_URL: "",
    DATABASE_APP_URL: database.appUrl,
    PORCHLIGHT_KEYS: database.keys,
    PUBLIC_URL: publicUrl,
    PORT: String(port),
    PORCHLIGHT_HOST: "127.0.0.1",
  };
}
