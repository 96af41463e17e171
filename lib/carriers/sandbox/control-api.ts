import * as z from "zod";
import { type Answer, type AskedOf, json, parsed } from "./answer.ts";
import { JOURNEY_NAMES, journeyOf } from "./journeys.ts";
import { PLAYERS } from "./players.ts";
import { quotaJson, quotaRequest } from "./quota-control.ts";
import type { SandboxState } from "./sandbox-state.ts";
import { FAULTS, type JourneyScript, journeyScript, SANDBOX_CARRIERS } from "./script.ts";
import { plainNumber } from "./tracking-numbers.ts";

const carrier = z.enum(SANDBOX_CARRIERS);
const number = z.string().min(1);

const journeys = z.strictObject({
  replace: z.boolean().optional(),
  entries: z.array(
    z.union([
      z.strictObject({ carrier, number, script: journeyScript }),
      z.strictObject({
        carrier,
        number,
        journey: z.enum(JOURNEY_NAMES),
        headStart: z.number().min(0).max(1).optional(),
      }),
    ]),
  ),
});
const faults = z.strictObject({ carrier: z.enum(PLAYERS), fault: z.enum(FAULTS).nullable() });
const advance = z.strictObject({ minutes: z.number().min(0).max(10_000_000) });

/** How journeys are written: a script, or the name of a journey and how much of it has passed. */
export type JourneyEntry = z.input<typeof journeys>["entries"][number];

/** The sandbox's own API, for the demo and for tests; no carrier has it. A request that it cannot read is a 400. */
export function controlAnswer({ method, path, body }: AskedOf, state: SandboxState): Answer {
  switch (`${method} ${path}`) {
    case "GET /health":
      return json(200, { status: "ok", now: new Date(state.nowMs()).toISOString() });
    case "GET /calls":
      return json(200, { perCarrier: state.calls.all(), quotas: state.quotas.all(state.nowMs()).map(quotaJson) });
    case "DELETE /calls":
      state.calls.reset();
      state.quotas.recount(state.nowMs());
      return json(200, {});
    case "PUT /quotas":
      return having(quotaRequest, body, (request) => {
        state.quotas.set(request.carrier, request.clientId, request.limits);
        return json(200, {});
      });
    case "PUT /journeys":
      return having(journeys, body, (request) => writeJourneys(request, state));
    case "PUT /faults":
      return having(faults, body, (request) => {
        state.setFault(request.carrier, request.fault);
        return json(200, {});
      });
    case "POST /advance":
      return having(advance, body, ({ minutes }) => {
        state.book.advance(minutes * 60_000);
        state.book.save();
        return json(200, { now: new Date(state.nowMs()).toISOString() });
      });
    default:
      return json(404, { error: `There is no ${method} /sandbox${path}` });
  }
}

function writeJourneys({ entries, replace = false }: z.infer<typeof journeys>, { book }: SandboxState): Answer {
  const written = entries.filter((entry) => {
    const plain = plainNumber(entry.number);
    return book.write(entry.carrier, plain, scriptOf(entry, plain), replace);
  });
  book.save();
  return json(200, { written: written.length, kept: entries.length - written.length });
}

function scriptOf(entry: z.infer<typeof journeys>["entries"][number], plain: string): JourneyScript {
  if ("script" in entry) return entry.script;
  const script = journeyOf(entry.journey, entry.carrier, plain);
  return shifted(script, -(entry.headStart ?? 0) * (script.events.at(-1)?.atMinutes ?? 0));
}

function shifted({ events, estimates = [], ...rest }: JourneyScript, minutes: number): JourneyScript {
  return {
    ...rest,
    events: events.map(({ atMinutes, shownAtMinutes, removedAtMinutes, ...event }) => ({
      ...event,
      atMinutes: atMinutes + minutes,
      ...(shownAtMinutes === undefined ? {} : { shownAtMinutes: shownAtMinutes + minutes }),
      ...(removedAtMinutes === undefined ? {} : { removedAtMinutes: removedAtMinutes + minutes }),
    })),
    estimates: estimates.map(({ atMinutes, fromMinutes, toMinutes, kind }) => ({
      atMinutes: atMinutes + minutes,
      fromMinutes: fromMinutes + minutes,
      toMinutes: toMinutes + minutes,
      kind,
    })),
  };
}

function having<T>(schema: z.ZodType<T>, body: string, then: (request: T) => Answer): Answer {
  const read = schema.safeParse(parsed(body));
  return read.success ? then(read.data) : json(400, { error: z.prettifyError(read.error) });
}
