import type { Pushes } from "#lib/carriers/carrier.ts";
import { pushedAt, pushIdOf, readPush } from "./read-push.ts";
import { isSigned, SIGNATURE_HEADER } from "./signature.ts";

/** What AfterShip sends to our webhook: reports, signed. */
export const pushes: Pushes = {
  trust: "report",
  isSigned: ({ body, header }, secret) => isSigned(body, header(SIGNATURE_HEADER), secret),
  idOf: pushIdOf,
  read: readPush,
  saidAt: pushedAt,
  subscription: null,
};
