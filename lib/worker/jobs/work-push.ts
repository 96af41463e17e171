import * as z from "zod";
import { assertNever } from "#lib/kernel/assert-never.ts";
import { workPush } from "#lib/use-cases/pushes/work-push.ts";
import type { Job } from "./job.ts";

const schema = z.object({ merchantId: z.uuid(), pushId: z.uuid() });

/** Works in one push that was stored. */
export const workPushJob: Job = {
  queue: "work-push",
  when: null,
  concurrency: 2,
  batch: 10,
  run: async (context, data) => {
    const push = schema.parse(data);
    const worked = await workPush(context, push);
    switch (worked.kind) {
      case "nothing":
        return;
      case "done":
        if (worked.outcome === "unreadable") context.log.warn(push, "a push is unreadable");
        else context.log.debug({ ...push, outcome: worked.outcome }, "worked in a push");
        return;
      case "later":
        throw new Error("A push waits: its parcel is being asked about");
      default:
        return assertNever(worked);
    }
  },
};
