import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { type Answer, type AskedOf, json, parsed } from "./answer.ts";
import { journeyEntry, scriptOfEntry } from "./journey-entry.ts";
import { PLAYERS } from "./players.ts";
import { quotaJson, quotaRequest } from "./quota-control.ts";
import type { SandboxState } from "./sandbox-state.ts";
import { FAULTS } from "./script.ts";
import { plainNumber } from "./tracking-numbers.ts";

const journeys = z.strictObject({ replace: z.boolean().optional(), entries: z.array(journeyEntry) });

const instant = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch {
    context.addIssue("is no time with an offset, such as 2026-03-05T15:00:00Z");
    return z.NEVER;
  }
});

/** Days have 24 hours, as on any clock that is stepped. */
const step = z.string().transform((text, context) => {
  try {
    const ms = Temporal.Duration.from(text).total("milliseconds");
    if (ms >= 0) return ms;
  } catch {
    // Said below.
  }
  context.addIssue("is no step forward, such as PT15M, PT2H or P1D");
  return z.NEVER;
});

/** Without `carrier`, whose number it is follows from the number. */
const faults = z.strictObject({
  carrier: z.enum(PLAYERS).optional(),
  number: z.string().min(1).optional(),
  fault: z.enum(FAULTS).nullable(),
  times: z.int().min(1).max(1_000_000).optional(),
  until: instant.optional(),
});

const clock = z.strictObject({
  set: instant.optional(),
  step: step.optional(),
  speed: z.number().min(0.001).max(1_000_000).optional(),
  stopped: z.boolean().optional(),
  real: z.literal(true).optional(),
});

/** The sandbox's own API, for its command, the demo and tests; no carrier has it. A request that it cannot read is a 400. */
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
    case "GET /faults":
      return faultsNow(state);
    case "PUT /faults":
      return having(faults, body, (request) => setFault(request, state));
    case "DELETE /faults":
      state.faults.clear();
      return faultsNow(state);
    case "GET /clock":
      return clockNow(state);
    case "POST /clock":
      return having(clock, body, (request) => changeClock(request, state));
    default:
      return json(404, { error: `There is no ${method} /sandbox${path}` });
  }
}

function clockNow({ book }: SandboxState): Answer {
  const { nowMs, speed, isStopped } = book.clock;
  return json(200, { now: new Date(nowMs()).toISOString(), speed: speed(), stopped: isStopped() });
}

/** `real` goes first: the clock shows real time again, and the rest is counted from there. */
function changeClock({ set, step: stepMs, speed, stopped, real }: z.infer<typeof clock>, state: SandboxState): Answer {
  const { book } = state;
  if (real === true) book.changeClock({ setMs: state.realMs(), speed: 1, stopped: false });
  book.changeClock({ setMs: set, stepMs, speed, stopped });
  book.save();
  return clockNow(state);
}

function setFault({ carrier, number, fault, times, until }: z.infer<typeof faults>, state: SandboxState): Answer {
  const plain = number === undefined ? null : plainNumber(number);
  const player = carrier ?? (plain === null ? null : state.parcels.carrierOf(plain, null));
  if (player === null) {
    return json(400, { error: number === undefined ? "Say which carrier, or which number" : noOnes(number) });
  }
  state.faults.set(player, plain, fault === null ? null : { fault, times, untilMs: until });
  return faultsNow(state);
}

function noOnes(number: string): string {
  return `Nobody knows whose number ${number} is: say the carrier, or play a journey for it first.`;
}

function faultsNow({ faults: book, nowMs }: SandboxState): Answer {
  const told = book.all(nowMs()).map(({ untilMs, ...rule }) => ({
    ...rule,
    ...(untilMs === undefined ? {} : { until: new Date(untilMs).toISOString() }),
  }));
  return json(200, { faults: told });
}

function writeJourneys({ entries, replace = false }: z.infer<typeof journeys>, { book, nowMs }: SandboxState): Answer {
  const wrong: string[] = [];
  const scripts = entries.map((entry) => {
    const number = plainNumber(entry.number);
    const script = scriptOfEntry(entry, number, nowMs());
    if (!script.ok) wrong.push(...script.error);
    return { carrier: entry.carrier, number, script };
  });
  if (wrong.length > 0) return json(400, { error: wrong.join("\n") });
  const written = scripts.filter(
    ({ carrier, number, script }) => script.ok && book.write(carrier, number, script.value, replace),
  );
  book.save();
  return json(200, { written: written.length, kept: entries.length - written.length });
}

function having<T>(schema: z.ZodType<T>, body: string, then: (request: T) => Answer): Answer {
  const read = schema.safeParse(parsed(body));
  return read.success ? then(read.data) : json(400, { error: z.prettifyError(read.error) });
}
