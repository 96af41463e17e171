import { housekeeping } from "./housekeeping.ts";
import type { Job } from "./job.ts";

/** Everything that workers do from a queue. */
export const JOBS: readonly Job[] = [housekeeping];
