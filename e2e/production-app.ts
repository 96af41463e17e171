import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import { loadDemo } from "#lib/demo/load-demo.ts";
import { demoSlugs } from "#lib/demo/merchants.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";
import type { DemoShops } from "./demo-shops.ts";
import { startNextServer } from "./next-server.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** What a use-case needs of the process it runs in. */
type Deps = Parameters<typeof linkSecretOf>[0];

export type ProductionApp = { readonly demo: DemoShops; readonly stop: () => Promise<void> };

/** The production build, running on a database of its own that holds the demo shops. Needs `next build` first. */
export async function startProductionApp(): Promise<ProductionApp> {
  const cluster = await startTestCluster();
  try {
    const database = await createTestDatabase(cluster.ownerUrl);
    const keysText = newKeyRingText("journeys");
    const seeded = await seed({ db: database.db, keys: keyRingFrom(keysText) });
    const server = await startNextServer({
      folder: root,
      healthPath: "/api/health",
      env: (baseUrl) => ({ DATABASE_APP_URL: database.appUrl, PORCHLIGHT_KEYS: keysText, PUBLIC_URL: baseUrl }),
    });
    const stop = async () => {
      await server.stop();
      await database.drop();
      await cluster.stop();
    };
    return { demo: { baseUrl: server.baseUrl, ...seeded }, stop };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}

async function seed(deps: Deps): Promise<Omit<DemoShops, "baseUrl">> {
  const { links } = await loadDemo({ ...deps, now: Temporal.Now.instant() });
  const shops = await Promise.all(demoSlugs.map((slug) => signedOrder(deps, slug)));
  return { links: links.map(({ path, shows }) => ({ path, shows })), shops };
}

/** A shop's newest order, and the secret that its mail templates sign links with. */
async function signedOrder(deps: Deps, slug: string): Promise<DemoShops["shops"][number]> {
  const merchantId = await merchantIdBySlug(deps.db, slug);
  if (merchantId === null) throw new Error(`The demo has no shop ${slug}`);
  const linkSecret = await linkSecretOf(deps, { merchantId });
  for await (const { orderNumber } of issueLinks(deps, { merchantId })) return { slug, linkSecret, orderNumber };
  throw new Error(`The demo's shop ${slug} has no order`);
}
