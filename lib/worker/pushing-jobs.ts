import type { Env } from "#lib/runtime/env.ts";
import type { Job } from "./jobs/job.ts";
import { renewPushesJob } from "./jobs/renew-pushes.ts";

/** The job that asks carriers to push. None where nobody said by which address they reach us. */
export function pushingJobs({ publicUrl }: Pick<Env, "publicUrl">): readonly Job[] {
  return publicUrl === null ? [] : [renewPushesJob({ publicUrl })];
}
