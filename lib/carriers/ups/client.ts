import type { CallContext, Carrier, CarrierAccess, CarrierError } from "#lib/carriers/carrier.ts";
import { judged, type Outcome } from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err } from "#lib/kernel/result.ts";
import { askUps } from "./access.ts";
import { answerTo, isMentioned, mostPackages } from "./map.ts";
import { pushes } from "./pushes.ts";
import { readReply, shipmentsIn } from "./read-reply.ts";

/** UPS Tracking API, one number a call. Source: UPS API documents (Tracking, OAuth Client Credentials). */
export const ups: Carrier = {
  code: "ups",
  batchSize: 1,
  needsClientId: true,
  isAggregator: false,
  limits: { perSecond: null, perHour: null, perDay: null },
  baseUrl: "https://onlinetools.ups.com/api",
  track: async (access, numbers, context) => {
    const answers = new Map<string, Outcome>();
    for (const number of new Set(numbers)) answers.set(number, await trackOne(access, number, context));
    return answers;
  },
  parse: readReply,
  pushes,
};

/** UPS's own page size, and how far we look for one package among those of its shipment. */
const PAGE = 50;
const MOST_PAGES = 4;

async function trackOne(access: CarrierAccess, number: string, context: CallContext): Promise<Outcome> {
  const inquiry = plainNumber(number);
  if (!/^[0-9A-Z]{7,34}$/.test(inquiry)) return err(invalid);
  const first = await askAbout(access, context, `/track/v1/details/${inquiry}?locale=en_US`);
  if (!first.ok) return judged(null, first.error).result;
  const { packages, counted } = mostPackages(first.value);
  if (isMentioned(inquiry, first.value) || counted <= packages) return answerTo(inquiry, first.value);
  return (await amongOthers(access, context, inquiry, counted)) ?? answerTo(inquiry, first.value);
}

/** A shipment of which the reply held not all packages is read page by page; null where none is ours. */
async function amongOthers(
  access: CarrierAccess,
  context: CallContext,
  inquiry: string,
  counted: number,
): Promise<Outcome | null> {
  for (let page = 0; page < MOST_PAGES && page * PAGE < counted && !context.signal.aborted; page += 1) {
    const query = `locale=en_US&offset=${page * PAGE}&count=${PAGE}`;
    const told = await askAbout(access, context, `/track/v1/shipment/details/${inquiry}?${query}`);
    if (!told.ok) return judged(null, told.error).result;
    if (isMentioned(inquiry, told.value)) return answerTo(inquiry, told.value);
  }
  return null;
}

async function askAbout(access: CarrierAccess, context: CallContext, path: string) {
  const reply = await askUps(access, context, { method: "GET", url: `${access.baseUrl}${path}` });
  return reply.ok ? shipmentsIn(reply.value.body, reply.value) : reply;
}

const invalid: CarrierError = {
  kind: "invalid_number",
  message: "UPS numbers have 7 to 34 letters and digits",
  retryAfterMs: null,
};
