import type { APIRequestContext, APIResponse } from "@playwright/test";
import { type DemoShops, runningDemo } from "./demo-shops.ts";
import { expect, test } from "./fixtures.ts";
import { goLink } from "./go-link.ts";

/*
 * The same server, asked by the name of a shop's own domain, as a proxy in front of it would. The shop is one into whose
 * forms nobody else types: at a link and at a look-up there are few tries.
 */
const POSTCODE = "LS1 4AP";

type OwnDomain = NonNullable<DemoShops["ownDomain"]>;

function ownDomainOf({ ownDomain }: DemoShops): OwnDomain {
  if (ownDomain === null) throw new Error("No shop has a domain of its own");
  return ownDomain;
}

/** A page of another shop, and that shop's signed link. */
function otherShop({ stages, shops }: DemoShops) {
  const stage = stages.find(({ slug, state }) => slug === "alishan-tea" && state === "out_for_delivery");
  const signed = shops.find(({ slug }) => slug === "alishan-tea");
  if (stage === undefined || signed === undefined) throw new Error("There is no other shop");
  return { path: stage.path, signed };
}

/** Asks by a host's name, and follows no redirect. */
function asker(request: APIRequestContext, host: string) {
  return {
    get: (path: string, headers: Record<string, string> = {}) =>
      request.get(path, { headers: { Host: host, ...headers }, maxRedirects: 0 }),
    post: (path: string, form: Record<string, string>, origin: string) =>
      request.post(path, { form, headers: { Host: host, Origin: origin }, maxRedirects: 0 }),
  };
}

const led = (response: APIResponse) => [response.status(), response.headers().location];

test("a domain opens on its shop's look-up", async ({ request, demo }) => {
  const { host, slug } = ownDomainOf(demo);
  const { get } = asker(request, host);
  expect(led(await get("/"))).toEqual([307, "/find"]);
  for (const path of ["/find", `/find/${slug}`]) {
    const response = await get(path);
    expect(response.status(), path).toBe(200);
    expect(await response.text(), path).toContain(`action="/find/${slug}/look"`);
  }
  expect((await get(`/find/${slug}/sent`)).status()).toBe(200);
});

test("the links of its shop's orders open there, the signed ones too", async ({ request, demo }) => {
  const { path, ...shop } = ownDomainOf(demo);
  const { get } = asker(request, shop.host);
  const page = await get(`${path}?lang=en`);
  expect(page.status()).toBe(200);
  expect(await page.text()).toContain(shop.orderNumber);
  expect(led(await get(goLink(shop, shop.orderNumber)))).toEqual([307, path]);
  expect((await get(goLink(shop, "A-NUMBER-THAT-IS-NOT-THERE-YET"))).status()).toBe(200);
  for (const form of ["address", "dials", "remedy"]) expect(led(await get(`${path}/${form}`))).toEqual([303, path]);
});

test("what is another shop's is not there, however good its link", async ({ request, demo }) => {
  const { host } = ownDomainOf(demo);
  const { path, signed } = otherShop(demo);
  const below = ["", "/calendar", "/address", "/dials", "/remedy"].map((end) => `${path}${end}`);
  const look = `/find/${signed.slug}`;
  const go = [goLink(signed, signed.orderNumber), goLink(signed, "A-NUMBER-THAT-IS-NOT-THERE-YET")];
  const [there, here] = [asker(request, host), asker(request, new URL(demo.baseUrl).host)];
  for (const each of [...below, look, `${look}/sent`, ...go]) {
    expect((await here.get(each)).status(), each).toBeLessThan(400);
    expect((await there.get(each)).status(), each).toBe(404);
  }
  for (const form of [`${path}/address`, `${path}/dials`, `${path}/remedy`, `${look}/look`])
    expect((await there.post(form, { postcode: POSTCODE, number: "1" }, `https://${host}`)).status(), form).toBe(404);
});

test("the calendar's file leads back to where it was asked for", async ({ request, demo }) => {
  const { host, path } = ownDomainOf(demo);
  const own = new URL(demo.baseUrl).host;
  const asked: [string, Record<string, string>, string][] = [
    [host, {}, `http://${host}`],
    [host, { "X-Forwarded-Proto": "https" }, `https://${host}`],
    [own, { "X-Forwarded-Host": host, "X-Forwarded-Proto": "https" }, `https://${host}`],
    [own, {}, demo.baseUrl],
  ];
  for (const [name, headers, origin] of asked) {
    const response = await asker(request, name).get(`${path}/calendar?lang=en`, headers);
    expect(response.status()).toBe(200);
    // RFC 5545 3.1: a long line goes on in the next one, behind a space or a tab.
    const lines = (await response.text()).replaceAll(/\r\n[ \t]/g, "").split("\r\n");
    expect(lines).toContain(`URL:${origin}${path}`);
    const links = lines.flatMap((line) => line.match(/https?:\/\/[^/]+/g) ?? []);
    expect(new Set(links)).toEqual(new Set([origin]));
  }
});

