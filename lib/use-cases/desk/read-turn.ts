import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Turn } from "#db/queries/turn-desk-item.ts";
import { NAPS, snoozeUntil } from "#lib/promise/concern/snooze-until.ts";

const turn = z.object({
  turn: z.enum(["assign", "snooze", "resolve", "reopen"]),
  version: z.coerce.number().int().min(1),
  to: z.string().max(100).default(""),
  until: z.union([z.enum(NAPS), z.literal(""), z.iso.datetime()]).default(""),
});

/** How a turn stands in a form or is called by a button: `to` is a colleague's id, `me`, or empty; `until` a nap, an instant, or empty. */
export type TurnFields = {
  readonly turn: Turn["kind"];
  readonly version: number;
  readonly to?: string;
  readonly until?: string;
};

/** What a person wants done with a thing of the queue, and the version that they saw; null for what no page of ours sends. */
export function readTurn(
  fields: unknown,
  { me, zone, now }: { readonly me: string; readonly zone: string; readonly now: Temporal.Instant },
): { readonly turn: Turn; readonly version: number } | null {
  const read = turn.safeParse(fields);
  if (!read.success) return null;
  const { version, to, until } = read.data;
  switch (read.data.turn) {
    case "assign":
      return { version, turn: { kind: "assign", to: to === "me" ? me : to || null } };
    case "snooze":
      return { version, turn: { kind: "snooze", until: instantOf(until, now, zone) } };
    case "resolve":
    case "reopen":
      return { version, turn: { kind: read.data.turn } };
  }
}

function instantOf(until: string, now: Temporal.Instant, zone: string): string | null {
  const nap = NAPS.find((each) => each === until);
  if (nap !== undefined) return snoozeUntil(nap, now, zone).toString();
  return until === "" ? null : Temporal.Instant.from(until).toString();
}

/** A turn as a form's fields: what an undo sends. */
export function turnFields(turn: Turn, version: number): Required<TurnFields> {
  return {
    ...{ turn: turn.kind, version },
    to: turn.kind === "assign" ? (turn.to ?? "") : "",
    until: turn.kind === "snooze" ? isoOf(turn.until) : "",
  };
}

/** Instants come back as PostgreSQL writes them. */
function isoOf(until: string | null): string {
  return until === null ? "" : Temporal.Instant.from(until).toString();
}
