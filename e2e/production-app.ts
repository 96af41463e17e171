import { fileURLToPath } from "node:url";
import { Temporal } from "temporal-polyfill";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { createTestDatabase, startTestCluster } from "#db/testing.ts";
import type { DemoLogin } from "#lib/demo/demo-owner.ts";
import { loadDemo } from "#lib/demo/load-demo.ts";
import { demoSlugs } from "#lib/demo/merchants.ts";
import { type PersonaName, personas } from "#lib/demo/personas.ts";
import { DEMO_PACE, startTrackedDemo } from "#lib/demo/track-demo-testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { addHost } from "#lib/use-cases/hosts/add-host.ts";
import { issueLinks } from "#lib/use-cases/links/issue-links.ts";
import { linkSecretOf } from "#lib/use-cases/merchants/link-secret.ts";
import { countNumbers } from "#lib/use-cases/numbers/count-numbers.ts";
import { openBrandlessShops } from "./brandless-shops-testing.ts";
import { openDemoDesk } from "./demo-desk-testing.ts";
import type { DemoShops } from "./demo-shops.ts";
import { openHostileShops } from "./hostile-shops-testing.ts";
import { openLateShops } from "./late-shop-testing.ts";
import { startNextServer } from "./next-server.ts";
import { openDesk, openFreshServer, openLetterBox } from "./open-desk-testing.ts";
import { openPushedParcels } from "./pushed-parcels-testing.ts";
import { openStageShops, type Stage } from "./stage-shops-testing.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

const personaNames: readonly PersonaName[] = ["naomi", "chrissy", "marshall"];

/** What a use-case needs of the process it runs in. */
type Deps = Parameters<typeof linkSecretOf>[0];

export type Trials = { readonly hostile: number };
export type ProductionApp = {
  readonly demo: DemoShops;
  /** Who owns the demo's shops, whose desks are full; null where there are trials, which have people of their own. */
  readonly login: DemoLogin | null;
  readonly stop: () => Promise<void>;
};

/**
 * The production build, running on a database of its own that holds the demo shops, with their carriers played by a sandbox
 * that was asked about every parcel once. Needs `next build` first. `trials` are shops that are there to be looked at by tests:
 * every state in every look, and so many hostile ones.
 */
