import type { Pushes } from "#lib/carriers/carrier.ts";
import { readPush } from "./read-push.ts";
import { isSigned, SIGNATURE_HEADER } from "./signature.ts";

/** What FedEx sends to our webhook: reports, signed, without an id of their own. */
export const pushes: Pushes = {
  trust: "report",
  isSigned: ({ body, header }, secret) => isSigned(body, header(SIGNATURE_HEADER), secret),
  idOf: () => null,
  read: readPush,
  // By account number, in the portal only.
  subscription: null,
};
