import type { AskFloors } from "#db/queries/due-shipments.ts";

const SHORTEST_FLOOR_MS = 5_000;

/** The floors under looking, for real carriers and for the sandbox's, which are asked `pace` times more often. */
export function askFloorsOf({ floorMs, pace }: { readonly floorMs: number; readonly pace: number }): AskFloors {
  return { floorMs, sandboxFloorMs: Math.max(Math.min(floorMs, SHORTEST_FLOOR_MS), floorMs / pace) };
}
