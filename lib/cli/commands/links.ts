import { Command, Option } from "commander";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { slugsAfter } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import type { Runtime } from "#lib/cli/runtime.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId, OrderId } from "#lib/kernel/ids.ts";
import { csvCell } from "#lib/orders/csv/csv-cell.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";
import { linkBase } from "#lib/use-cases/links/link-base.ts";
import { reopenLink } from "#lib/use-cases/links/reopen-link.ts";
import { revokeLink } from "#lib/use-cases/links/revoke-link.ts";

type LinkOptions = { readonly merchant?: string; readonly revoke?: true; readonly reopen?: true };
type Order = { readonly merchantId: MerchantId; readonly orderId: OrderId };

/** `porchlight link ORDER`, with `--revoke` and `--reopen`. */
export function linkCommand(): Command {
  return new Command("link")
    .description("print the tracking link of one order, or revoke it")
    .argument("<order>", "order number, with or without #")
    .option("--merchant <slug>", "needed when more than one merchant has an order of this number")
    .addOption(
      new Option(
        "--revoke",
        "make the order's link and its signed /go link worthless at once; prints nothing",
      ).conflicts("reopen"),
    )
    .option("--reopen", "give an order whose link was revoked a new one, and print it")
    .action(runLink);
}

/** `porchlight links --merchant SLUG --csv`. */
export function linksCommand(): Command {
  return new Command("links")
    .description("print the tracking links of all orders, for mailing tools")
    .requiredOption("--merchant <slug>", "whose orders")
    .option("--csv", "as CSV with the columns Order, Email, Link (the only form there is)", true)
    .action((options: { merchant: string }) => printLinks(options.merchant));
}

function runLink(number: string, options: LinkOptions): Promise<void> {
  return withRuntime(async (runtime) => {
    const order = await orderNumbered(runtime, number, options.merchant);
    const token = options.revoke === true ? await revoke(runtime, order) : await tokenFor(runtime, order, options);
    if (token === null) return;
    tellGuess(runtime);
    console.log(`${await linkBase(runtime, order.merchantId)}/t/${token}`);
  });
}

/** A mailing full of links to this machine would be a pity. */
function tellGuess(runtime: Runtime): void {
  if (runtime.isPublicUrlGuessed) console.error(`PUBLIC_URL is not set: links lead to ${runtime.publicUrl}`);
}

async function revoke(runtime: Runtime, order: Order): Promise<null> {
  const { revoked } = await revokeLink(runtime, { ...order, actor: "cli" });
  console.error(
    revoked ? "Revoked. Nobody sees the page any more; --reopen makes a new link." : "It had been revoked before.",
  );
  return null;
}

async function tokenFor(runtime: Runtime, order: Order, { reopen }: LinkOptions): Promise<string> {
  if (reopen !== true) return (await issueLink(runtime, order)).token;
  const { token, reopened } = await reopenLink(runtime, { ...order, actor: "cli" });
  console.error(
    reopened ? "Reopened with a new link; the old one stays dead." : "It was not revoked; this is its link.",
  );
  return token;
}

async function orderNumbered(runtime: Runtime, number: string, slug: string | undefined): Promise<Order> {
  const merchantIds = slug === undefined ? await allMerchants(runtime) : [(await merchantOf(runtime, slug)).id];
  const [order, another] = await ordersNumbered(runtime, merchantIds, number);
  if (order === undefined)
    throw new AppError("not_found", `There is no order ${number}${slug === undefined ? "" : ` at ${slug}`}.`);
  if (another !== undefined)
    throw new AppError("invalid", `More than one merchant has an order ${number}; say which with --merchant SLUG.`);
  return order;
}

async function allMerchants(runtime: Runtime): Promise<readonly MerchantId[]> {
  const ids: MerchantId[] = [];
  for (
    let page = await slugsAfter(runtime.db, "", 500);
    page.length > 0;
    page = await slugsAfter(runtime.db, page.at(-1)?.slug ?? "", 500)
  ) {
    ids.push(...page.map(({ merchantId }) => merchantId));
  }
  return ids;
}

async function ordersNumbered(runtime: Runtime, merchantIds: readonly MerchantId[], number: string): Promise<Order[]> {
  const found: Order[] = [];
  for (const merchantId of merchantIds) {
    const order = await withTenant(runtime.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
    if (order !== null) found.push({ merchantId, orderId: order.id });
  }
  return found;
}

function printLinks(slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const merchant = await merchantOf(runtime, slug);
    tellGuess(runtime);
    const base = await linkBase(runtime, merchant.id);
    console.log("Order,Email,Link");
    for await (const link of issueLinks(runtime, { merchantId: merchant.id })) {
      console.log([csvCell(link.orderNumber), csvCell(link.email ?? ""), `${base}/t/${link.token}`].join(","));
    }
  });
}
