import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { askToken, at, goodHeaders, track } from "./raw-client-testing.ts";
import { scriptOfSteps, startSandbox, type TestSandbox, validNumber } from "./sandbox-testing.ts";
import { SANDBOX_CARRIERS } from "./script.ts";

let sandbox: TestSandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ slowMs: 60 });
});
afterEach(() => sandbox.close());

describe.each(SANDBOX_CARRIERS)("faults of %s", (carrier) => {
  const number = validNumber(carrier, "fault");

  async function ask() {
    return track(sandbox, carrier, [number], headers);
  }

  let headers: Record<string, string> = {};
  beforeEach(async () => {
    headers = await goodHeaders(sandbox, carrier);
    await sandbox.play(carrier, number, scriptOfSteps([[-10, "label"]]));
  });

  it.each([
    ["outage", 503],
    ["error", 500],
    ["credentials", 401],
    ["forbidden", 403],
    ["quota", 429],
    ["quota_wait", 429],
    ["quota_bare", 429],
  ] as const)("%s is told in its own words, with %i", async (fault, status) => {
    await sandbox.fault(carrier, fault);
    const reply = await ask();
    expect(reply.status).toBe(status);
    expect(reply.headers.get("content-type")).toContain("json");
    const said = { ups: "response.errors.0.code", fedex: "errors.0.code", usps: "error.code", dhl: "title" } as const;
    expect(at(reply.body, said[carrier])).toEqual(expect.any(String));
    await sandbox.fault(carrier, null);
    expect((await ask()).status).toBe(200);
  });

  it("html is a gateway's page, with 502 or as if all were well", async () => {
    for (const [fault, status] of [
      ["html", 502],
      ["html_200", 200],
    ] as const) {
      await sandbox.fault(carrier, fault);
      const reply = await ask();
      expect([reply.status, reply.headers.get("content-type")]).toEqual([status, "text/html"]);
      expect(reply.text).toMatch(/^<html>/);
    }
  });

  it("a quota says how long to wait, or says nothing of it", async () => {
    await sandbox.fault(carrier, "quota_wait");
    expect((await ask()).headers.get("retry-after")).toBe("120");
    await sandbox.fault(carrier, "quota_bare");
    const bare = await ask();
    expect(bare.headers.get("retry-after")).toBeNull();
    expect(bare.text).not.toMatch(/daily|12:00/i);
  });

  it("XML and a way to somewhere else are no answers", async () => {
    await sandbox.fault(carrier, "xml");
    const xml = await ask();
    expect([xml.status, xml.headers.get("content-type")]).toEqual([200, "application/xml"]);
    expect(xml.text).toMatch(/^<\?xml/);
    await sandbox.fault(carrier, "redirect");
    const outcome = await CARRIERS.get(carrier)?.track(sandbox.access(carrier), [number], {
      send: sendHttp,
      signal: AbortSignal.timeout(5_000),
    });
    expect(outcome?.get(number)).toMatchObject({ ok: false, error: { kind: "unreadable" } });
  });

  it("passes after so many answers, or at a time, and tokens do not use it up", async () => {
    await sandbox.fault(carrier, "html_200", { times: 2 });
    await goodHeaders(sandbox, carrier);
    expect([await kind(), await kind(), await kind()]).toEqual(["text/html", "text/html", "json"]);
    const { now } = Object(await sandbox.clock());
    await sandbox.fault(carrier, "html", { until: new Date(Date.parse(now) + 10 * 60_000).toISOString() });
    expect(await kind()).toBe("text/html");
    await sandbox.advance(11);
    expect(await kind()).toBe("json");
  });

  it("of a number is set and taken back without its script", async () => {
    const other = validNumber(carrier, "set");
    await sandbox.play(carrier, other, scriptOfSteps([[-10, "label"]]));
    await sandbox.fault(carrier, "outage", { number: `${other.slice(0, 4)} ${other.slice(4).toLowerCase()}` });
    const status = async (asked: string) => (await track(sandbox, carrier, [asked], headers)).status;
    expect([await status(other), await status(number)]).toEqual([503, 200]);
    await sandbox.fault(carrier, null, { number: other });
    expect(await status(other)).toBe(200);
  });

  it("of a script is there for so many answers, in its own hours", async () => {
    const script = scriptOfSteps([[-10, "label"]]);
    const hours = { fault: "html", fromMinutes: 20, untilMinutes: 40, times: 2 } as const;
    await sandbox.play(carrier, number, { ...script, fault: hours });
    const kinds: string[] = [await kind()];
    await sandbox.advance(21);
    kinds.push(await kind(), await kind(), await kind());
    await sandbox.play(carrier, number, { ...script, fault: { ...hours, times: 9 } });
    kinds.push(await kind());
    await sandbox.advance(20);
    kinds.push(await kind());
    expect(kinds).toEqual(["json", "text/html", "text/html", "json", "text/html", "json"]);
  });

  /** `json`, or the type of what came instead. */
  async function kind(): Promise<string> {
    const type = (await track(sandbox, carrier, [number], headers)).headers.get("content-type") ?? "";
    return type.includes("json") ? "json" : type;
  }

  it("a cut and an empty body come with 200", async () => {
    const whole = await ask();
    await sandbox.fault(carrier, "truncated");
    const cut = await ask();
    expect(cut.status).toBe(200);
    expect(cut.body).toBe(cut.text);
    expect(cut.text.length).toBeLessThan(whole.text.length);
    await sandbox.fault(carrier, "empty");
    expect(await ask()).toMatchObject({ status: 200, text: "" });
  });

  it("a slow answer comes late and whole", async () => {
    await sandbox.fault(carrier, "slow");
    const before = performance.now();
    expect((await ask()).status).toBe(200);
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });

  it("a dropped connection has no answer, and silence has none either", async () => {
    await sandbox.fault(carrier, "reset");
    await expect(ask()).rejects.toThrow("fetch failed");
    await sandbox.fault(carrier, "timeout");
    const silent = ask().then(
      () => "answered",
      () => "closed",
    );
    await expect.poll(async () => (await sandbox.calls())[carrier].calls).toBe(2);
    await sandbox.close();
    expect(await silent).toBe("closed");
  });

  it("a known number can be unknown or wrong for a while, and its scans are the same after it", async () => {
    const before = await ask();
    for (const fault of ["not_found", "invalid"] as const) {
      await sandbox.fault(carrier, fault);
      expect((await ask()).text).not.toBe(before.text);
    }
    await sandbox.fault(carrier, null);
    const { transactionId: _, ...after } = Object((await ask()).body);
    expect(before.body).toMatchObject(after);
  });

  it("of one number leave the others alone, where they can be asked for alone", async () => {
    const other = validNumber(carrier, "other");
    await sandbox.play(carrier, other, { ...scriptOfSteps([[-10, "label"]]), fault: "outage" });
    expect((await track(sandbox, carrier, [other], headers)).status).toBe(503);
    expect((await ask()).status).toBe(200);
  });
});

