import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";

const SCRIPT = fileURLToPath(new URL("./sandbox.ts", import.meta.url));
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill("SIGKILL");
});

type Started = { readonly child: ChildProcess; readonly err: () => string; readonly out: () => string };

function start(env: Readonly<Record<string, string>>, args: readonly string[] = []): Started {
  const child = spawn(process.execPath, [SCRIPT, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: "test", PORCHLIGHT_SANDBOX_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running.push(child);
  const texts = { out: "", err: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    texts.out += chunk.toString();
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    texts.err += chunk.toString();
  });
  return { child, err: () => texts.err, out: () => texts.out };
}

const newFile = () => join(mkdtempSync(join(tmpdir(), "sandbox-cli-")), "state", "sandbox.jsonl");

async function url({ err }: Started): Promise<string> {
  await expect.poll(err, { timeout: 10_000 }).toMatch(/^sandbox carriers: http:\/\/127\.0\.0\.1:\d+\n$/);
  return err().trim().replace("sandbox carriers: ", "");
}

async function end({ child }: Started): Promise<readonly unknown[]> {
  return child.exitCode === null && child.signalCode === null
    ? once(child, "exit")
    : [child.exitCode, child.signalCode];
}

describe("the sandbox process", () => {
  it("says where it is, stops within a second, and tells the same after it was killed", async () => {
    const env = { PORCHLIGHT_SANDBOX_FILE: newFile(), PORCHLIGHT_SANDBOX_HEAD_START: "hash" };
    const ask = async (base: string) => {
      const tell = async (seed: number) => {
        const query = `trackingNumber=${validNumber("dhl", seed)}`;
        const response = await fetch(`${base}/dhl/track/shipments?${query}`, {
          headers: { "DHL-API-Key": "sandbox-key" },
        });
        const body: unknown = await response.json();
        return typeof body === "object" && body !== null && "shipments" in body ? body.shipments : null;
      };
      return Promise.all(Array.from({ length: 20 }, (_, seed) => tell(seed)));
    };
    const first = start({ ...env, PORCHLIGHT_SANDBOX_SPEED: "0.001" });
    const told = await ask(await url(first));
    first.child.kill("SIGKILL");
    await end(first);
    const second = start({ ...env, PORCHLIGHT_SANDBOX_SPEED: "1" });
    expect(await ask(await url(second))).toEqual(told);
    const before = performance.now();
    second.child.kill("SIGTERM");
    expect(await end(second)).toEqual([143, null]);
    expect(performance.now() - before).toBeLessThan(1_500);
  }, 30_000);

  it("says in one line that the port is taken", async () => {
    const port = new URL(await url(start({ PORCHLIGHT_SANDBOX_FILE: newFile() }))).port;
    const second = start({ PORCHLIGHT_SANDBOX_FILE: newFile(), PORCHLIGHT_SANDBOX_PORT: port });
    expect((await end(second))[0]).toBe(1);
    expect(second.err()).toMatch(new RegExp(`^Port ${port} is taken by another program.*\n$`));
  }, 30_000);

  it("shows its help and takes no wrong value", async () => {
    const help = start({}, ["--help"]);
    expect((await end(help))[0]).toBe(0);
    expect(help.out()).toContain("PORCHLIGHT_SANDBOX_SPEED");
    const values = { PORT: "http", SPEED: "0", HEAD_START: "half" };
    const wrong = Object.entries(values).map(([end, value]) => {
      const name = `PORCHLIGHT_SANDBOX_${end}`;
      return { name, started: start({ PORCHLIGHT_SANDBOX_FILE: newFile(), [name]: value }) };
    });
    for (const { name, started } of wrong) {
      expect((await end(started))[0]).toBe(2);
      expect(started.err()).toMatch(new RegExp(`^${name} must be .*\n$`));
    }
    const option = start({}, ["--port"]);
    expect((await end(option))[0]).toBe(2);
  }, 30_000);
});
