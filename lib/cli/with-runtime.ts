import { getMerchant, type Merchant } from "#db/queries/merchants.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { openRuntime, type Runtime } from "./runtime.ts";

/** Runs a command's work with the database open, and leaves it whatever happens. */
export async function withRuntime<T>(work: (runtime: Runtime) => Promise<T>): Promise<T> {
  const runtime = await openRuntime({ name: "porchlight command", statementTimeoutMs: 120_000, maxLifetimeS: 3 });
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

/** The merchant with this slug. Throws AppError `not_found` that says how to add one. */
export async function merchantOf(runtime: Runtime, slug: string): Promise<Merchant> {
  const merchantId = await merchantIdBySlug(runtime.db, slug);
  if (merchantId === null) {
    throw new AppError("not_found", `There is no merchant ${slug}. Add it with: porchlight merchant add ${slug}`);
  }
  return withTenant(runtime.db, merchantId, (tx) => getMerchant(tx, { merchantId }));
}
