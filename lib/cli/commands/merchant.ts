import { Command } from "commander";
import { slugsAfter } from "#db/queries/slugs.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { addMerchant } from "#lib/use-cases/merchants/add-merchant.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";

const PAGE = 500;

type AddOptions = {
  name?: string;
  currency: string;
  zone: string;
  locale: string;
  storefront?: string;
  support?: string;
  sandbox: boolean;
};

/** `porchlight merchant add|list|secret`. */
export function merchantCommand(): Command {
  const merchant = new Command("merchant").description("add and list merchants");
  merchant
    .command("add")
    .description("add a merchant; one that is there already is left as it is")
    .argument("<slug>", "short name for addresses: lower-case letters, digits, dashes")
    .option("--name <name>", "as shoppers know the shop (default: the slug)")
    .option("--currency <code>", "ISO 4217", "GBP")
    .option("--zone <zone>", "IANA time zone", "Europe/London")
    .option("--locale <tag>", "language of the shop", "en")
    .option("--storefront <url>", "the shop's address")
    .option("--support <email>", "where shoppers reach a person")
    .option(
      "--sandbox",
      "for trying out: accounts with carriers that are played (npm run sandbox); also for a merchant that is there",
      false,
    )
    .action((slug: string, options: AddOptions) => add(slug, options));
  merchant
    .command("list")
    .description("one merchant a line: slug, then name, tab between")
    .action(() => list());
  merchant
    .command("secret")
    .description("print the secret with which a mail template signs /go links")
    .argument("<slug>")
    .action((slug: string) => secret(slug));
  return merchant;
}

function add(slug: string, options: AddOptions): Promise<void> {
  return withRuntime(async (runtime) => {
    const { created } = await addMerchant(runtime, {
      slug,
      name: options.name ?? slug,
      currency: options.currency.toUpperCase(),
      zone: options.zone,
      locale: options.locale,
      sandbox: options.sandbox,
      storefrontUrl: options.storefront ?? null,
      supportEmail: options.support ?? null,
    });
    const present = options.sandbox ? "it has its sandbox accounts" : "nothing changed";
    console.error(created ? `Added ${slug}.` : `${slug} is there already; ${present}.`);
    console.log(slug);
  });
}

function list(): Promise<void> {
  return withRuntime(async (runtime) => {
    for (let after = ""; ; ) {
      const page = await slugsAfter(runtime.db, after, PAGE);
      for (const { slug } of page) {
        const merchant = await merchantOf(runtime, slug);
        console.log(`${slug}\t${merchant.name}\t${merchant.currency}\t${merchant.zone}`);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) return;
      after = last.slug;
    }
  });
}

function secret(slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const merchant = await merchantOf(runtime, slug);
    console.log(await linkSecretOf(runtime, { merchantId: merchant.id }));
  });
}
