import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as uspsReply from "#lib/carriers/usps/parcel-testing.ts";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "porchlight-parse-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function parse(args: readonly string[], input: string | Buffer = "") {
  const env = { PATH: process.env.PATH, NODE_ENV: "test" } as const;
  const command = [main, "carrier", "parse", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, input, encoding: "utf8" });
  return { status, stdout, stderr };
}

const parcel = uspsReply.parcel({ statusCategory: "Out for Delivery" });
const entry = {
  ...{ trackingNumber: uspsReply.NUMBER, found: true, status: "out_for_delivery", error: null, estimate: null },
  ...{ deliveredAt: null, signedBy: null, leftAt: null, reason: null, responsible: null, actionRequired: null },
  checkpoints: [],
};

describe("porchlight carrier parse", () => {
  it("prints what a reply says, without a database, also after a byte order mark", () => {
    const file = join(folder, "reply.json");
    writeFileSync(file, `\uFEFF${JSON.stringify([parcel])}`);
    const { status, stdout, stderr } = parse(["usps", file]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual([entry]);
  }, 30_000);

  it("prints the same of a body that was pushed", () => {
    const pushed = parse(["USPS", "--webhook"], uspsReply.notification(parcel));
    expect([pushed.status, JSON.parse(pushed.stdout)]).toEqual([0, [entry]]);
  }, 30_000);

  it("has an answer to any bytes", () => {
    const { status, stdout } = parse(["ups", "--webhook"], Buffer.from([0xff, 0xfe, 0x00, 0x7b, 0x80]));
    expect([status, JSON.parse(stdout)]).toMatchObject([0, [{ found: false, error: { kind: "unreadable" } }]]);
  }, 30_000);

  it("says in one line that a carrier pushes nothing", () => {
    const stderr = "Porchlight takes no webhooks of dhl.\n";
    expect(parse(["dhl", "--webhook"])).toEqual({ status: 2, stdout: "", stderr });
  }, 30_000);
});
