import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { gathered } from "#lib/use-cases/pushes/gathered.ts";
import { type Worked, workPushes } from "#lib/use-cases/pushes/work-pushes.ts";
import type { Job, JobContext } from "./job.ts";

const schema = z.object({ merchantId: z.uuid(), pushId: z.uuid() });

/** More would keep other workers waiting for the parcels that they hold. */
const MOST_AT_ONCE = 50;

/** Works in one push that was stored; those of one merchant that wait at once go together. */
export const workPushJob: Job = {
  queue: "work-push",
  when: null,
  concurrency: 2,
  batch: MOST_AT_ONCE,
  run: async (context, data) => {
    const push = schema.parse(data);
    const worked = await workerOf(context)(push.merchantId, push.pushId);
    switch (worked.kind) {
      case "failed":
        throw worked.error;
      case "nothing":
        return;
      case "done":
        if (worked.outcome === "unreadable") context.log.warn(push, "a push is unreadable");
        return;
      case "later":
        throw new Error("A push waits: its parcel is being asked about");
      default:
        return assertNever(worked);
    }
  },
};

type Tried = Worked | { readonly kind: "failed"; readonly error: unknown };
type WorkOne = (merchantId: string, pushId: string) => Promise<Tried>;
const workers = new WeakMap<JobContext, WorkOne>();

/** One for a context: what it gathers shares a transaction. */
function workerOf(context: JobContext): WorkOne {
  const known = workers.get(context);
  if (known !== undefined) return known;
  const work: WorkOne = gathered(
    (merchantId, pushIds: readonly string[]) => workSome(context, merchantId, pushIds),
    MOST_AT_ONCE,
  );
  workers.set(context, work);
  return work;
}

/** Where they fail together, each is tried by itself: one that always fails takes none of the others with it. */
async function workSome(
  context: JobContext,
  merchantId: string,
  pushIds: readonly string[],
): Promise<readonly Tried[]> {
  try {
    return await workPushes(context, { merchantId, pushIds });
  } catch (error) {
    if (pushIds.length === 1) return [{ kind: "failed", error }];
    return (await Promise.all(pushIds.map((pushId) => workSome(context, merchantId, [pushId])))).flat();
  }
}
