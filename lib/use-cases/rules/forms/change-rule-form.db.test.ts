import { afterAll, beforeAll, expect, test } from "vitest";
import { findProducts } from "#db/queries/find-products.ts";
import { rulesHistory } from "#db/queries/rules-history.ts";
import { withTenant } from "#db/tenant.ts";
import { createTestDatabase, type TestDatabase } from "#db/testing.ts";
import { csv, head, openTestShop, type TestShop } from "#lib/use-cases/orders/import-testing.ts";
import { restoreRules, undoRules } from "#lib/use-cases/rules/restore-rules.ts";
import { setRules } from "#lib/use-cases/rules/set-rules.ts";
import { changeRuleForm, stepFrom } from "./change-rule-form.ts";
import { openRuleForm } from "./open-rule-form.ts";
import type { RuleFormName } from "./rule-form.ts";
import type { Typed } from "./typed.ts";

let database: TestDatabase;
let shop: TestShop;
let shops = 0;

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function freshShop(): Promise<void> {
  shops += 1;
  shop = await openTestShop(database, `formed-${shops}`);
}

const key = (form: RuleFormName, userId = "anna") => ({ merchantId: shop.merchantId, userId, form, currency: "GBP" });
const open = (form: RuleFormName, userId?: string) => openRuleForm(database, key(form, userId));

/** Types into a form as it was opened, and presses a button. */
async function press(
  form: RuleFormName,
  pressed: string,
  { typed, by = "anna", opened }: { typed: Typed; by?: string; opened?: Awaited<ReturnType<typeof open>> },
) {
  const { base, baseVersion: version, typed: before } = opened ?? (await open(form, by));
  const step = stepFrom(pressed);
  return changeRuleForm(database, { ...key(form, by), base, version, typed: { ...before, ...typed }, step });
}

test("what was typed survives a mistake and a closed browser, is nobody else's, and is gone once it holds", async () => {
  await freshShop();
  expect(await press("delays", "save", { typed: { "thresholds.lost": "much" } })).toEqual({ kind: "problems" });
  expect(await open("delays")).toMatchObject({
    ...{ isDraft: true, draft: null, typed: { "thresholds.lost": "much" } },
    problems: { "thresholds.lost": "share" },
  });
  expect((await open("delays", "ben")).typed["thresholds.lost"]).toBe("50");
  expect(await press("delays", "save", { typed: { "thresholds.lost": "60" } })).toEqual({ kind: "saved", version: 1 });
  expect(await open("delays", "ben")).toMatchObject({ isDraft: false, typed: { "thresholds.lost": "60" }, version: 1 });
});

test("rows come, go and change places without losing what stands in the others", async () => {
  await freshShop();
  await press("gestures", "add:gestures", { typed: {} });
  await press("gestures", "add:gestures", { typed: { "gestures.0.name": "First" } });
  await press("gestures", "up:gestures:1", { typed: { "gestures.1.name": "Second" } });
  const { typed } = await open("gestures");
  expect([typed["gestures.0.name"], typed["gestures.1.name"]]).toEqual(["Second", "First"]);
  await press("gestures", "remove:gestures:0", { typed: {} });
  expect(await open("gestures")).toMatchObject({ isDraft: true, typed: { "gestures.0.name": "First" } });
  expect(await press("gestures", "add:nothing", { typed: {} })).toMatchObject({ kind: "kept" });
  expect(await press("gestures", "discard", { typed: {} })).toEqual({ kind: "discarded" });
  expect(await open("gestures")).toMatchObject({ isDraft: false });
});

test("two people at one part: the second writes nothing, is told by whom and what, and keeps what they typed", async () => {
  await freshShop();
  const [anna, ben] = [await open("remedies"), await open("remedies", "ben")];
  const other = await open("delays", "chris");
  await press("remedies", "save", { typed: { "desk.closes": "16:00" }, by: "ben", opened: ben });
  const typed = { "remedies.refundFromDaysLate": "9" };
  expect(await press("remedies", "save", { typed, opened: anna })).toEqual({ kind: "conflict" });
  const kept = await open("remedies");
  expect(kept).toMatchObject({
    typed: { ...typed, "desk.closes": "17:00" },
    meanwhile: { changes: [{ actor: "ben" }] },
  });
  // Another part of the same rules is in nobody's way.
  expect(
    await press("delays", "save", { typed: { "thresholds.lost": "70" }, by: "chris", opened: other }),
  ).toMatchObject({
    kind: "saved",
  });
  const over = { ...kept, base: (await open("remedies")).meanwhile?.base ?? "" };
  expect(await press("remedies", "save", { typed: {}, opened: over })).toEqual({ kind: "saved", version: 3 });
  expect((await open("delays")).rules).toMatchObject({
    thresholds: { lost: 0.7 },
    desk: { closes: "17:00" },
    remedies: { refundFromDaysLate: 9 },
  });
});

test("a change is taken back while it is the newest, and any version is set again; the history has each with who", async () => {
  await freshShop();
  const { merchantId } = shop;
  const rules = (lost: number) => ({ thresholds: { lost } });
  for (const lost of [0.6, 0.7])
    await setRules(database, { merchantId, kind: "delay", rules: rules(lost), actor: "anna" });
  const asked = { merchantId, kind: "delay", actor: "ben" } as const;
  await expect(undoRules(database, { ...asked, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  expect(await undoRules(database, { ...asked, version: 2 })).toEqual({ version: 3 });
  expect((await open("delays")).rules).toMatchObject(rules(0.6));
  await restoreRules(database, { ...asked, version: 2 });
  expect((await open("delays")).rules).toMatchObject(rules(0.7));
  await expect(restoreRules(database, { ...asked, version: 9 })).rejects.toMatchObject({ code: "not_found" });
  const history = await withTenant(database.db, merchantId, (tx) =>
    rulesHistory(tx, { merchantId, kind: "delay", limit: 9 }),
  );
  expect(history.map(({ version, actor }) => [version, actor])).toEqual([
    [4, "ben"],
    [3, "ben"],
    [2, "anna"],
    [1, "anna"],
  ]);
  // Before the first change nothing was set: taking that back is what comes with Porchlight.
  await freshShop();
  await setRules(database, { merchantId: shop.merchantId, kind: "delay", rules: rules(0.6), actor: "anna" });
  await undoRules(database, { ...asked, merchantId: shop.merchantId, version: 1 });
  expect((await open("delays")).rules).toMatchObject(rules(0.5));
});

test("products are found by how SKU or title begin, in small or capital letters, and by any word once they were ordered", async () => {
  await freshShop();
  const { merchantId } = shop;
  const line = (sku: string, title: string) => ({ "Lineitem sku": sku, "Lineitem name": title });
  await shop.run("orders", csv([head("#1", "WS-1", line("WS-1", "Wool Scarf 100%_"))]));
  const found = (text: string) =>
    withTenant(database.db, merchantId, async (tx) =>
      (await findProducts(tx, { merchantId, text, limit: 5 })).map(({ sku }) => sku),
    );
  for (const text of ["ws", "WOOL", "scarf", "Wool Scarf 100%_"])
    expect([text, await found(text)]).toEqual([text, ["WS-1"]]);
  for (const text of ["s-1", "%", "w_ol"]) expect([text, await found(text)]).toEqual([text, []]);
});
