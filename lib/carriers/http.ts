import { type Dispatcher, request as sendRequest } from "undici";
import { err, ok, type Result } from "#lib/kernel/result.ts";
import type { CheckProblem } from "#lib/tracking/tracking-state.ts";

/** Why a carrier gave no answer. `message` is for the operator and holds no personal data. */
export type CarrierError = {
  readonly kind: CheckProblem;
  readonly message: string;
  /** How long the carrier asks us to wait; null where it does not say. */
  readonly retryAfterMs: number | null;
  /** Our own budget held the request back: it says nothing of the account. */
  readonly isOwn?: true;
};

/** A reply of a carrier, read whole. */
export type Reply = {
  readonly status: number;
  readonly headers: Pick<Headers, "get">;
  readonly body: string;
};

export type Request = {
  readonly method: "GET" | "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False for what no quota counts: asking for a token. */
  readonly isCounted?: boolean;
  readonly signal: AbortSignal;
};

/** Sends one request. Fails as `outage` when no whole reply came in time; any status is a reply. */
export type Send = (request: Request) => Promise<Result<Reply, CarrierError>>;

/** A reply to 40 numbers with full histories is below 1 MB; what is longer is not a tracking reply. */
const MAX_BYTES = 8_000_000;

/**
 * Sends over HTTP, connections kept: by undici itself, which takes half the time of its `fetch`. Redirects are not followed:
 * credentials would travel with them.
 */
export const sendHttp: Send = async ({ url, isCounted: _, ...request }) => {
  try {
    const { statusCode, headers, body } = await sendRequest(url, {
      ...request,
      headers: { "user-agent": "porchlight", ...request.headers },
    });
    const header = (name: string) => headers[name.toLowerCase()]?.toString() ?? null;
    return ok({ status: statusCode, headers: { get: header }, body: await textOf(body, header("content-length")) });
  } catch (error) {
    return err(outage(request.signal.aborted ? "No answer in time" : `No connection (${reasonOf(error)})`));
  }
};

/** The carrier cannot be asked at the moment. */
export function outage(message: string, retryAfterMs: number | null = null): CarrierError {
  return { kind: "outage", message, retryAfterMs };
}

/** The carrier answered with something that is not what its documents describe. */
export function unreadable(message: string): CarrierError {
  return { kind: "unreadable", message, retryAfterMs: null };
}

/**
 * What an HTTP status alone says, where the body does not say more. Null for a status that is no failure by itself.
 * Sources: RFC 9110 section 15, RFC 6585 section 4.
 */
export function errorOfStatus(reply: Pick<Reply, "status" | "headers">): CarrierError | null {
  const { status } = reply;
  if (status >= 200 && status < 300) return null;
  const retryAfterMs = retryAfter(reply.headers);
  if (status === 401)
    return { kind: "credentials_refused", message: "The carrier refused the key (401)", retryAfterMs };
  if (status === 403) return { kind: "forbidden", message: "The carrier forbids this (403)", retryAfterMs };
  if (status === 429) return { kind: "quota_spent", message: "The carrier's quota is spent (429)", retryAfterMs };
  if (status === 408 || status >= 500) return outage(`The carrier is out of order (${status})`, retryAfterMs);
  if (status >= 300 && status < 400) return unreadable(`The carrier sent us elsewhere (${status})`);
  return { kind: "rejected", message: `The carrier declined the request (${status})`, retryAfterMs };
}

/** Parses JSON; null for anything else, an empty body included, and for a body of more than 8 MB. */
export function jsonOf(body: string): unknown {
  if (isTooLong(body)) return null;
  try {
    return JSON.parse(body) ?? null;
  } catch {
    return null;
  }
}

/** Why a body could not be read, for the operator: a kind of body, never its content. */
export function unreadableBody(body: string): CarrierError {
  if (isTooLong(body)) return unreadable("The reply was longer than 8 MB");
  const text = body.trimStart();
  if (text === "") return unreadable("The reply was empty");
  if (text.startsWith("<")) return unreadable("The reply was a web page or XML, not JSON");
  if (jsonOf(body) === null) return unreadable("The reply was not whole JSON");
  return unreadable("The reply did not have the form that the carrier documents");
}

/** A body from a file has not been measured on its way in. No character is less than a byte. */
function isTooLong(body: string): boolean {
  return body.length > MAX_BYTES || Buffer.byteLength(body) > MAX_BYTES;
}

/** `Retry-After` in milliseconds, seconds form only; at most a day. Null without one. RFC 9110 section 10.2.3. */
function retryAfter(headers: Reply["headers"]): number | null {
  const text = headers.get("retry-after");
  if (text === null || !/^\d{1,6}$/.test(text.trim())) return null;
  return Math.min(Number(text), 86_400) * 1_000;
}

async function textOf(body: Dispatcher.ResponseData["body"], length: string | null): Promise<string> {
  // Where the length is told, no more than that is read.
  if (length !== null && Number(length) <= MAX_BYTES) return body.text();
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MAX_BYTES) throw new Error("reply too long");
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  return "code" in error ? String(error.code) : error.name;
}
