import type { Pushes } from "#lib/carriers/carrier.ts";
import { readPush } from "./read-push.ts";
import { isSigned } from "./signature.ts";
import { subscription } from "./subscribe.ts";

/** What UPS sends to our webhook (Track Alert). It is not signed, so it only says whom to ask about. */
export const pushes: Pushes = {
  trust: "hint",
  isSigned,
  idOf: () => null,
  read: readPush,
  subscription,
};
