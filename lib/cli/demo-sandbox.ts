import { rmSync } from "node:fs";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { type Connection, connect } from "#db/client.ts";
import { demoScripts } from "#lib/demo/demo-scripts.ts";
import { beginJourneys } from "./begin-journeys.ts";
import type { Service } from "./demo-services.ts";
import { choosePort } from "./process-port.ts";

/** Parcels live in real time: those that shall move have their next scans minutes away. */
const SPEED = "1";
/** Carriers are asked sixty times more often than real ones are. */
const PACE = "60";
const PORT = { from: 4899, variable: "PORCHLIGHT_SANDBOX_PORT" };
const FAULTS_MS = 2_000;

const clock = () => Temporal.Now.instant();

type Variables = Readonly<Record<string, string | undefined>>;

export type DemoSandbox = {
  /** Without a slash at the end. */
  readonly url: string;
  /** Null where somebody named a sandbox of their own. */
  readonly service: Service | null;
  /** How web and worker find it. */
  readonly env: Readonly<Record<string, string>>;
};

/** The demo's carriers: those of PORCHLIGHT_SANDBOX_URL, else a sandbox of its own on a free port. What is set there wins. */
export async function chooseSandbox(variables: Variables, dataFolder: string): Promise<DemoSandbox> {
  const set = (name: string) => variables[name]?.trim() || null;
  const pace = set("PORCHLIGHT_SANDBOX_PACE") ?? PACE;
  const given = set("PORCHLIGHT_SANDBOX_URL")?.replace(/\/+$/, "") ?? null;
  const port = given === null ? await choosePort(wantedPort(set(PORT.variable)), PORT) : 0;
  const url = given ?? `http://127.0.0.1:${port}`;
  const service: Service = {
    name: "sandbox",
    env: {
      PORCHLIGHT_SANDBOX_PORT: String(port),
      PORCHLIGHT_SANDBOX_SPEED: set("PORCHLIGHT_SANDBOX_SPEED") ?? SPEED,
      PORCHLIGHT_SANDBOX_HEAD_START: set("PORCHLIGHT_SANDBOX_HEAD_START") ?? "hash",
      PORCHLIGHT_SANDBOX_FILE: stateFile(variables, dataFolder),
      // A carrier has no business in our database.
      DATABASE_URL: "",
      DATABASE_APP_URL: "",
      PORCHLIGHT_KEYS: "",
    },
  };
  return {
    url,
    service: given === null ? service : null,
    env: { PORCHLIGHT_SANDBOX_URL: url, PORCHLIGHT_SANDBOX_PACE: pace },
  };
}

/** What parcels have gone through is forgotten with the demo's database. */
export function forgetSandbox(variables: Variables, dataFolder: string): void {
  rmSync(stateFile(variables, dataFolder), { force: true });
}

/**
 * Tells the sandbox what the demo's parcels go through. Has to come before anybody asks about them: a number that was asked
 * for goes its own way. Faults that begin once a parcel was heard of begin then; returns what gives up waiting for that.
 */
export async function scriptSandbox(appUrl: string, sandboxUrl: string): Promise<() => Promise<void>> {
  const connection = connect({ url: appUrl, name: "porchlight demo", maxConnections: 1 });
  try {
    const { all, faulty, awaited } = await demoScripts({ db: connection.db, clock });
    await beginJourneys(sandboxUrl, all);
    await beginJourneys(sandboxUrl, faulty, { replace: true });
    if (awaited > 0) return beginFaults(connection, sandboxUrl);
  } catch (error) {
    await connection.close();
    throw error;
  }
  await connection.close();
  return async () => {};
}

function beginFaults(connection: Connection, sandboxUrl: string): () => Promise<void> {
  let isBusy = false;
  const look = async () => {
    const { faulty, awaited } = await demoScripts({ db: connection.db, clock });
    if (awaited === 0) {
      await beginJourneys(sandboxUrl, faulty, { replace: true });
      await stop();
    }
  };
  // A database or a sandbox that is just being started again is asked at the next look.
  const again = () => {
    if (isBusy) return;
    isBusy = true;
    void look()
      .catch(() => {})
      .finally(() => {
        isBusy = false;
      });
  };
  const timer = setInterval(again, FAULTS_MS);
  const stop = () => {
    clearInterval(timer);
    return connection.close();
  };
  return stop;
}

function wantedPort(text: string | null): number | null {
  if (text === null) return null;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= 65_535) return port;
  throw new Error(`${PORT.variable} must be a port number`);
}

function stateFile(variables: Variables, dataFolder: string): string {
  return variables.PORCHLIGHT_SANDBOX_FILE?.trim() || join(dataFolder, "sandbox.jsonl");
}
