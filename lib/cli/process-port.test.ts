import { createServer, type Server } from "node:net";
import { afterEach, expect, it } from "vitest";
import { choosePort } from "./process-port.ts";

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
});

async function takenPort(): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

it("takes another port when the usual one is taken", async () => {
  const taken = await takenPort();
  const chosen = await choosePort(null, { from: taken, variable: "PORT" });
  expect(chosen).toBeGreaterThan(taken);
  expect(chosen).toBeLessThan(taken + 100);
});

it("refuses a port that was asked for and is taken, and says how to ask for another", async () => {
  const taken = await takenPort();
  await expect(choosePort(taken, { from: 3000, variable: "PORCHLIGHT_SANDBOX_PORT" })).rejects.toThrow(
    `Port ${taken} is taken by another program: stop it, or choose another with PORCHLIGHT_SANDBOX_PORT=`,
  );
});
