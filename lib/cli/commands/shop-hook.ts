import { Command } from "commander";
import { findShopHook } from "#db/queries/shop-hooks.ts";
import { withTenant } from "#db/tenant.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { dropShopHook, setShopHook } from "#lib/use-cases/promises/set-shop-hook.ts";

type Options = { merchant: string };

/** `porchlight shop-hook set|show|drop`. */
export function shopHookCommand(): Command {
  const hook = new Command("shop-hook").description("where a shop is asked to refund, to send again, to honour a code");
  const named = (name: string, text: string) =>
    hook.command(name).description(text).requiredOption("--merchant <slug>", "which shop");
  named("set", "ask it at this address, in signed requests; a new secret goes to stdout, this once")
    .argument("<url>", "https only, but for this machine")
    .option("--rotate", "make a new secret; the old one ends at once", false)
    .addHelpText(
      "after",
      "\nWhat comes there, and how to check it: docs/shop-requests.md\n\nExample:\n  npx porchlight shop-hook set https://shop.example/porchlight --merchant my-shop",
    )
    .action(set);
  named("show", "print the address").action(show);
  named("drop", "ask it no more: what is to be done waits at the desk").action(drop);
  return hook;
}

function set(url: string, { merchant, rotate }: Options & { rotate: boolean }): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, merchant);
    const secret = await setShopHook(runtime, { merchantId, url, rotate, actor: "cli" });
    if (secret !== null) console.log(`secret\t${secret}`);
    else console.error("The secret stays the one that was shown (--rotate for a new one).");
  });
}

function show({ merchant }: Options): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, merchant);
    const hook = await withTenant(runtime.db, merchantId, (tx) => findShopHook(tx, { merchantId }));
    if (hook === null) console.error(`${merchant} is asked nowhere: what is to be done waits at the desk.`);
    else console.log(hook.url);
  });
}

function drop({ merchant }: Options): Promise<void> {
  return withRuntime(async (runtime) => {
    const { id: merchantId } = await merchantOf(runtime, merchant);
    const dropped = await dropShopHook(runtime, { merchantId, actor: "cli" });
    console.error(dropped ? `${merchant} is asked no more.` : `${merchant} was asked nowhere.`);
  });
}
