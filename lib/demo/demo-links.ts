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

const EXAMPLES: readonly Example[] = [
  { slug: "maison-alder", number: "#1031", shows: "Maison Alder: one order in two parcels" },
  { slug: "maison-alder", number: "#1029", shows: "Maison Alder: Chrissy, gold, her promised day has passed" },
  { slug: "maison-alder", number: "#1037", shows: "Maison Alder: needed for a wedding, not handed over yet" },
  { slug: "maison-alder", number: "#1038", shows: "Maison Alder: cancelled" },
  { slug: "voltgarten", number: "VG-88129", shows: "Voltgarten: Naomi, on its way after a bad review" },
  { slug: "voltgarten", number: "VG-88128", shows: "Voltgarten: to Texas, by another carrier" },
  { slug: "voltgarten", number: "VG-88122", shows: "Voltgarten: a long name and sixteen pieces" },
  { slug: "alishan-tea", number: "AT-5540", shows: "Alishan Tea: a gift, in Traditional Chinese" },
  { slug: "alishan-tea", number: "AT-5536", shows: "Alishan Tea: Marshall's monthly tea" },
];

const SIGNED: Example = {
  slug: "maison-alder",
  number: "#1040",
  shows: "Maison Alder: nine things, by the signed link of a confirmation email",
};

/** Telling examples for the launcher. Throws when a demo shop lacks one of their orders. */
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
    if (order === null) throw new Error(`The demo shop ${example.slug} has lost its order ${example.number}`);
    const { token } = await issueLink(deps, { merchantId, orderId: order.id });
    links.push({ path: `/t/${token}`, shows: example.shows });
  }
  return [...links, await signedLink(deps, merchants.get(SIGNED.slug) ?? "")];
}

/** As a shop's mail template would build it: the number as the shop writes it, and its signature. */
async function signedLink(deps: Deps, merchantId: MerchantId): Promise<DemoLink> {
  const signature = goSignature(await linkSecretOf(deps, { merchantId }), SIGNED.number);
  return {
    path: `/go/${SIGNED.slug}?order=${encodeURIComponent(SIGNED.number)}&sig=${signature}`,
    shows: SIGNED.shows,
  };
}
