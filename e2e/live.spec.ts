import type { APIRequestContext, Page } from "@playwright/test";
import { type DemoParcel, demoParcels } from "#lib/demo/demo-parcels.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";

/* Each test plays a parcel of its own, so that they may run side by side. */

// In a country of one zone: which of two scans is the newer one hangs on no hour of the day at which this runs.
const PLACE = { city: "Dresden", region: null, postalCode: "01067", country: "DE", zone: "Europe/Berlin" };
const SENT = [
  [-2_880, "label"],
  [-2_800, "picked_up"],
  [-600, "arrived"],
] as const;

/** A Voltgarten parcel with its link, and a way to say what it goes through from now on. */
function parcelOf(demo: DemoShops, request: APIRequestContext, orderNumber: string, shows: RegExp) {
  const parcel = demoParcels("voltgarten").find((known) => known.orderNumber === orderNumber);
  const path = demo.links.find((link) => shows.test(link.shows))?.path;
  if (parcel === undefined || path === undefined) throw new Error(`The demo has no parcel of ${orderNumber}`);
  return { path, parcel, play: player(demo, request, parcel) };
}

function player(demo: DemoShops, request: APIRequestContext, { carrier, number }: DemoParcel) {
  return async (steps: readonly (readonly [number, string])[], fault: string | null = null) => {
    const events = steps.map(([atMinutes, step]) => ({ step, atMinutes, place: PLACE }));
    const entries = [{ carrier, number, script: { events, fault } }];
    const response = await request.put(`${demo.sandboxUrl}/sandbox/journeys`, { data: { replace: true, entries } });
    expect(response.ok()).toBe(true);
  };
}

/** When a look's answer came that brought a new page with it, and how often the page was loaded. */
function watch(page: Page) {
  const seen = { looks: 0, loads: 0, lastLookAt: 0 };
  page.on("response", (response) => {
    if (response.request().headers()["next-action"] === undefined) return;
    seen.looks += 1;
    seen.lastLookAt = performance.now();
  });
  page.on("load", () => {
    seen.loads += 1;
  });
  return seen;
}

test("an open page shows a new scan by itself, says so aloud, and is not loaded again", async ({
  page,
  demo,
  request,
}) => {
  const { path, play } = parcelOf(demo, request, "VG-88128", /to Texas/);
  await play(SENT);
  const seen = watch(page);
  await page.goto(path);
  await expect(page.locator("main")).toContainText("Dresden", { timeout: 20_000 });
  await play([...SENT, [-1, "out_for_delivery"]]);
  await expect(page.locator("main")).toContainText("Out for delivery in", { timeout: 20_000 });
  expect(performance.now() - seen.lastLookAt).toBeLessThan(5_000);
  await expect(page.getByRole("status")).not.toHaveText("");
  expect(seen.loads).toBe(1);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a reload shows what the view before it asked for", async ({ page, demo, request }) => {
    const { path, play } = parcelOf(demo, request, "VG-88129", /Naomi/);
    await play([...SENT, [-1, "held_for_pickup"]]);
    await expect(async () => {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("Dresden", { timeout: 500 });
    }).toPass({ timeout: 20_000 });
  });
});

test("many who look at one parcel at once cause one call", async ({ demo, request }) => {
  const { path, parcel, play } = parcelOf(demo, request, "VG-88122", /sixteen pieces/);
  await play(SENT);
  const calls = async () => {
    const { perCarrier } = await (await request.get(`${demo.sandboxUrl}/sandbox/calls`)).json();
    return Number(perCarrier[parcel.carrier].byNumber[parcel.number] ?? 0);
  };
  await request.get(path);
  await expect.poll(calls).toBeGreaterThan(0);
  // The floor of the demo's pace has to pass before anyone is asked again.
  await expect
    .poll(async () => (await request.get(path)).ok() && (await calls()), { timeout: 20_000 })
    .toBeGreaterThan(1);
  const before = await calls();
  await Promise.all(Array.from({ length: 20 }, () => request.get(path)));
  expect((await calls()) - before).toBeLessThanOrEqual(1);
});

test("a carrier that keeps the page waiting keeps nothing else waiting", async ({ page, demo, request }) => {
  const { path, play } = parcelOf(demo, request, "VG-88119", /waits to be picked up/);
  await play(SENT, "timeout");
  const order: string[] = [];
  page.on("request", (sent) => {
    if (sent.headers()["next-action"] !== undefined) order.push("look asked");
  });
  page.on("response", (response) => {
    if (response.request().headers()["next-action"] !== undefined) order.push("look answered");
    if (response.url().includes("lang=")) order.push("other page came");
  });
  // A look within the floor asks no carrier and is answered at once: then the next one is waited for.
  await expect(async () => {
    order.length = 0;
    await page.goto(path);
    await expect.poll(() => order.at(-1), { timeout: 10_000 }).toBe("look asked");
    // As a plain link of the page does.
    await page.evaluate(() => {
      window.location.search = "?lang=zh-Hant-TW";
    });
    await page.waitForURL(/lang=/);
    expect(order.at(order.indexOf("other page came") - 1)).toBe("look asked");
  }).toPass({ timeout: 25_000 });
});

test("an open page asks no more once its parcel has arrived", async ({ page, demo, request }) => {
  const { path, play } = parcelOf(demo, request, "VG-88121", /nobody was home/);
  await play([...SENT, [-1, "delivered"]]);
  await page.clock.install();
  const seen = watch(page);
  await page.goto(path);
  const headline = page.getByRole("heading", { level: 1 });
  await expect(async () => {
    await page.clock.runFor(6_000);
    await expect(headline).toContainText("arrived", { timeout: 500 });
  }).toPass({ timeout: 20_000 });
  const looks = seen.looks;
  await page.clock.runFor("02:00:00");
  expect(seen.looks).toBe(looks);
});

test("a page that nobody sees asks nothing, and asks again when it is seen", async ({ page, demo, request }) => {
  const { path, play } = parcelOf(demo, request, "VG-88117", /snow/);
  await play(SENT);
  await page.clock.install();
  const seen = watch(page);
  await page.goto(path);
  await expect(async () => {
    await page.clock.runFor(2_000);
    expect(seen.looks).toBeGreaterThan(0);
  }).toPass({ timeout: 20_000 });
  await show(page, "hidden");
  const looks = seen.looks;
  await page.clock.runFor("01:00:00");
  // One look may have been on its way when the page was hidden.
  expect(seen.looks).toBeLessThanOrEqual(looks + 1);
  await show(page, "visible");
  // One that is still on its way has to come back first, and the next is begun by a clock that only runs here.
  await expect(async () => {
    await page.clock.runFor(10_000);
    expect(seen.looks).toBeGreaterThan(looks);
  }).toPass({ timeout: 20_000 });
});

async function show(page: Page, state: "hidden" | "visible"): Promise<void> {
  await page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { get: () => visibilityState, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
