import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AGGREGATORS } from "./players.ts";
import { at, listAt, send } from "./raw-client-testing.ts";
import { invalidNumber, scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";

const NOW = Date.parse("2026-03-05T22:00:20Z");
let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ nowMs: () => NOW });
});
afterEach(() => sandbox.close());

const KEYS = {
  easypost: { authorization: `Basic ${Buffer.from("sandbox-key:").toString("base64")}` },
  aftership: { "as-api-key": "sandbox-key" },
  "17track": { "17token": "sandbox-key" },
} as const;

const post = (aggregator: keyof typeof KEYS, path: string, body: unknown, headers: object = KEYS[aggregator]) =>
  send(sandbox, `/${aggregator}${path}`, { method: "POST", body: JSON.stringify(body), headers: { ...headers } });
const get = (aggregator: keyof typeof KEYS, path: string) =>
  send(sandbox, `/${aggregator}${path}`, { headers: KEYS[aggregator] });

/** A parcel that is out for delivery in Boulder since an hour, and expected in two. */
async function parcel(seed: string): Promise<string> {
  const number = validNumber("usps", seed);
  const steps = [
    [-600, "label"],
    [-60, "out_for_delivery"],
  ] as const;
  const estimates = [{ atMinutes: -60, fromMinutes: 60, toMinutes: 120, kind: "window" as const }];
  await sandbox.play("usps", number, { ...scriptOfSteps(steps), estimates });
  return number;
}

describe("EasyPost", () => {
  const create = (tracking_code: string, carrier?: string, headers?: object) =>
    post("easypost", "/v2/trackers", { tracker: { tracking_code, carrier } }, headers);

  it("finds or creates one tracker a number, in UTC, oldest first", async () => {
    const number = await parcel("easypost");
    const { status, body } = await create(number, "USPS");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      object: "Tracker",
      tracking_code: number,
      carrier: "USPS",
      status: "out_for_delivery",
      est_delivery_date: "2026-03-06T00:15:00Z",
      carrier_detail: { est_delivery_date_local: "2026-03-05", est_delivery_time_local: "17:15:00" },
      tracking_details: [
        { datetime: "2026-03-05T12:00:20Z", status: "pre_transit", status_detail: "label_created" },
        { datetime: "2026-03-05T21:00:20Z", tracking_location: { city: "BOULDER", state: "CO", zip: "80302" } },
      ],
    });
    expect((await create(number)).body).toEqual(body);
    const id = String(at(body, "id"));
    expect((await get("easypost", `/v2/trackers/${id}`)).body).toEqual(body);
    expect((await get("easypost", `/v2/trackers?tracking_code=${number}`)).body).toEqual({
      trackers: [body],
      has_more: false,
    });
  });

  it("knows nothing of a parcel before its first scan, and says so", async () => {
    const number = validNumber("ups", "unknown");
    await sandbox.play("ups", number, scriptOfSteps([[60, "label"]]));
    expect((await create(number)).body).toMatchObject({ status: "unknown", tracking_details: [], carrier: "UPS" });
  });

  it.each([
    [invalidNumber("ups", 1), undefined, "TRACKER.NO_CARRIER_FOR_CODE"],
    [invalidNumber("ups", 1), "UPS", "TRACKER.CARRIER_CODE_MISMATCH"],
    [validNumber("ups", 1), "Purolator", "TRACKER.UNSUPPORTED_CARRIER"],
  ])("declines %s of %s with %s", async (number, carrier, code) => {
    const { status, body } = await create(number, carrier);
    expect([status, at(body, "error.code")]).toEqual([422, code]);
  });
});

describe("AfterShip", () => {
  const path = "/tracking/2026-07/trackings";
  const list = async (number: string) => (await get("aftership", `${path}?tracking_numbers=${number}`)).body;

  it("knows no number before it was given it, takes it once, and has news half a minute later", async () => {
    const number = await parcel("aftership");
    expect(await list(number)).toMatchObject({ meta: { code: 200 }, data: { trackings: [] } });
    const given = await post("aftership", path, { tracking_number: number, slug: "usps" });
    expect(given.status).toBe(201);
    expect(at(given.body, "data")).toMatchObject({ tag: "Pending", checkpoints: [] });
    const again = await post("aftership", path, { tracking_number: number });
    expect([again.status, at(again.body, "meta.code")]).toEqual([400, 4003]);
    expect(at(await list(number), "data.trackings.0.tag")).toBe("Pending");
    await sandbox.advance(1);
    const news = at(await list(number), "data.trackings.0");
    expect(news).toMatchObject({
      tag: "OutForDelivery",
      subtag: "OutForDelivery_001",
      slug: "usps",
      latest_estimated_delivery: {
        type: "range",
        datetime_min: "2026-03-05T16:00:00",
        datetime_max: "2026-03-05T17:15:00",
      },
    });
    expect(String(at(news, "checkpoints.1.checkpoint_time"))).toMatch(/^2026-03-05T14:00:20(-07:00)?$/);
    const byId = await get("aftership", `${path}/${String(at(news, "id"))}`);
    expect(at(byId.body, "data")).toEqual(news);
  });

  it("writes times with the offset of the place on some numbers and without any on others", async () => {
    const forms = new Set<boolean>();
    for (let seed = 0; seed < 8; seed += 1) {
      const number = await parcel(`form ${seed}`);
      await post("aftership", path, { tracking_number: number });
      await sandbox.advance(1);
      forms.add(/-07:00$/.test(String(at(await list(number), "data.trackings.0.checkpoints.0.checkpoint_time"))));
    }
    expect(forms.size).toBe(2);
  });

  it("declines in its envelope: a number that cannot be, an id that is none, a path that is none", async () => {
    const wrong = await post("aftership", path, { tracking_number: invalidNumber("ups", 1) });
    expect([wrong.status, at(wrong.body, "meta.code")]).toEqual([400, 4012]);
    const nobody = await get("aftership", `${path}/none`);
    expect([nobody.status, at(nobody.body, "meta.code")]).toEqual([404, 4004]);
    expect((await get("aftership", "/tracking/2026-07/elsewhere")).status).toBe(404);
  });
});

