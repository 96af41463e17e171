import { Command } from "commander";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { slugsAfter } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { csvCell } from "#lib/cli/rejection-log.ts";
import type { Runtime } from "#lib/cli/runtime.ts";
import { merchantOf, withRuntime } from "#lib/cli/with-runtime.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";

/** `porchlight link ORDER`. */
export function linkCommand(): Command {
  return new Command("link")
    .description("print the tracking link of one order")
    .argument("<order>", "order number, with or without #")
    .option("--merchant <slug>", "needed when more than one merchant has an order of this number")
    .action((order: string, options: { merchant?: string }) => printLink(order, options.merchant));
}

/** `porchlight links --merchant SLUG --csv`. */
export function linksCommand(): Command {
  return new Command("links")
    .description("print the tracking links of all orders, for mailing tools")
    .requiredOption("--merchant <slug>", "whose orders")
    .option("--csv", "as CSV with the columns Order, Email, Link (the only form there is)", true)
    .action((options: { merchant: string }) => printLinks(options.merchant));
}

function printLink(number: string, slug: string | undefined): Promise<void> {
  return withRuntime(async (runtime) => {
    const merchantIds = slug === undefined ? await allMerchants(runtime) : [(await merchantOf(runtime, slug)).id];
    const found = await ordersNumbered(runtime, merchantIds, number);
    const [order, another] = found;
    if (order === undefined)
      throw new AppError("not_found", `There is no order ${number}${slug === undefined ? "" : ` at ${slug}`}.`);
    if (another !== undefined)
      throw new AppError("invalid", `More than one merchant has an order ${number}; say which with --merchant SLUG.`);
    const { token } = await issueLink(runtime, order);
    console.log(`${runtime.publicUrl}/t/${token}`);
  });
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

async function ordersNumbered(runtime: Runtime, merchantIds: readonly MerchantId[], number: string) {
  const found: { merchantId: MerchantId; orderId: string }[] = [];
  for (const merchantId of merchantIds) {
    const order = await withTenant(runtime.db, merchantId, (tx) => findOrderByNumber(tx, { merchantId, number }));
    if (order !== null) found.push({ merchantId, orderId: order.id });
  }
  return found;
}

function printLinks(slug: string): Promise<void> {
  return withRuntime(async (runtime) => {
    const merchant = await merchantOf(runtime, slug);
    console.log("Order,Email,Link");
    for await (const link of issueLinks(runtime, { merchantId: merchant.id })) {
      console.log(
        [csvCell(link.orderNumber), csvCell(link.email ?? ""), `${runtime.publicUrl}/t/${link.token}`].join(","),
      );
    }
  });
}
