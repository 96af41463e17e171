import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { deskQueue } from "#db/queries/desk-queue.ts";
import { keepDeskItems } from "#db/queries/keep-desk-items.ts";
import { ordersByTime } from "#db/queries/links.ts";
import { savePasswordHash } from "#db/queries/people.ts";
import { merchantIdBySlug } from "#db/queries/slugs.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase } from "#db/testing.ts";
import { hashPassword } from "#lib/auth/passwords.ts";
import type { Role } from "#lib/kernel/role.ts";
import { startMailServer } from "#lib/messages/smtp-testing.ts";
import { keyRingFrom, newKeyRingText } from "#lib/runtime/key-ring.ts";
import type { CleanUp } from "#lib/runtime/on-shutdown.ts";
import { addMember } from "#lib/use-cases/access/add-member.ts";
import { setUpCode } from "#lib/use-cases/access/set-up-code.ts";
import { reconcileDesk } from "#lib/use-cases/desk/reconcile-desk.ts";
import type { DemoShops } from "./demo-shops.ts";
import { startNextServer } from "./next-server.ts";

type Deps = Parameters<typeof addMember>[0];
type Desk = NonNullable<DemoShops["desk"]>;

const PASSWORD = "a lamp above the porch";
const SHOP = "maison-alder";
const OTHER = "voltgarten";
/** Where everything goes wrong: its queue is full. */
const BUSY = "busy-maison-alder";
/** One of each role, and an owner of another shop; one more of each for a journey that uses up tries or roles. */
const PEOPLE: readonly (readonly [name: string, shop: string, role: Role])[] = [
  ["owner", SHOP, "owner"],
  ["editor", SHOP, "editor"],
  ["support", SHOP, "support"],
  ["outsider", OTHER, "owner"],
  ["several", SHOP, "owner"],
  ["several", OTHER, "support"],
  ...["phone", "desktop"].flatMap((project) => [
    [`worker-${project}`, SHOP, "owner"] as const,
    [`guessed-${project}`, SHOP, "support"] as const,
    [`mailed-${project}`, SHOP, "support"] as const,
    [`leaver-${project}`, SHOP, "support"] as const,
  ]),
  ["ben", BUSY, "support"],
  ["eve", BUSY, "support"],
];

/** People at the desks of two of the demo's shops, who all have one password. */
export async function openDesk(
  deps: Deps,
): Promise<Pick<Desk, "password" | "slug" | "otherSlug" | "parts" | "otherParts">> {
  const hash = await hashPassword(PASSWORD);
  for (const [name, slug, role] of PEOPLE) {
    const merchantId = (await merchantIdBySlug(deps.db, slug)) ?? "";
    const member = { merchantId, email: `${name}@desk.example`, name, role, actor: "trial" };
    const { person } = await addMember(deps, member);
    await savePasswordHash(deps.db, { userId: person.id, hash });
  }
  for (const slug of [SHOP, OTHER, BUSY]) await fillQueue(deps, slug);
  const [parts, otherParts] = [await partsOf(deps, SHOP), await partsOf(deps, OTHER)];
  return { password: PASSWORD, slug: SHOP, otherSlug: OTHER, parts, otherParts };
}

/** Ids that fill the further parts of a door's address, by the part's name: a room whose addresses have others adds them here. */
async function partsOf({ db }: Deps, slug: string): Promise<Readonly<Record<string, string>>> {
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId === null) throw new Error(`There is no shop ${slug}`);
  return withTenant(db, merchantId, async (tx) => {
    const [order] = await ordersByTime(tx, { merchantId, after: null, limit: 1 });
    const orderId = order?.id ?? "";
    // A demo's shops may be calm: each has one thing that somebody has to look at.
    const sinceMs = Temporal.Now.instant().epochMilliseconds;
    const about = {
      subjectId: orderId,
      topic: "voice",
      kind: "wrong",
      shipmentId: null,
      severity: 1,
      sinceMs,
    } as const;
    const concern = { ...about, attendByMs: sinceMs, orderId, shopperId: null };
    await keepDeskItems(tx, { merchantId, concerns: [concern] });
    const filter = { topic: "voice", whose: null, when: "open" } as const;
    const [item] = await deskQueue(tx, { merchantId, filter, after: null, limit: 1 });
    return { order: orderId, item: item?.id ?? "" };
  });
}

/** What the worker does each hour. */
async function fillQueue({ db }: Deps, slug: string): Promise<void> {
  const merchantId = await merchantIdBySlug(db, slug);
  if (merchantId !== null) await reconcileDesk({ db, stopping: new AbortController().signal }, { merchantId });
}

/** A mail server that puts each mail into a folder, a file each, in the order in which they came. */
export async function openLetterBox(cleanUp: CleanUp): Promise<{ readonly smtpUrl: string; readonly letters: string }> {
  const letters = mkdtempSync(join(tmpdir(), "porchlight-letters-"));
  cleanUp.push(async () => rmSync(letters, { recursive: true, force: true }));
  let count = 0;
  const server = await startMailServer({
    onData(stream, _, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        count += 1;
        writeFileSync(join(letters, `${String(count).padStart(4, "0")}.eml`), Buffer.concat(chunks));
        done();
      });
    },
  });
  cleanUp.push(server.close);
  return { smtpUrl: server.url, letters };
}

/** The same build on an empty database: nobody has set it up, and it sends no mail. */
export async function openFreshServer(
  input: { readonly clusterUrl: string; readonly folder: string },
  cleanUp: CleanUp,
): Promise<Desk["fresh"]> {
  const database = await createTestDatabase(input.clusterUrl);
  cleanUp.push(database.drop);
  const keysText = newKeyRingText("fresh");
  const server = await startNextServer({
    folder: input.folder,
    healthPath: "/api/health",
    env: (baseUrl) => ({ DATABASE_APP_URL: database.appUrl, PORCHLIGHT_KEYS: keysText, PUBLIC_URL: baseUrl }),
  });
  cleanUp.push(server.stop);
  return { baseUrl: server.baseUrl, code: setUpCode(keyRingFrom(keysText)) };
}
