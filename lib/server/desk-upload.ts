import "server-only";
import { randomBytes } from "node:crypto";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { isHttps } from "#lib/runtime/env.ts";
import { type Limit, take } from "#lib/use-cases/limits/take.ts";
import { accessRefusal } from "./access-refusal.ts";
import { context } from "./context.ts";
import { deskAccess, type Visit } from "./desk-access.ts";
import type { MemberDoor } from "./desk-doors.ts";
import { limitNotice } from "./desk-form.ts";
import { deskNotice } from "./desk-notice.ts";
import { deskVoiceOf } from "./desk-reader.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { BrokenForm, boundaryOf, multipartParts } from "./multipart-parts.ts";
import { pageHeaders } from "./page-headers.ts";
import { LANGUAGE_HEADER } from "./reader-wishes.ts";
import { isSameOrigin } from "./same-origin.ts";
import { seeOther } from "./see-other.ts";
import { webEnv } from "./web-env.ts";
import { within } from "./within.ts";

/** A file that is being posted, and the plain fields that stand before it in its form. */
export type DeskUpload = {
  readonly fields: Readonly<Record<string, string>>;
  readonly fileName: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly voice: DeskVoice;
};

type UploadDoor = {
  readonly slug: string;
  readonly door: MemberDoor;
  /** The form's page: a form without a file leads back there. */
  readonly back: string;
  readonly limits: (visit: Visit) => readonly Limit[];
};

/** A connection that brings nothing for so long is given up, and so is one that goes on for longer than Node lets it. */
const IDLE_MS = 30_000;
const WHOLE_MS = 290_000;
const LONGEST_FIELD = 1_000;

/**
 * Works a form of a shop's desk that holds a file, as the file comes in. Who may not is refused before a byte of it is read;
 * nothing of it is held in memory but a chunk. Its answers have the headers that `proxy.ts` gives to all others.
 */
export async function membersUpload(
  request: Request,
  door: UploadDoor,
  work: (upload: DeskUpload, visit: Visit) => Promise<Response>,
): Promise<Response> {
  const nonce = randomBytes(16).toString("base64");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.delete(LANGUAGE_HEADER);
  const response = await answerTo(request, new Request(request.url, { headers }), door, work);
  const guards = pageHeaders({ nonce, https: isHttps(webEnv()), desk: true, development: false });
  for (const [name, value] of Object.entries(guards)) response.headers.set(name, value);
  return response;
}

/** `asked` is the same request without its body. */
async function answerTo(
  request: Request,
  asked: Request,
  { slug, door, back, limits }: UploadDoor,
  work: (upload: DeskUpload, visit: Visit) => Promise<Response>,
): Promise<Response> {
  if (!isSameOrigin(request)) return new Response("This form was not sent from its own page.", { status: 403 });
  const voice = deskVoiceOf(asked.headers);
  try {
    const access = await deskAccess(request.headers, slug, door);
    if (access.kind !== "member") return accessRefusal(asked, voice, { slug, kind: access.kind });
    const boundary = boundaryOf(request.headers.get("content-type"));
    if (boundary === null || request.body === null) return seeOther(`${back}?problem=noFile`);
    const taken = await take(context(), limits(access.visit));
    if (!taken.ok) return limitNotice(asked, voice, { back, retryAfterMs: taken.retryAfterMs });
    return await workFile(timely(request.body), boundary, { voice, back }, (upload) => work(upload, access.visit));
  } catch (error) {
    if (error instanceof BrokenForm) return seeOther(`${back}?problem=cutOff`);
    logOutOfReach(error, "a file for the desk");
    const { say } = voice;
    const words = { heading: say("trouble.heading"), text: say("trouble.text") };
    return deskNotice(asked, voice, { status: 503, ...words, link: { href: back, text: say("again") } });
  }
}

async function workFile(
  body: AsyncIterable<Uint8Array>,
  boundary: string,
  { voice, back }: { readonly voice: DeskVoice; readonly back: string },
  work: (upload: DeskUpload) => Promise<Response>,
): Promise<Response> {
  const fields: Record<string, string> = {};
  for await (const { name, fileName, chunks } of multipartParts(body, boundary)) {
    if (fileName === null) fields[name] = await textOf(chunks);
    else if (fileName !== "") return work({ fields, fileName, chunks, voice });
  }
  return seeOther(`${back}?problem=noFile`);
}

async function textOf(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.byteLength;
    if (size > LONGEST_FIELD) throw new BrokenForm("A field is too long");
    parts.push(Uint8Array.from(chunk));
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The same bytes, as long as they keep coming. What the connection itself says when it ends is a form that was cut off. */
async function* timely(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  const source = body[Symbol.asyncIterator]();
  const beganMs = performance.now();
  for (;;) {
    const leftMs = Math.min(IDLE_MS, WHOLE_MS - (performance.now() - beganMs));
    const next = await within(Math.max(1, leftMs), source.next()).catch(() => {
      throw new BrokenForm("The form stopped coming");
    });
    if (next.done === true) return;
    yield next.value;
  }
}
