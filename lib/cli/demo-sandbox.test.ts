import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chooseSandbox } from "./demo-sandbox.ts";

const folder = mkdtempSync(join(tmpdir(), "porchlight-demo-sandbox-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the demo's carriers", () => {
  it("are a sandbox of its own, in real time, where web and worker find it", async () => {
    const { url, service, env } = await chooseSandbox({}, folder);
    const port = new URL(url).port;
    expect(Number(port)).toBeGreaterThanOrEqual(4899);
    expect(env).toEqual({ PORCHLIGHT_SANDBOX_URL: `http://127.0.0.1:${port}`, PORCHLIGHT_SANDBOX_PACE: "60" });
    expect(service?.env).toMatchObject({
      PORCHLIGHT_SANDBOX_PORT: port,
      PORCHLIGHT_SANDBOX_SPEED: "1",
      PORCHLIGHT_SANDBOX_HEAD_START: "hash",
      PORCHLIGHT_SANDBOX_FILE: join(folder, "sandbox.jsonl"),
    });
  });

  it("are never handed our database or our keys", async () => {
    const variables = { DATABASE_URL: "postgres://owner@localhost/db", PORCHLIGHT_KEYS: "k1:secret" };
    const { service } = await chooseSandbox(variables, folder);
    expect(service?.env).toMatchObject({ DATABASE_URL: "", DATABASE_APP_URL: "", PORCHLIGHT_KEYS: "" });
  });

  it("live and are asked at the speed that the environment sets", async () => {
    const variables = { PORCHLIGHT_SANDBOX_SPEED: "30", PORCHLIGHT_SANDBOX_PACE: "5" };
    const { service, env } = await chooseSandbox(variables, folder);
    expect(service?.env.PORCHLIGHT_SANDBOX_SPEED).toBe("30");
    expect(env.PORCHLIGHT_SANDBOX_PACE).toBe("5");
  });

  it("are the sandbox that the environment names, and then none is started", async () => {
    const { url, service, env } = await chooseSandbox({ PORCHLIGHT_SANDBOX_URL: "http://127.0.0.1:5999/" }, folder);
    expect(service).toBeNull();
    expect([url, env.PORCHLIGHT_SANDBOX_URL]).toEqual(["http://127.0.0.1:5999", "http://127.0.0.1:5999"]);
  });

  it("refuse a port that is none", async () => {
    await expect(chooseSandbox({ PORCHLIGHT_SANDBOX_PORT: "many" }, folder)).rejects.toThrow(
      "PORCHLIGHT_SANDBOX_PORT must be a port number",
    );
  });
});
