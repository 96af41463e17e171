import type { CallContext, Carrier, CarrierAccess, CarrierError } from "#lib/carriers/carrier.ts";
import { errorOfStatus, type Reply } from "#lib/carriers/http.ts";
import {
  type Answered,
  askInHalves,
  isRefusal,
  named,
  type Outcome,
  ofMany,
  oncePerNumber,
  toAll,
} from "#lib/carriers/tracked.ts";
import { plainNumber } from "#lib/carriers/tracking-number.ts";
import { err, type Result } from "#lib/kernel/result.ts";
import { isSaid, postUsps } from "./access.ts";
import { matched } from "./matched.ts";
import { isNumber, NO_NUMBER } from "./number.ts";
import { pushes } from "./pushes.ts";
import { readReply } from "./read-reply.ts";

/**
 * USPS "Tracking 3.2" (`POST /tracking/v3r2/tracking`), at most 35 numbers a call. Since 2026-04 it answers only for the
 * shipper's own Mailer ID or under an agreement.
 */
export const usps: Carrier = {
  code: "usps",
  batchSize: 35,
  needsClientId: true,
  isAggregator: false,
  limits: { perSecond: null, perHour: 60, perDay: null },
  baseUrl: "https://apis.usps.com",
  track,
  pushes,
  parse: (body) => {
    const reply = readReply(body);
    return reply.about === "request" ? [{ trackingNumber: null, result: reply.outcome }] : oncePerNumber(reply.parcels);
  },
};

async function track(access: CarrierAccess, numbers: readonly string[], context: CallContext) {
  const asked = [...new Set(numbers.map(plainNumber).filter(isNumber))];
  const answers =
    asked.length === 0
      ? new Map<string, Outcome>()
      : await askInHalves(asked, (batch) => askAbout(access, batch, context), context.signal);
  return new Map(
    numbers.map((number): [string, Outcome] => {
      const answer = answers.get(plainNumber(number));
      return [number, answer === undefined ? err(NO_NUMBER) : named(number, answer)];
    }),
  );
}

async function askAbout(access: CarrierAccess, batch: readonly string[], context: CallContext): Promise<Answered> {
  const items = batch.map((trackingNumber) => ({ trackingNumber }));
  return answeredBy(batch, await postUsps(access, context, "/tracking/v3r2/tracking", items));
}

/**
 * A 400 or 404 is read for the API's own codes; any other status that is a failure speaks for itself. A 400 that tells of
 * some numbers only was about them, and refuses the others, too.
 */
function answeredBy(asked: readonly string[], sent: Result<Reply, CarrierError>): Answered {
  if (!sent.ok) return toAll(asked, sent);
  const byStatus = errorOfStatus(sent.value);
  if (byStatus !== null && byStatus.kind !== "rejected") return toAll(asked, err(byStatus));
  const reply = readReply(sent.value.body);
  if (reply.about === "parcels") {
    const isPartial = sent.value.status === 400 && reply.parcels.length < asked.length;
    return { outcomes: matched(asked, reply.parcels), isRefused: isPartial };
  }
  const verdict = byStatus !== null && !isSaid(reply.outcome) ? err(byStatus) : reply.outcome;
  const outcome = verdict.ok ? verdict : err(ofMany(asked, verdict.error));
  return { ...toAll(asked, outcome), isRefused: isRefusal(sent.value, outcome) };
}