describe("faults of tokens", () => {
  it.each(["ups", "fedex", "usps"] as const)(
    "%s gives none while it is out or refuses, and whole ones else",
    async (carrier) => {
      for (const [fault, status] of [
        ["outage", 503],
        ["credentials", 401],
        ["forbidden", 403],
        ["quota", 429],
        ["truncated", 200],
        ["empty", 200],
        ["html_200", 200],
        ["not_found", 200],
      ] as const) {
        await sandbox.fault(carrier, fault);
        const reply = await askToken(sandbox, carrier);
        expect([fault, reply.status]).toEqual([fault, status]);
        if (status === 200) expect(at(reply.body, "access_token")).toEqual(expect.any(String));
      }
    },
  );

  it.each([
    ["ups", 240],
    ["fedex", 60],
    ["usps", 480],
  ] as const)("tokens of %s are refused after %i minutes, not a moment before", async (carrier, minutes) => {
    const number = validNumber(carrier, "expiry");
    const headers = await goodHeaders(sandbox, carrier);
    await sandbox.advance(minutes - 2);
    expect((await track(sandbox, carrier, [number], headers)).status).toBe(200);
    await sandbox.advance(2);
    expect((await track(sandbox, carrier, [number], headers)).status).toBe(401);
    expect((await track(sandbox, carrier, [number], await goodHeaders(sandbox, carrier))).status).toBe(200);
  });
});
