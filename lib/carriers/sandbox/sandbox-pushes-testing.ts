import type { Pushes, PushRequest } from "#lib/carriers/carrier.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { type Asked, openStub } from "#lib/carriers/stub-testing.ts";
import type { Pusher } from "./push-signature.ts";

/** A push as it arrived at a webhook. */
export type Arrived = Asked;

/** A webhook on this machine that keeps what arrives; `status` is what it answers next, with the words that are sent back. */
export async function openWebhook() {
  const arrived: Arrived[] = [];
  const answer = { status: 200 };
  const stub = await openStub((asked) => {
    arrived.push(asked);
    return { status: answer.status, body: asked.body };
  });
  return { ...stub, arrived, answer };
}

/** How our own code reads the pushes of a carrier. */
export function pushesOf(pusher: Pusher): Pushes {
  const pushes = CARRIERS.get(pusher)?.pushes ?? null;
  if (pushes === null) throw new Error(`${pusher} pushes nothing`);
  return pushes;
}

/** What arrived, as our own code takes it. */
export function requestOf({ headers, body }: Arrived): PushRequest {
  return { body: Buffer.from(body), header: (name) => [headers[name] ?? []].flat()[0] ?? null };
}
