import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { connect } from "#db/client.ts";
import { carriersOf } from "#lib/carriers/detect/carriers-of.ts";
import { workUpload } from "#lib/use-cases/uploads/work-upload.ts";
import type { Job } from "./job.ts";

const schema = z.object({ merchantId: z.uuid(), uploadId: z.uuid() });

/** Sessions forget their plans so often: those made for empty tables are slow on full ones. */
const LIFETIME_S = 3;

/** Checks a file that somebody brought to the desk, or brings it in. */
export const importUploadJob: Job = {
  queue: "import-upload",
  when: null,
  concurrency: 2,
  run: async ({ db, appUrl, log, stopping }, data) => {
    const upload = schema.parse(data);
    const own = connect({
      ...{ url: appUrl, name: "porchlight import", maxConnections: 1 },
      ...{ statementTimeoutMs: 120_000, maxLifetimeS: LIFETIME_S },
    });
    try {
      const now = Temporal.Now.instant();
      const ended = await workUpload({ db, importDb: own.db, now, carriersOf }, upload, stopping);
      if (ended !== "nothing") log.info({ ...upload, ended }, "worked on a file that was brought");
    } finally {
      await own.close();
    }
  },
};
