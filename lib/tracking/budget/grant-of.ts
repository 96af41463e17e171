import type { Caller, CallLimits, Spent } from "./call-limits.ts";
import {
  COUNTED_HOUR_MS,
  counted,
  dayFreesAt,
  endOfDay,
  hourFreesAt,
  shareOfDay,
  type Used,
  usedInDay,
  usedInHour,
} from "./counts.ts";

/** Nobody is given a start that is further away: a call that waits for long may find its process dead. */
const AHEAD_MS = 2_000;
/** What the schedule did not use for so long is made up for; what is older was not needed. */
const CATCH_UP_MS = 60_000;
/** Kept for shoppers who look, where nobody does: of an hour, and of a day, of which the rest is given free as it passes. */
const LEAST_KEPT = { hour: 0.02, day: 0.04 } as const;
/** Where they do: twice of what they used, and never more than this. */
const MOST_KEPT = 0.25;

export type Grant = {
  /** How many calls may be made, 0 to as many as were wanted. */
  readonly granted: number;
  /** When the first of them may start, and how long each next one waits after it. Milliseconds. */
  readonly firstMs: number;
  readonly gapMs: number;
  /** When the schedule may want its next call. */
  readonly freeMs: number;
  readonly spent: Spent;
};

/**
 * How many of the wanted calls an account may make now. What is granted counts as spent, whether or not it is made: a process
 * that is killed costs calls, and never makes one too many. The schedule's calls are spread evenly over hour and day
 * (DHL's rule: "spread requests evenly"), and leave a part to those who look.
 */
export function grantOf(
  limits: CallLimits,
  spent: Spent,
  nowMs: number,
  { wanted, by }: { readonly wanted: number; readonly by: Caller },
): Grant {
  const gapMs = limits.perSecond === null ? 0 : 1_000 / limits.perSecond;
  const firstMs = Math.max(nowMs, spent.nextMs);
  const soon = gapMs === 0 ? wanted : Math.floor((nowMs + AHEAD_MS - firstMs) / gapMs) + 1;
  const room = roomOf(limits, spent, nowMs, by === "look");
  const evenFrom = Math.max(spent.evenMs, nowMs - CATCH_UP_MS);
  const evenly = room.evenMs === 0 ? wanted : Math.floor((nowMs - evenFrom) / room.evenMs) + 1;
  const granted = Math.max(0, Math.min(wanted, soon, room.left, by === "schedule" ? evenly : wanted));
  if (granted === 0) return { granted, firstMs, gapMs, freeMs: freeAt(room, spent, { nowMs, firstMs }), spent };
  const lastMs = firstMs + (granted - 1) * gapMs;
  const after: Spent = {
    ...counted(spent, nowMs, { lastMs, calls: granted, looks: by === "look" ? granted : 0 }),
    nextMs: firstMs + granted * gapMs,
    // Only the schedule's own calls put off its next one, and never past the day whose calls are being spread.
    evenMs: by === "schedule" ? Math.min(evenFrom + granted * room.evenMs, room.evenUntilMs) : spent.evenMs,
  };
  const freeMs =
    granted < wanted ? freeAt({ ...room, left: room.left - granted }, after, { nowMs, firstMs: after.nextMs }) : nowMs;
  return { granted, firstMs, gapMs, freeMs, spent: after };
}

type Room = {
  readonly left: number;
  /** How far apart evenly spread calls are, in milliseconds; 0 where nothing has to be spread. */
  readonly evenMs: number;
  /** Until when calls are spread. */
  readonly evenUntilMs: number;
  /** When there is room again where nothing is left. */
  readonly nextRoomMs: number;
};

function roomOf({ perHour, perDay }: CallLimits, spent: Spent, nowMs: number, isLook: boolean): Room {
  const rooms: Omit<Room, "evenUntilMs">[] = [];
  if (perHour !== null) {
    const used = usedInHour(spent, nowMs);
    const kept = keptOf(perHour, used, LEAST_KEPT.hour);
    rooms.push({
      left: perHour - used.calls - (isLook ? 0 : kept),
      evenMs: COUNTED_HOUR_MS / Math.max(1, perHour - kept),
      nextRoomMs: hourFreesAt(spent, nowMs),
    });
  }
  if (perDay !== null) {
    const used = usedInDay(spent, nowMs);
    const kept = Math.floor(keptOf(perDay, used, LEAST_KEPT.day) * (1 - shareOfDay(nowMs)));
    const left = perDay - used.calls - kept;
    const restMs = endOfDay(nowMs) - nowMs;
    rooms.push({
      left: isLook ? perDay - used.calls : left,
      evenMs: restMs / Math.max(1, left),
      // What is kept is given free bit by bit.
      nextRoomMs: used.calls < perDay ? nowMs + restMs / Math.max(1, kept) + 1 : dayFreesAt(nowMs),
    });
  }
  const full = rooms.filter(({ left }) => left <= 0);
  return {
    left: Math.min(...rooms.map(({ left }) => left), Number.POSITIVE_INFINITY),
    evenMs: Math.max(0, ...rooms.map(({ evenMs }) => evenMs)),
    evenUntilMs: perDay === null ? Number.POSITIVE_INFINITY : dayFreesAt(nowMs),
    nextRoomMs: Math.max(nowMs, ...full.map(({ nextRoomMs }) => nextRoomMs)),
  };
}

/** What is still kept of a limit for those who look. */
function keptOf(limit: number, { looks }: Used, least: number): number {
  const part = Math.max(Math.round(limit * least), Math.min(Math.floor(limit * MOST_KEPT), 2 * looks));
  return Math.max(0, Math.min(part, limit) - looks);
}

function freeAt(
  room: Room,
  spent: Spent,
  { nowMs, firstMs }: { readonly nowMs: number; readonly firstMs: number },
): number {
  const even = room.evenMs === 0 ? nowMs : spent.evenMs;
  return Math.ceil(Math.max(nowMs, even, firstMs - AHEAD_MS, room.left <= 0 ? room.nextRoomMs : nowMs));
}
