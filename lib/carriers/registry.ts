import { aftership } from "./aftership/client.ts";
import type { Carrier } from "./carrier.ts";
import { dhl } from "./dhl/client.ts";
import { easypost } from "./easypost/client.ts";
import { fedex } from "./fedex/client.ts";
import { seventeentrack } from "./seventeentrack/client.ts";
import { ups } from "./ups/client.ts";
import { usps } from "./usps/client.ts";

/** Every carrier that Porchlight speaks with, by its code. A new one is a folder and a line here. */
export const CARRIERS: ReadonlyMap<string, Carrier> = new Map(
  [ups, fedex, usps, dhl, easypost, aftership, seventeentrack].map((carrier) => [carrier.code, carrier]),
);
