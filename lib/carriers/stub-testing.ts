import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

type Answered = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
};

/** What a test says; `null` never answers. */
export type Answer = (asked: Asked) => Answered | null | Promise<Answered>;

/** A server on this machine that answers as a test says. */
export async function openStub(answer: Answer) {
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const answered = await answer({ method, path: url, headers, body: await text(request) });
    if (answered === null) return;
    const { status = 200, body } = answered;
    response.writeHead(status, answered.headers).end(typeof body === "string" ? body : JSON.stringify(body));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
