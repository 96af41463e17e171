import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** For tests of asking a shop: its system on a free port of this machine, which keeps what it is asked. */

export type AskedShop = {
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** As a receiver works it out by docs/shop-requests.md, from the bytes that came. */
  readonly signatureFor: (secret: string) => string;
};

/** `answer`: the status of the next answers; null: none at all. */
export async function startShop(answer: number | null = 200) {
  const asked: AskedShop[] = [];
  const state = { answer };
  const server = createServer(async (request, response) => {
    const bytes = await buffer(request);
    const { "webhook-id": id, "webhook-timestamp": time } = request.headers;
    const signatureFor = (secret: string) => {
      const key = Buffer.from(secret.split("_")[1] ?? "", "base64");
      const mac = createHmac("sha256", key).update(`${id}.${time}.`).update(bytes);
      return `v1,${mac.digest("base64")}`;
    };
    asked.push({ headers: request.headers, body: bytes.toString("utf8"), signatureFor });
    if (state.answer !== null) response.writeHead(state.answer, { location: "/elsewhere" }).end("thanks");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    asked,
    answerWith: (status: number | null) => Object.assign(state, { answer: status }),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
