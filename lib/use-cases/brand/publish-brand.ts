import type { Db, Tx } from "#db/client.ts";
import { recordAudit } from "#db/queries/audit.ts";
import { findMerchantFace, lockBrand } from "#db/queries/brands.ts";
import { missingPictures } from "#db/queries/pictures.ts";
import { publishBrandVersion } from "#db/queries/publish-brand-version.ts";
import { withTenant } from "#db/tenant.ts";
import { type BrandProblem, publishableBrand } from "#lib/brand/brand-problems.ts";
import { changesBetween } from "#lib/brand/draft/draft-changes.ts";
import { pictureIdsOf } from "#lib/brand/picture-ids.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";

export type BrandToPublish = {
  readonly merchantId: MerchantId;
  /** As a person or a program wrote it: it is checked here. */
  readonly tokens: unknown;
  readonly actor?: string;
};

/**
 * Makes these tokens the merchant's look from the next page view on; the version before is kept as retired. What is left out
 * stays left out, so that it follows our defaults. Throws AppError `invalid` with one line per problem.
 */
export async function publishBrand(
  { db }: { readonly db: Db },
  input: BrandToPublish,
): Promise<{ readonly version: number }> {
  return withTenant(db, input.merchantId, async (tx) => {
    await lockBrand(tx, input);
    return publishIn(tx, input);
  });
}

/** Throws AppError `invalid` with one line per problem where these tokens could not be published. */
export async function refuseBrand({ db }: { readonly db: Db }, input: BrandToPublish): Promise<void> {
  await withTenant(db, input.merchantId, (tx) => refuseProblems(tx, input));
}

/** `publishBrand` inside of a transaction that holds `lockBrand`. */
export async function publishIn(
  tx: Tx,
  { merchantId, tokens, actor }: BrandToPublish,
): Promise<{ readonly version: number }> {
  await refuseProblems(tx, { merchantId, tokens });
  const by = actor ?? "cli";
  const face = await findMerchantFace(tx, { merchantId });
  const version = await publishBrandVersion(tx, { merchantId, tokens, by });
  await recordAudit(tx, {
    merchantId,
    actor: by,
    action: "brand.published",
    subject: merchantId,
    before: { version: face?.version ?? null },
    after: { version, changes: changesBetween(recordOf(face?.tokens), recordOf(tokens)) },
  });
  return { version };
}

function recordOf(tokens: unknown): Readonly<Record<string, unknown>> {
  return typeof tokens === "object" && tokens !== null ? { ...tokens } : {};
}

async function refuseProblems(tx: Tx, { merchantId, tokens }: BrandToPublish): Promise<void> {
  const read = publishableBrand(tokens);
  if (!read.ok) throw refusal(read.error);
  const pictures = pictureIdsOf(read.value);
  const missing = await missingPictures(tx, { merchantId, ids: [...pictures.values()] });
  const problems = [...pictures].filter(([, id]) => missing.has(id));
  if (problems.length === 0) return;
  throw refusal(
    problems.map(([path]) => ({ path, problem: "is no stored picture; store it with: porchlight brand picture" })),
  );
}

function refusal(problems: readonly BrandProblem[]): AppError {
  return new AppError("invalid", problems.map(({ path, problem }) => `${path}: ${problem}`).join("\n"));
}
