import { CLUSTER_VARIABLE, startTestCluster } from "#db/testing.ts";

/** Vitest's and Playwright's global set-up: one cluster for the run, known to the workers by an environment variable. */
export async function setup(): Promise<() => Promise<void>> {
  const cluster = await startTestCluster("memory");
  process.env[CLUSTER_VARIABLE] = cluster.ownerUrl;
  return cluster.stop;
}
