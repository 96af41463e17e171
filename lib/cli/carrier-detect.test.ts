import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const main = fileURLToPath(new URL("./main.ts", import.meta.url));

function detect(...words: readonly string[]) {
  const env = { PATH: process.env.PATH, NODE_ENV: "test" } as const;
  const command = [main, "carrier", "detect", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: "utf8" });
  return { status, stdout, stderr };
}

describe("porchlight carrier detect", () => {
  it("prints whose number it may be as JSON, without a database, also with spaces outside of quotes", () => {
    const { status, stdout, stderr } = detect("1z5r8", "939", "03", "5756", "7127");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual([{ carrier: "ups", form: "UPS", isChecked: true, hasCheckDigit: true }]);
  }, 30_000);

  it("says in one line what is wrong with something else", () => {
    const stderr = "That is not a tracking number: it has 4 to 50 letters and digits.\n";
    expect(detect("https://example.com/?n=1")).toEqual({ status: 2, stdout: "", stderr });
  }, 30_000);

  it("explains each field", () => {
    const { status, stdout } = detect("--help");
    expect(status).toBe(0);
    for (const word of ["carrier", "form", "isChecked", "hasCheckDigit", "Example"]) expect(stdout).toContain(word);
  }, 30_000);
});
