import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dataFolder } from "#lib/runtime/project.ts";
import { type Child, startChild, tailOf } from "./process-child.ts";

/** A service that keeps ending by itself is given up after this many new starts. */
const MAX_RESTARTS = 5;
const RESTART_MS = 1_000;
const HEALTH_MS = 60_000;

const SCRIPTS = { sandbox: "./sandbox.ts", "web server": "./web.ts", worker: "../worker/main.ts" } as const;
export type ServiceName = keyof typeof SCRIPTS;

/** One process of the demo. It is started again with the same environment, ports included. */
export type Service = {
  readonly name: ServiceName;
  /** Beside ours. By environment and never on a command line. */
  readonly env: Readonly<Record<string, string>>;
};

export type Services = {
  /** Starts a service, and again whenever it ends by itself. */
  readonly start: (service: Service) => void;
  readonly children: () => readonly Child[];
  readonly stop: () => Promise<void>;
};

export type ServicesOptions = {
  /** Called whenever a process was started, to write it down. */
  readonly onStart: () => void;
  /** Called when a service could not be kept running. */
  readonly onGivenUp: (reason: string) => void;
};

/** Keeps the demo's services running. */
export function createServices({ onStart, onGivenUp }: ServicesOptions): Services {
  const running = new Map<ServiceName, Child>();
  let stopping = false;
  const start = (service: Service, restarts: number): void => {
    const { name } = service;
    const script = fileURLToPath(new URL(SCRIPTS[name], import.meta.url));
    const env = { ...process.env, NODE_ENV: "production", ...service.env };
    const child = startChild({ args: [script], env, logFile: logOf(name) });
    running.set(name, child);
    onStart();
    void child.ended.then((outcome) => {
      if (stopping) return;
      const reason = `The ${name} ended by itself (${outcome}); its last words in ${logOf(name)}:\n${tailOf(logOf(name))}`;
      if (restarts >= MAX_RESTARTS) return onGivenUp(reason);
      process.stderr.write(`${reason}\nStarting it again ...\n`);
      setTimeout(() => stopping || start(service, restarts + 1), RESTART_MS);
    });
  };
  return {
    start: (service) => start(service, 0),
    children: () => [...running.values()],
    stop: async () => {
      stopping = true;
      await Promise.all([...running.values()].map((child) => child.stop(10_000)));
    },
  };
}

/**
 * Resolves when a service says at `url` that all is well; gives up after a minute, or when `stopping` is aborted. Throws
 * with what it said, or with its log.
 */
export async function awaitHealth(name: ServiceName, url: string, stopping: AbortSignal): Promise<void> {
  const end = performance.now() + HEALTH_MS;
  let answer = "no answer";
  while (performance.now() < end) {
    stopping.throwIfAborted();
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch(() => null);
    if (response?.status === 200) return;
    if (response !== null) answer = `${response.status} ${(await response.text()).slice(0, 300)}`;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The ${name} is not well (${answer}); its log ${logOf(name)}:\n${tailOf(logOf(name))}`);
}

function logOf(name: ServiceName): string {
  return join(dataFolder, `${name.split(" ")[0]}.log`);
}
