import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { errorOfStatus, jsonOf, sendHttp, unreadableBody } from "./http.ts";

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

async function serve(listener: RequestListener): Promise<string> {
  server = createServer(listener);
  const listening = server;
  await new Promise<void>((resolve) => void listening.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

const never = new AbortController().signal;
const get = (url: string, signal = never) => sendHttp({ method: "GET", url, headers: {}, signal });

test("any status is a reply, with its body and headers", async () => {
  const url = await serve((_, response) => response.writeHead(503, { "Retry-After": "7" }).end("busy"));
  const reply = await get(url);
  expect(reply.ok && [reply.value.status, reply.value.body, reply.value.headers.get("retry-after")]).toEqual([
    503,
    "busy",
    "7",
  ]);
});

test("a redirect is not followed, so that keys stay with the carrier", async () => {
  let asked = 0;
  const url = await serve((_, response) => {
    asked += 1;
    response.writeHead(302, { Location: "/elsewhere" }).end();
  });
  const reply = await get(url);
  expect(reply.ok && errorOfStatus(reply.value)?.kind).toBe("unreadable");
  expect(asked).toBe(1);
});

test("a carrier that says nothing until the deadline is an outage", async () => {
  const url = await serve(() => {});
  const reply = await get(url, AbortSignal.timeout(50));
  expect(reply).toEqual({ ok: false, error: { kind: "outage", message: "No answer in time", retryAfterMs: null } });
});

test("a reply that stops in the middle until the deadline is an outage too", async () => {
  const url = await serve((_, response) => void response.writeHead(200).write('{"half":'));
  expect(await get(url, AbortSignal.timeout(80))).toMatchObject({ ok: false, error: { kind: "outage" } });
});

test("a connection that is refused or dropped is an outage", async () => {
  const url = await serve((request) => request.socket.destroy());
  expect(await get(url)).toMatchObject({ ok: false, error: { kind: "outage" } });
  server?.close();
  expect(await get(url)).toMatchObject({ ok: false, error: { kind: "outage" } });
});

test("a reply without end is given up", async () => {
  const chunk = "x".repeat(1_000_000);
  const url = await serve((_, response) => {
    response.writeHead(200);
    const more = () => {
      while (!response.destroyed && response.write(chunk));
      response.once("drain", more);
    };
    more();
  });
  expect(await get(url)).toMatchObject({ ok: false, error: { kind: "outage" } });
});

test("letters that are cut between two packets come through whole", async () => {
  const bytes = Buffer.from("Zürich 台北");
  const url = await serve((_, response) => {
    response.writeHead(200).write(bytes.subarray(0, 2), () => response.end(bytes.subarray(2)));
  });
  const reply = await get(url);
  expect(reply.ok && reply.value.body).toBe("Zürich 台北");
});

test.each([
  [200, null],
  [207, null],
  [301, "unreadable"],
  [400, "rejected"],
  [401, "credentials_refused"],
  [403, "forbidden"],
  [404, "rejected"],
  [408, "outage"],
  [429, "quota_spent"],
  [500, "outage"],
  [503, "outage"],
])("status %i alone says %s", (status, kind) => {
  expect(errorOfStatus({ status, headers: new Headers() })?.kind ?? null).toBe(kind);
});

test.each([
  ["30", 30_000],
  ["999999", 86_400_000],
  ["-5", null],
  ["Wed, 21 Oct 2026 07:28:00 GMT", null],
  ["", null],
])("Retry-After %j waits %s ms", (header, wait) => {
  const headers = new Headers({ "Retry-After": header });
  expect(errorOfStatus({ status: 429, headers })?.retryAfterMs).toBe(wait);
});

test.each([
  ["", /empty/],
  ["  <html>", /web page/],
  ['{"cut": [1,', /not whole JSON/],
  ['{"other": 1}', /form/],
])("a body of %j is told apart without repeating it", (body, words) => {
  const { kind, message } = unreadableBody(body);
  expect(kind).toBe("unreadable");
  expect(message).toMatch(words);
  if (body !== "") expect(message).not.toContain(body.trim());
});

test("JSON is parsed, and anything else is null", () => {
  expect([jsonOf('{"a":1}'), jsonOf("null"), jsonOf("<a/>"), jsonOf("")]).toEqual([{ a: 1 }, null, null, null]);
});