export async function startProductionApp(trials: Trials | null = null): Promise<ProductionApp> {
  const cleanUp: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const undo of cleanUp.splice(0).reverse()) await undo();
  };
  try {
    const cluster = await startTestCluster(trials === null ? "disk" : "memory");
    cleanUp.push(cluster.stop);
    const database = await createTestDatabase(cluster.ownerUrl);
    cleanUp.push(database.drop);
    const keysText = newKeyRingText("journeys");
    const deps = { db: database.db, keys: keyRingFrom(keysText) };
    const seeded = await seed(deps);
    const sandbox = await startTrackedDemo(deps);
    cleanUp.push(sandbox.close);
    await countNumbersOf(deps, demoSlugs);
    const tried = await openTrials({ ...deps, sandboxUrl: sandbox.url }, trials);
    const pushed = trials === null ? [] : await openPushedParcels(database, deps.keys, cleanUp);
    const login = trials === null ? await openDemoDesk(deps) : null;
    const letterBox = trials === null ? null : await openLetterBox(cleanUp);
    const server = await startNextServer({
      folder: root,
      healthPath: "/api/health",
      env: (baseUrl) => ({
        DATABASE_APP_URL: database.appUrl,
        PORCHLIGHT_KEYS: keysText,
        PUBLIC_URL: baseUrl,
        PORCHLIGHT_SANDBOX_URL: sandbox.url,
        PORCHLIGHT_SANDBOX_PACE: String(DEMO_PACE),
        ...(letterBox === null ? {} : { SMTP_URL: letterBox.smtpUrl }),
      }),
    });
    cleanUp.push(server.stop);
    const desk =
      letterBox === null
        ? null
        : {
            ...(await openDesk(deps)),
            brandless: await openBrandlessShops({ ...deps, sandboxUrl: sandbox.url, now: Temporal.Now.instant() }),
            letters: letterBox.letters,
            databaseUrl: database.ownerUrl,
            fresh: await openFreshServer({ clusterUrl: cluster.ownerUrl, folder: root }, cleanUp),
          };
    return {
      demo: { baseUrl: server.baseUrl, sandboxUrl: sandbox.url, ...seeded, ...tried, pushed, desk },
      login,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** As the worker does, which does not run here. */
async function countNumbersOf(deps: Deps, slugs: readonly string[]): Promise<void> {
  const stopping = new AbortController().signal;
  for (const slug of slugs) await countNumbers({ ...deps, stopping }, { merchantId: await merchantOf(deps, slug) });
}

async function openTrials(
  deps: Deps & { readonly sandboxUrl: string },
  trials: Trials | null,
): Promise<Pick<DemoShops, "stages" | "late" | "hostile" | "ownDomain">> {
  if (trials === null) return { stages: [], late: { phone: [], desktop: [], desk: [] }, hostile: [], ownDomain: null };
  const open = { ...deps, now: Temporal.Now.instant() };
  const stages = await openStageShops(open);
  return {
    stages: [...stages],
    late: await openLateShops(open),
    ownDomain: await openOwnDomain(deps, stages),
    hostile: [...(await openHostileShops(open, trials.hostile))],
  };
}

/** One of the trial shops gets domains of its own. Nobody else types into its forms. */
async function openOwnDomain(deps: Deps, stages: readonly Stage[]): Promise<DemoShops["ownDomain"]> {
  const path = stages.find(({ slug, state }) => slug === "voltgarten" && state === "in_transit")?.path ?? "";
  const slug = "stage-voltgarten";
  const { email, ...order } = await signedOrder(deps, slug, path);
  const merchantId = await merchantOf(deps, slug);
  const give = (host: string) => addHost(deps, { merchantId, host, actor: "trial" });
  const [host, localHost] = [await give("track.voltgarten.example"), await give("track.voltgarten.localhost")];
  return { ...order, host, localHost, path, email: email ?? "" };
}

async function seed(deps: Deps): Promise<Pick<DemoShops, "links" | "shops" | "personas">> {
  const { links } = await loadDemo({ ...deps, now: Temporal.Now.instant() });
  const shops = await Promise.all(demoSlugs.map((slug) => signedOrder(deps, slug)));
  const orders = personaNames.map((name) => ordersOf(deps, name));
  return {
    links: links.map(({ path, shows }) => ({ path, shows })),
    shops,
    personas: (await Promise.all(orders)).flat(),
  };
}

/** The pages of all that a persona ordered. */
async function ordersOf(deps: Deps, name: PersonaName): Promise<DemoShops["personas"]> {
  const merchantId = await merchantOf(deps, personas[name].slug);
  const numbers = personas[name].orders.map(({ number }) => number);
  const found: DemoShops["personas"] = [];
  for await (const { orderNumber: number, token } of issueLinks(deps, { merchantId }))
    if (numbers.includes(number)) found.unshift({ name, number, path: `/t/${token}` });
  return found;
}

/** A shop's newest order, or the one of a page, and the secret that its mail templates sign links with. */
async function signedOrder(
  deps: Deps,
  slug: string,
  path: string | null = null,
): Promise<DemoShops["shops"][number] & { readonly email: string | null }> {
  const merchantId = await merchantOf(deps, slug);
  const linkSecret = await linkSecretOf(deps, { merchantId });
  for await (const { orderNumber, email, token } of issueLinks(deps, { merchantId })) {
    if (path === null || path === `/t/${token}`) return { slug, linkSecret, orderNumber, email };
  }
  throw new Error(`The shop ${slug} has no such order`);
}

async function merchantOf(deps: Deps, slug: string) {
  const merchantId = await merchantIdBySlug(deps.db, slug);
  if (merchantId === null) throw new Error(`There is no shop ${slug}`);
  return merchantId;
}
