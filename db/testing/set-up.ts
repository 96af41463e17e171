import { CLUSTER_VARIABLE, startTestCluster } from "#db/testing.ts";

/** Vitest's and Playwright's global set-up: one cluster for the run, known to the workers by an environment variable. */
export async function setup(): Promise<() => Promise<void>> {
  // The whole run fills and times large shops.
  const cluster = await startTestCluster(process.env.PORCHLIGHT_FULL === "1" ? "disk" : "memory");
  process.env[CLUSTER_VARIABLE] = cluster.ownerUrl;
  return cluster.stop;
}
