import type { APIRequestContext } from "@playwright/test";
import { type PushedJourney, pushBody, signatureOf } from "#lib/use-cases/pushes/pushes-testing.ts";
import type { DemoShops } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";

/* Each test has a parcel of its own, so that they may run side by side. */

type Parcel = DemoShops["pushed"][number];

function parcelOf(demo: DemoShops, nth: number): Parcel {
  const parcel = demo.pushed[nth];
  if (parcel === undefined) throw new Error("The app was started without pushed parcels");
  return parcel;
}

/** What EasyPost sends after these scans. */
function bodyOf({ number }: Parcel, scans: PushedJourney["scans"]): string {
  return pushBody("easypost", { number, id: `evt ${number} ${scans.length}`, saidAt: new Date().toISOString(), scans });
}

function push(request: APIRequestContext, { webhook, secret }: Parcel, body: string) {
  const [name, value] = signatureOf("easypost", body, secret);
  return request.post(webhook, {
    data: Buffer.from(body),
    headers: { [name]: value, "content-type": "application/json" },
  });
}

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
const MOVING = { step: "moving", at: hoursAgo(5) } as const;
const OUT = { step: "out", at: hoursAgo(1) } as const;

test("a push makes the open page show it at once, without being loaded again", async ({ page, demo, request }, {
  project,
}) => {
  const parcel = parcelOf(demo, project.name === "phone" ? 0 : 1);
  expect((await push(request, parcel, bodyOf(parcel, [MOVING]))).status()).toBe(200);
  await expect(async () => {
    await page.goto(parcel.path);
    await expect(page.locator("main")).toContainText("Boise", { timeout: 500 });
  }).toPass({ timeout: 15_000 });
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  const stream = page.waitForResponse(/\/live$/);
  await page.reload();
  const { status, headers } = { status: (await stream).status(), headers: (await stream).headers() };
  expect([status, headers["content-type"], headers["content-encoding"]]).toEqual([
    200,
    "text/event-stream; charset=utf-8",
    undefined,
  ]);
  const sentAt = performance.now();
  expect((await push(request, parcel, bodyOf(parcel, [MOVING, OUT]))).status()).toBe(200);
  await expect(page.locator("main")).toContainText("Out for delivery in", { timeout: 10_000 });
  // An open page without a stream would look minutes later.
  expect(performance.now() - sentAt).toBeLessThan(8_000);
  expect(loads).toBe(1);
});

test("what is repeated, forged, too large or nobody's is answered as it should be, and quickly", async ({
  demo,
  request,
}) => {
  const parcel = parcelOf(demo, 2);
  const body = bodyOf(parcel, [MOVING]);
  const began = performance.now();
  const statuses = [
    await push(request, parcel, body),
    await push(request, parcel, body),
    await push(request, { ...parcel, secret: "guessed" }, body),
    await push(request, { ...parcel, webhook: parcel.webhook.replace(/.{22}$/, "A".repeat(22)) }, body),
    await push(request, { ...parcel, webhook: "/api/webhooks/carriers/short" }, body),
    await request.get(parcel.webhook),
  ].map((response) => response.status());
  expect(statuses).toEqual([200, 200, 401, 404, 404, 405]);
  expect((performance.now() - began) / statuses.length).toBeLessThan(250);
  expect((await push(request, parcel, "x".repeat(2_000_001))).status()).toBe(413);
  expect((await request.get(`/t/${"A".repeat(22)}/live`)).status()).toBe(404);
});
