import type { Db } from "#db/client.ts";
import { findOrderByNumber } from "#db/queries/find-order-by-number.ts";
import { withTenant } from "#db/tenant.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { goSignature, type KeyRing } from "#lib/runtime/key-ring.ts";
import { issueLink } from "#lib/use-cases/links/issue-link.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";
import type { DemoSlug } from "./merchants.ts";

export type DemoLink = { readonly path: string; readonly shows: string };
type Deps = { readonly db: Db; readonly keys: KeyRing };
type Example = { readonly slug: DemoSlug; readonly number: string; readonly shows: string };

const alder = (number: string, shows: string): Example => example("maison-alder", "Maison Alder", number, shows);
const volt = (number: string, shows: string): Example => example("voltgarten", "Voltgarten", number, shows);
const tea = (number: string, shows: string): Example => example("alishan-tea", "Alishan Tea", number, shows);

/** What moves comes first: its minutes count from when the shops were loaded. */
const EXAMPLES: readonly Example[] = [
  alder("#1036", "moves after the first start: out for delivery, at the door after 3 minutes"),
  alder("#1041", "moves after the first start: in Rennes after 1 minute, out for delivery after 4"),
  volt("VG-88132", "moves after the first start: a label, picked up after 2 minutes, gone after 7"),
  tea("AT-5540", "moves after the first start, in Traditional Chinese: a gift, out after 2 minutes, there after 6"),
  alder("#1031", "one order in two parcels: one delivered, the other with an address that cannot be found"),
  alder("#1029", "Chrissy, gold: her promised day has passed, the carrier put it off twice"),
  volt("VG-88117", "held up by snow, with a new and later day"),
  alder("#1033", "to New York, at the customs"),
  volt("VG-88121", "nobody was home, the driver comes again"),
  volt("VG-88119", "waits to be picked up"),
  volt("VG-88113", "lost"),
  volt("VG-88115", "refused at the door, on its way back"),
  volt("VG-88126", "the carrier does not answer any more: what was last known, and when"),
  tea("AT-5551", "by a local carrier that Porchlight does not speak with"),
  volt("VG-88129", "Naomi, on its way after a bad review"),
  tea("AT-5536", "Marshall's monthly tea, over the ocean"),
  tea("AT-5481", "Marshall's tea of last month, and what goes with it"),
  alder("#1018", "boots that have come, and what goes with them"),
  volt("VG-88104", "a turntable that has come, and what goes with it"),
  volt("VG-88128", "to Texas by USPS"),
  volt("VG-88122", "a long name and sixteen pieces"),
  alder("#1037", "needed for a wedding, not handed over yet"),
  alder("#1038", "cancelled"),
];

const SIGNED: Example = {
  slug: "maison-alder",
  number: "#1040",
  shows: "Maison Alder: nine things, by the signed link of a confirmation email",
};

/** Telling examples for the launcher. Orders that a shop of an earlier version does not have are left out. */
export async function demoLinks(
  deps: Deps,
  merchants: ReadonlyMap<DemoSlug, MerchantId>,
): Promise<readonly DemoLink[]> {
  const links: DemoLink[] = [];
  for (const example of EXAMPLES) {
    const merchantId = merchants.get(example.slug) ?? "";
    const order = await withTenant(deps.db, merchantId, (tx) =>
      findOrderByNumber(tx, { merchantId, number: example.number }),
    );
    if (order === null) continue;
    const { token } = await issueLink(deps, { merchantId, orderId: order.id });
    links.push({ path: `/t/${token}`, shows: example.shows });
  }
  return [...links, await signedLink(deps, merchants.get(SIGNED.slug) ?? "")];
}

function example(slug: DemoSlug, shop: string, number: string, shows: string): Example {
  return { slug, number, shows: `${shop}: ${shows}` };
}

/** As a shop's mail template would build it: the number as the shop writes it, and its signature. */
async function signedLink(deps: Deps, merchantId: MerchantId): Promise<DemoLink> {
  const signature = goSignature(await linkSecretOf(deps, { merchantId }), SIGNED.number);
  return {
    path: `/go/${SIGNED.slug}?order=${encodeURIComponent(SIGNED.number)}&sig=${signature}`,
    shows: SIGNED.shows,
  };
}
