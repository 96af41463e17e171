import type { Pushes } from "#lib/carriers/carrier.ts";
import { pushIdOf, readPush } from "./read-push.ts";
import { isSigned } from "./signature.ts";
import { subscription } from "./subscribe.ts";

/** What USPS sends to our webhook: reports, signed. */
export const pushes: Pushes = { trust: "report", isSigned, idOf: pushIdOf, read: readPush, subscription };