describe("17TRACK", () => {
  const path = "/track/v2.2";
  const ask = (what: string, numbers: readonly string[], carrier?: number) =>
    post(
      "17track",
      `${path}/${what}`,
      numbers.map((number) => ({ number, ...(carrier === undefined ? {} : { carrier }) })),
    );

  it("has a number registered first, has nothing for a while, then tells everything", async () => {
    const number = await parcel("17track");
    const codes = async (what: string) => at((await ask(what, [number])).body, "data.rejected.0.error.code");
    expect(await codes("gettrackinfo")).toBe(-18_019_902);
    expect((await ask("register", [number], 21_051)).body).toMatchObject({
      code: 0,
      data: { accepted: [{ number, carrier: 21_051, origin: 2 }], rejected: [] },
    });
    expect(await codes("register")).toBe(-18_019_901);
    expect(await codes("gettrackinfo")).toBe(-18_019_909);
    await sandbox.advance(2);
    const { body } = await ask("gettrackinfo", [number]);
    expect(at(body, "data.accepted.0.track_info")).toMatchObject({
      latest_status: { status: "OutForDelivery", sub_status: "OutForDelivery_Other" },
      latest_event: {
        time_iso: "2026-03-05T14:00:20-07:00",
        time_utc: "2026-03-05T21:00:20Z",
        time_raw: { date: "2026-03-05", time: "14:00:20", timezone: null },
      },
      time_metrics: { estimated_delivery_date: { from: "2026-03-05T16:00:00-07:00", to: "2026-03-05T17:15:00-07:00" } },
    });
    const reached = listAt(body, "data.accepted.0.track_info.milestone").filter((one) => at(one, "time_iso") !== null);
    expect(reached.map((one) => at(one, "key_stage"))).toEqual(["InfoReceived", "OutForDelivery"]);
  });

  it("judges each of 40 numbers by itself, and takes no 41", async () => {
    const good = Array.from({ length: 38 }, (_, seed) => validNumber("ups", `batch ${seed}`));
    const { body } = await ask("register", [...good, invalidNumber("ups", 1), "a b"]);
    expect(listAt(body, "data.accepted")).toHaveLength(38);
    expect(listAt(body, "data.rejected").map((one) => at(one, "error.code"))).toEqual([-18_019_903, -18_010_012]);
    const many = await ask(
      "gettrackinfo",
      Array.from({ length: 41 }, (_, seed) => validNumber("ups", seed)),
    );
    expect([many.status, at(many.body, "data.errors.0.code")]).toEqual([200, -18_010_014]);
    expect(at((await ask("register", [])).body, "data.errors.0.code")).toBe(-18_010_013);
  });
});

describe.each(AGGREGATORS)("what %s says of a whole request", (aggregator) => {
  const request = {
    easypost: ["/v2/trackers", { tracker: { tracking_code: validNumber("ups", "fault") } }],
    aftership: ["/tracking/2026-07/trackings", { tracking_number: validNumber("ups", "fault") }],
    "17track": ["/track/v2.2/register", [{ number: validNumber("ups", "fault") }]],
  } as const;
  const [path, body] = request[aggregator];

  it.each([
    ["outage", 503],
    ["error", 500],
    ["credentials", 401],
    ["forbidden", aggregator === "17track" ? 401 : 403],
    ["quota", 429],
  ] as const)("is in its own words: %s", async (fault, status) => {
    await sandbox.fault(aggregator, fault);
    const reply = await post(aggregator, path, body);
    await sandbox.fault(aggregator, null);
    expect([reply.status, reply.headers.get("content-type")]).toEqual([status, expect.stringContaining("json")]);
    const codeAt = { easypost: "error.code", aftership: "meta.code", "17track": "data.errors.0.code" }[aggregator];
    expect(at(reply.body, codeAt)).toBeDefined();
  });

  it("is that no other key is good", async () => {
    const other = Buffer.from("production:").toString("base64");
    const keys = { authorization: `Basic ${other}`, "as-api-key": "production", "17token": "production" };
    for (const headers of [{}, keys]) expect((await post(aggregator, path, body, headers)).status).toBe(401);
    expect((await post(aggregator, "/elsewhere", body)).status).toBe(404);
  });

  it("counts like every other", async () => {
    await sandbox.resetCalls();
    await post(aggregator, path, body);
    const { [aggregator]: counted } = await sandbox.calls();
    expect(counted).toMatchObject({ calls: 1, numbers: 1, tokens: 0 });
  });
});
