import { readFile } from "node:fs/promises";
import { Command, Option } from "commander";
import { Temporal } from "temporal-polyfill";
import { brandVersionsOf } from "#db/queries/brands.ts";
import { withTenant } from "#db/tenant.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { hangBrandPicture, type PicturePlace } from "#lib/use-cases/brand/hang-brand-picture.ts";
import { publishBrand, refuseBrand } from "#lib/use-cases/brand/publish-brand.ts";
import { publishedBrand } from "#lib/use-cases/brand/published-brand.ts";
import { restoreBrand } from "#lib/use-cases/brand/restore-brand.ts";

const PLACES = ["logo", "logo-dark", "hero", "favicon"] as const;
/** More than the picture's own limit, so that its refusal says what the limit is; less than a mistyped path could cost. */
const MOST_BYTES = 64 * 1024 * 1024;

type PictureOptions = { as: (typeof PLACES)[number]; alt?: string; url?: string };

/** `porchlight brand show|publish|picture|history|restore`. */
export function brandCommand(): Command {
  const brand = new Command("brand").description("how a shop's pages look: colours, type, logo, links (docs/brand.md)");
  brand
    .command("show")
    .description("print the brand that shoppers see, as JSON that `publish` takes")
    .argument("<slug>")
    .action((slug: string) => show(slug));
  brand
    .command("publish")
    .description("check a brand and make it the shop's look from the next page view on")
    .argument("<slug>")
    .argument("<file>", "JSON: a name and an accent at least")
    .option("--dry-run", "only check it", false)
    .action((slug: string, file: string, { dryRun }: { dryRun: boolean }) => publish(slug, file, dryRun));
  brand
    .command("picture")
    .description("store a PNG, JPEG or WebP of at most 8 MB and publish the brand with it")
    .argument("<slug>")
    .argument("<file>")
    .addOption(new Option("--as <place>", "what it is").choices(PLACES).makeOptionMandatory())
    .option("--alt <text>", "hero: what it shows, for those who do not see it")
    .option("--url <address>", "hero: where it leads")
    .action((slug: string, file: string, options: PictureOptions) => picture(slug, file, options));
  brand
    .command("history")
    .description("one version a line, newest first: number, state, when it was published, tab between")
    .argument("<slug>")
    .action((slug: string) => history(slug));
  brand
    .command("restore")
    .description("publish an earlier version again")
    .argument("<slug>")
    .argument("<version>", "its number, from `history`")
    .action((slug: string, version: string) => restore(slug, version));
  return brand;
}

function show(slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const { brand, isOwn } = await publishedBrand(runtime, { merchantId: (await merchantOf(runtime, slug)).id });
    if (!isOwn) console.error(`${slug} has published no brand yet: this is what its shoppers see.`);
    console.log(JSON.stringify(brand, null, 2));
  });
}

async function publish(slug: string, file: string, dryRun: boolean): Promise<void> {
  const tokens = jsonOf(await bytesOf(file), file);
  await withRuntime(async (runtime) => {
    const merchantId = (await merchantOf(runtime, slug)).id;
    if (dryRun) {
      await refuseBrand(runtime, { merchantId, tokens });
      console.error(`${file} is sound. Nothing was published.`);
      return;
    }
    const { version } = await publishBrand(runtime, { merchantId, tokens });
    console.error(`Published version ${version} of ${slug}.`);
    console.log(version);
  });
}

async function picture(slug: string, path: string, options: PictureOptions): Promise<void> {
  const place = placeOf(options);
  const file = await bytesOf(path);
  await withRuntime(async (runtime) => {
    const merchantId = (await merchantOf(runtime, slug)).id;
    const { version } = await hangBrandPicture(runtime, { merchantId, file, place });
    console.error(`Published version ${version} of ${slug} with its new ${options.as}.`);
    console.log(version);
  });
}

function placeOf({ as, alt, url }: PictureOptions): PicturePlace {
  if (as !== "hero") return { as };
  if (alt === undefined) throw new AppError("invalid", 'Say what the picture shows: --alt "Folded knits on a table"');
  return { as, alt, url: url ?? null };
}

function history(slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, slug);
    for (const { version, state, publishedAt } of await withTenant(runtime.db, merchantId, (tx) =>
      brandVersionsOf(tx, { merchantId }),
    )) {
      const at = publishedAt === null ? "" : Temporal.Instant.from(publishedAt).toString({ smallestUnit: "second" });
      console.log(`${version}\t${state}\t${at}`);
    }
  });
}

async function restore(slug: string, text: string): Promise<void> {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new AppError("invalid", `${text} is no version number.`);
  await withRuntime(async (runtime) => {
    const merchantId = (await merchantOf(runtime, slug)).id;
    const { version } = await restoreBrand(runtime, { merchantId, version: Number(text) });
    console.error(`Version ${text} of ${slug} is back, as version ${version}.`);
    console.log(version);
  });
}

async function bytesOf(path: string): Promise<Uint8Array> {
  const bytes = await readFile(path).catch((error: unknown) => {
    throw unreadable(path, error);
  });
  if (bytes.length > MOST_BYTES) throw new AppError("invalid", `${path} is too large.`);
  return bytes;
}

function unreadable(path: string, error: unknown): AppError {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT") return new AppError("invalid", `There is no file ${path}.`);
  return new AppError("invalid", code === "EISDIR" ? `${path} is not a file.` : `${path} may not be read.`);
}

function jsonOf(bytes: Uint8Array, path: string): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw notJson(path, error);
  }
}

function notJson(path: string, error: unknown): AppError {
  return new AppError("invalid", `${path} is no JSON: ${error instanceof Error ? error.message : "unreadable"}`);
}
