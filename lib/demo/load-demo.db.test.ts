import { sql } from "drizzle-orm";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import { followGoLink } from "#lib/use-cases/links/follow-go-link.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { loadDemo } from "./load-demo.ts";
import { demoSlugs } from "./merchants.ts";

const keys = keyRingFrom(newKeyRingText("test"));
const now = Temporal.Instant.from("2026-11-20T09:00:00Z");
let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

/** Every demo row of every table, as text: what a second load must not change. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = await database.ownerDb.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const prints: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.ownerDb.execute<{ print: string }>(
      sql`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as print from ${sql.identifier(name)} t`,
    );
    prints[name] = row?.print ?? "";
  }
  return prints;
}

/** The shop whose page a link opens. Throws when it opens none. */
async function openedShop(path: string): Promise<string> {
  const url = new URL(path, "http://localhost");
  const [, door, name = ""] = url.pathname.split("/");
  if (door === "t")
    return (
      await openTrackingPage(
        { db: database.db, now },
        { token: name, wishes: { asked: null, saved: null, browser: [] }, isAddressOpen: false },
      )
    ).slug;
  const orderNumber = url.searchParams.get("order") ?? "";
  const signature = url.searchParams.get("sig") ?? "";
  const outcome = await followGoLink({ db: database.db, keys }, { slug: name, orderNumber, signature });
  if (outcome.kind !== "ready") throw new Error(`${path} leads to no order yet`);
  return openedShop(`/t/${outcome.token}`);
}

describe("loading the demo", () => {
  it("heals a load that was broken off, fills every table, and changes nothing on a later day", async () => {
    const brokenOff = loadDemo({
      db: database.db,
      keys,
      now: now.subtract({ hours: 24 }),
      onProgress: (step) => {
        if (step === "Voltgarten: orders") throw new Error("power cut");
      },
    });
    await expect(brokenOff).rejects.toThrow("power cut");
    const { links } = await loadDemo({ db: database.db, keys, now });
    const before = await fingerprint();
    expect(before.merchants).toMatch(/^3 /);
    for (const table of ["orders", "shipments", "reviews", "subscriptions", "loyalty_points", "returns", "consents"]) {
      expect(before[table], table).not.toMatch(/^0 /);
    }
    const later = await loadDemo({ db: database.db, keys, now: now.add({ hours: 24 * 9 }) });
    expect(later.links).toEqual(links);
    expect(await fingerprint()).toEqual(before);
  });

  it("gives twenty links or more, each of which opens, in every shop, what moves first", async () => {
    const { links } = await loadDemo({ db: database.db, keys, now });
    expect(links.length).toBeGreaterThanOrEqual(20);
    expect(links[0]?.shows).toContain("moves after the first start");
    const slugs = new Set(await Promise.all(links.map(({ path }) => openedShop(path))));
    expect([...slugs].toSorted()).toEqual(demoSlugs.toSorted());
  });

  it("hangs a picture on every product", async () => {
    const bare = await database.ownerDb.execute(sql`select sku from products where picture_id is null`);
    expect(bare).toHaveLength(0);
  });
});
