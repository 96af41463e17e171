import { rmSync } from "node:fs";
import { join } from "node:path";
import { connect } from "#db/client.ts";
import { deleteEmbedded } from "#db/embedded.ts";
import { removeMerchant } from "#db/queries/remove-merchant.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { demoSlugs } from "#lib/demo/merchants.ts";
import type { Env } from "#lib/runtime/env.ts";
import { forgetSandbox } from "./demo-sandbox.ts";
import { findDatabase } from "./process-database.ts";

/**
 * `--fresh`: the embedded database goes as a whole, in somebody's own database only the demo shops do; the sandbox forgets
 * what parcels have gone through.
 */
export async function startAnew(env: Env, dataFolder: string): Promise<void> {
  forgetSandbox(process.env, dataFolder);
  if (env.databaseUrl === null && env.databaseAppUrl === null) {
    await deleteEmbedded(dataFolder);
    rmSync(join(dataFolder, "keys"), { force: true });
    return;
  }
  const database = await findDatabase(env, dataFolder);
  await database.migrate();
  const connection = connect({
    url: database.appUrl,
    name: "porchlight demo",
    maxConnections: 1,
    statementTimeoutMs: 0,
  });
  try {
    for (const slug of demoSlugs) {
      const merchantId = await merchantIdBySlug(connection.db, slug);
      if (merchantId !== null) await removeMerchant(connection.db, { merchantId });
    }
  } finally {
    await connection.close();
  }
}
