import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { aftershipApi } from "./aftership-api.ts";
import { type Answer, type AskedOf, type CarrierApi, type Delivery, json } from "./answer.ts";
import { controlAnswer } from "./control-api.ts";
import { dhlApi } from "./dhl-api.ts";
import { easypostApi } from "./easypost-api.ts";
import { fedexApi } from "./fedex-api.ts";
import type { HeadStart } from "./head-start.ts";
import { pushAnswer } from "./push-control.ts";
import { httpPost } from "./push-post.ts";
import { isUpsSubscription, upsSubscriptions } from "./push-ups-subscriptions.ts";
import { isUspsSubscription, uspsSubscriptions } from "./push-usps-subscriptions.ts";
import { createPushes, type Pushes } from "./pushes.ts";
import { openSandboxState, type SandboxState } from "./sandbox-state.ts";
import { seventeentrackApi } from "./seventeentrack-api.ts";
import { upsApi } from "./ups-api.ts";
import { uspsApi } from "./usps-api.ts";

const HOST = "127.0.0.1";
const MAX_BODY_BYTES = 8_000_000;
const SILENCE_MS = 60_000;
const SLOW_MS = 1_500;
/** How often it looks whether there is something to post, and how often it posts what waits. */
const LOOK_MS = 200;
const FLUSH_MS = 50;
const APIS = new Map<string, CarrierApi>(
  [upsApi, fedexApi, uspsApi, dhlApi, easypostApi, aftershipApi, seventeentrackApi].map((api) => [api.carrier, api]),
);

export type SandboxOptions = {
  /** 0 takes any that is free. */
  readonly port?: number;
  /** How many minutes of a journey pass in one real minute. A number keeps the speed that it began with. */
  readonly speed?: number;
  /** How far journeys that nobody scripted are when they are first asked for. */
  readonly headStart?: HeadStart;
  /** Where it remembers what has begun; null for memory only. */
  readonly stateFile?: string | null;
  /** How long the fault `slow` takes. */
  readonly slowMs?: number;
  readonly nowMs?: () => number;
};

export type Sandbox = {
  /** Without a slash at the end. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

/**
 * Starts the sandbox carriers on this machine only: UPS below `/ups`, FedEx `/fedex`, USPS `/usps`, DHL `/dhl`, EasyPost
 * `/easypost`, AfterShip `/aftership`, 17TRACK `/17track`, and its own API below `/sandbox`. Rejects when the port is taken or the state file cannot be used.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, speed = 1, headStart = 0, stateFile = null, slowMs = SLOW_MS, nowMs = Date.now } = options;
  const state = openSandboxState({ speed, headStart, stateFile, nowMs });
  const closed = new AbortController();
  const pushes = createPushes(state, httpPost(closed.signal));
  const players = playersOf(pushes);
  const server = createServer((request, response) => {
    serve(request, response, { state, pushes, players, slowMs }).catch((error: unknown) => {
      process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
      response.destroy();
    });
  });
  try {
    await listen(server, port);
  } catch (error) {
    state.book.close();
    throw error;
  }
  const timers = [setInterval(pushes.look, LOOK_MS).unref(), setInterval(pushes.flush, FLUSH_MS).unref()];
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${HOST}:${listening}`,
    close: async () => {
      if (!server.listening) return;
      for (const timer of timers) clearInterval(timer);
      closed.abort();
      const ended = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await ended;
      state.book.close();
    },
  };
}

/** What one sandbox consists of. */
type Parts = {
  readonly state: SandboxState;
  readonly pushes: Pushes;
  readonly players: (prefix: string, path: string) => CarrierApi | undefined;
  readonly slowMs: number;
};

/** Who answers a path below a prefix: subscriptions have players of their own. */
function playersOf(pushes: Pushes): Parts["players"] {
  const [ups, usps] = [upsSubscriptions(pushes), uspsSubscriptions(pushes)];
  return (prefix, path) => {
    if (prefix === "ups" && isUpsSubscription(path)) return ups;
    return prefix === "usps" && isUspsSubscription(path) ? usps : APIS.get(prefix);
  };
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { state, pushes, players, slowMs } = parts;
  const body = await bodyOf(request);
  if (body === null) return send(response, json(413, { error: "The request is too long" }));
  const [, prefix = "", path = "/", search = ""] = /^\/([^/?]*)(\/[^?]*)?(?:\?(.*))?$/.exec(request.url ?? "/") ?? [];
  const asked: AskedOf = {
    method: request.method ?? "GET",
    path,
    query: new URLSearchParams(search),
    header: (name) => [request.headers[name] ?? []].flat()[0],
    body,
  };
  const api = players(prefix, path);
  if (api !== undefined) return deliver(response, state.answer(api, asked), slowMs);
  const unknown = json(404, { error: `The sandbox plays /${[...APIS.keys()].join(", /")}` });
  if (prefix !== "sandbox") return send(response, unknown);
  send(response, pushAnswer(asked, pushes) ?? controlAnswer(asked, state));
  pushes.look();
}

function deliver(response: ServerResponse, delivery: Delivery, slowMs: number): void {
  switch (delivery.kind) {
    case "answer":
      send(response, delivery.answer);
      return;
    case "slow":
      setTimeout(() => send(response, delivery.answer), slowMs).unref();
      return;
    case "silence":
      setTimeout(() => response.destroy(), SILENCE_MS).unref();
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    default:
      assertNever(delivery);
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  if (response.destroyed) return;
  response.writeHead(status, { ...headers, "content-length": Buffer.byteLength(body) }).end(body);
}

/** Null for one that is longer than anybody needs. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const { headers } = request;
  // Most requests have none, and reading nothing takes its time too.
  if (headers["content-length"] === undefined && headers["transfer-encoding"] === undefined) return "";
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: HOST, exclusive: true }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}
