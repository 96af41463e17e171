import { z } from "zod";
import { demoSlugs } from "#lib/demo/merchants.ts";

/** An order, and what its shop's mail template needs to sign its link. */
const signed = z.object({ slug: z.string(), orderNumber: z.string(), linkSecret: z.string() });

const late = z.object({ moment: z.string(), path: z.string() }).readonly();

const demoShops = z.object({
  baseUrl: z.string(),
  /** Where the carriers are played: `PUT /sandbox/journeys` there says what parcels go through. */
  sandboxUrl: z.string(),
  /** The demo's tracking links, and what each one is there to show. */
  links: z.array(z.object({ path: z.string(), shows: z.string() })).min(1),
  /** One order of each shop, with what a mail template needs to sign its link. */
  shops: z.array(signed),
  /** Pages of every state in the look of each of the demo's shops; empty where the app was started without them. */
  stages: z.array(
    z.object({ slug: z.enum(demoSlugs), state: z.string(), isTrouble: z.boolean(), path: z.string() }).readonly(),
  ),
  /**
   * A shop with domains of its own (`localHost` is one that browsers take for this machine), and an order of it that is on its
   * way; null where the app was started without trials.
   */
  ownDomain: signed.extend({ host: z.string(), localHost: z.string(), path: z.string(), email: z.string() }).nullable(),
  /** Parcels that a carrier pushes news of, and a worker that works them in; empty where the app was started without trials. */
  pushed: z.array(
    z.object({ path: z.string(), webhook: z.string(), secret: z.string(), number: z.string() }).readonly(),
  ),
  /** The orders of the three personas in the demo's shops, oldest first. */
  personas: z.array(z.object({ name: z.enum(["naomi", "chrissy", "marshall"]), number: z.string(), path: z.string() })),
  /** Every moment of what goes wrong, for each kind of window; empty where the app was started without trials. */
  late: z.object({ phone: z.array(late), desktop: z.array(late) }),
  /**
   * The merchants' desk: the one password of its people (`open-desk-testing.ts`), where mails to them land, and a server that
   * nobody has set up; null where the app was started without trials.
   */
  desk: z
    .object({
      password: z.string(),
      slug: z.string(),
      otherSlug: z.string(),
      letters: z.string(),
      /** What stands for the further parts of a door's address: an id of either shop's own by the part's name. */
      parts: z.record(z.string(), z.string()),
      otherParts: z.record(z.string(), z.string()),
      fresh: z.object({ baseUrl: z.string(), code: z.string() }),
      /** Shops that have published no brand yet, by the kind of window that tries it, with the page of an order of theirs. */
      brandless: z.record(z.string(), z.object({ slug: z.string(), path: z.string() })),
    })
    .nullable(),
  /** Pages of shops that are as bad as they can be. */
  hostile: z.array(z.object({ name: z.string(), path: z.string(), locale: z.string() }).readonly()),
});
export type DemoShops = z.infer<typeof demoShops>;

const VARIABLE = "PORCHLIGHT_JOURNEYS";

/** Hands the running demo from the global set-up to the workers, which inherit its environment. */
export function handOver(shops: DemoShops): void {
  process.env[VARIABLE] = JSON.stringify(shops);
}

/** What the global set-up started. Throws outside of a Playwright run. */
export function runningDemo(): DemoShops {
  return demoShops.parse(JSON.parse(process.env[VARIABLE] ?? "null"));
}