test("a form that was posted at the domain is taken, one from anywhere else is not", async ({ request, demo }) => {
  const { host, slug, path, orderNumber, email } = ownDomainOf(demo);
  const own = new URL(demo.baseUrl).host;
  const proofs = { number: orderNumber, email, postcode: POSTCODE };
  const [there, here] = [asker(request, host), asker(request, own)];
  for (const form of [`${path}/address`, `${path}/dials`, `${path}/remedy`, `/find/${slug}/look`]) {
    for (const origin of [demo.baseUrl, "https://evil.example", `https://x.${host}`, `https://${host}:8443`, "null"])
      expect((await there.post(form, proofs, origin)).status(), `${form} from ${origin}`).toBe(403);
    expect((await here.post(form, proofs, `https://${host}`)).status(), form).toBe(403);
  }
  const address = await there.post(`${path}/address`, proofs, `https://${host}`);
  expect(led(address)).toEqual([303, `${path}#address`]);
  expect(address.headers()["set-cookie"]).toContain(`Path=${path};`);
  expect(led(await there.post(`/find/${slug}/look`, proofs, `https://${host}`))).toEqual([303, path]);
});

test("a domain is the same in capitals and with a port", async ({ request, demo }) => {
  const { host, slug } = ownDomainOf(demo);
  for (const name of [host.toUpperCase(), `${host}:8443`]) {
    const { get } = asker(request, name);
    expect(led(await get("/")), name).toEqual([307, "/find"]);
    expect(await (await get("/find")).text(), name).toContain(`action="/find/${slug}/look"`);
    expect((await get(otherShop(demo).path)).status(), name).toBe(404);
  }
});

test("at the host's own address, and at a domain that is no shop's, everything is as without it", async ({
  request,
  demo,
}) => {
  const { path, slug, ...shop } = ownDomainOf(demo);
  const pages = ["/", `/find/${slug}`, `${path}`, `${path}/calendar`, otherShop(demo).path];
  for (const name of [new URL(demo.baseUrl).host, "track.nobody.example", `x.${shop.host}`]) {
    const { get } = asker(request, name);
    for (const each of pages) expect((await get(each)).status(), `${each} at ${name}`).toBe(200);
    expect(led(await get(goLink({ ...shop, slug }, shop.orderNumber)))).toEqual([307, path]);
    const find = await (await get("/find?lang=en")).text();
    expect(find).toContain("Which shop is it from?");
    expect(find).not.toContain(`action="/find/${slug}/look"`);
  }
});

test.describe("in a browser", () => {
  const localHost = () => ownDomainOf(runningDemo()).localHost;
  // Journeys begin at the domain, and whatever they ask for elsewhere fails them.
  test.use({
    demo: async ({ browserName: _ }, provide) => {
      const demo = runningDemo();
      await provide({ ...demo, baseUrl: `http://${localHost()}:${new URL(demo.baseUrl).port}` });
    },
  });

  test("a shopper finds the order, opens it and goes on, and never leaves the shop's domain", async ({
    page,
    demo,
  }) => {
    const { slug, path, orderNumber, email } = ownDomainOf(demo);
    await page.goto("/?lang=en");
    expect(page.url()).toBe(`${demo.baseUrl}/find`);
    await page.getByLabel("Order number").fill(orderNumber);
    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Postcode").fill(POSTCODE);
    const looked = page.waitForResponse((response) => response.request().headers()["next-action"] !== undefined);
    await page.getByRole("button", { name: "Find my order" }).click();
    await expect(page).toHaveURL(`${demo.baseUrl}${path}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const ours = page.locator(`a[href*="/t/"], a[href*="/find"], a[href^="?"], form[action*="/t/"]`);
    const origins = await ours.evaluateAll((all) =>
      all.map(
        (each) => new URL(each instanceof HTMLFormElement ? each.action : (each as HTMLAnchorElement).href).origin,
      ),
    );
    expect(origins.length).toBeGreaterThan(5);
    expect(new Set(origins)).toEqual(new Set([demo.baseUrl]));
    // Next holds the origin of what an open page asks for against the host, as our forms do.
    expect((await looked).status()).toBe(200);
    await page.getByRole("contentinfo").getByRole("link", { name: "Deutsch", exact: true }).click();
    await expect(page).toHaveURL(`${demo.baseUrl}${path}?lang=de`);
    await page.getByRole("contentinfo").locator(`a[href^="/find"]`).click();
    await expect(page).toHaveURL(`${demo.baseUrl}/find/${slug}`);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
  });
});
