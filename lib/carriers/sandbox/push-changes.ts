import type { Played, PlayedEvent } from "./played.ts";

/** What a carrier knew of a parcel when something about its scans had changed, and before that. */
export type Change = {
  readonly atMs: number;
  readonly before: Played | null;
  readonly now: Played;
  /** The scans that nobody was told of yet, oldest first. */
  readonly fresh: readonly PlayedEvent[];
};

/**
 * What became visible of a parcel after `fromMs` and until `toMs`, moment by moment: a clock that was moved by days leaves no
 * scan out. Late scans are told together with what came before them.
 */
export function changesBetween(
  playedAt: (atMs: number) => Played | null,
  fromMs: number,
  toMs: number,
): readonly Change[] {
  const last = playedAt(toMs);
  let before = playedAt(fromMs);
  if (last === null || isSame(before, last)) return [];
  const moments = last.events.map(({ atMs }) => atMs).filter((atMs) => atMs > fromMs && atMs < toMs);
  return [...new Set(moments.toReversed()), toMs].flatMap((atMs) => {
    const now = atMs === toMs ? last : playedAt(atMs);
    if (now === null || isSame(before, now)) return [];
    const known = new Set(before?.events.map(keyOf));
    const change = { atMs, before, now, fresh: now.events.filter((event) => !known.has(keyOf(event))).toReversed() };
    before = now;
    return [change];
  });
}

function isSame(one: Played | null, other: Played): boolean {
  return one === other || one?.events.map(keyOf).join() === other.events.map(keyOf).join();
}

function keyOf({ step, atMs }: PlayedEvent): string {
  return `${step} ${atMs}`;
}
