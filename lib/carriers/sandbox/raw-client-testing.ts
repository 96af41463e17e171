import type { TestSandbox } from "./sandbox-testing.ts";
import type { SandboxCarrier } from "./script.ts";

/** A reply as it came; `body` is parsed where it is JSON, else the text. */
export type RawReply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: unknown;
};

/** Sends one request to the sandbox, without any client of ours between. */
export async function send(sandbox: TestSandbox, path: string, init: RequestInit = {}): Promise<RawReply> {
  const response = await fetch(`${sandbox.url}${path}`, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: jsonOrText(text) };
}

/** What stands at `path` in a body (`shipments.0.status`); undefined where nothing does. */
export function at(body: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }, body);
}

/** The list at `path`; none where there is no list. */
export function listAt(body: unknown, path: string): readonly unknown[] {
  const value = at(body, path);
  return Array.isArray(value) ? value : [];
}

/** Asks for a token as the carrier's documents say, with credentials that are good unless others are given. */
export function askToken(
  sandbox: TestSandbox,
  carrier: Exclude<SandboxCarrier, "dhl">,
  client = { id: "sandbox-test", secret: "secret" },
): Promise<RawReply> {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const grant = "grant_type=client_credentials";
  switch (carrier) {
    case "ups": {
      const basic = Buffer.from(`${client.id}:${client.secret}`).toString("base64");
      const headers = { ...form, authorization: `Basic ${basic}` };
      return send(sandbox, "/ups/security/v1/oauth/token", { method: "POST", headers, body: grant });
    }
    case "fedex": {
      const body = new URLSearchParams({
        grant_type: "client_credentials",
        client_id: client.id,
        client_secret: client.secret,
      });
      return send(sandbox, "/fedex/oauth/token", { method: "POST", headers: form, body: body.toString() });
    }
    case "usps": {
      const body = { client_id: client.id, client_secret: client.secret, grant_type: "client_credentials" };
      const headers = { "content-type": "application/json" };
      return send(sandbox, "/usps/oauth2/v3/token", { method: "POST", headers, body: JSON.stringify(body) });
    }
  }
}

/** `Authorization` with a fresh token. */
export async function bearer(
  sandbox: TestSandbox,
  carrier: Exclude<SandboxCarrier, "dhl">,
): Promise<{ authorization: string }> {
  const { body } = await askToken(sandbox, carrier);
  return { authorization: `Bearer ${String(at(body, "access_token"))}` };
}

/** Asks about numbers with whatever headers are given: UPS and DHL about the first only. */
export function track(
  sandbox: TestSandbox,
  carrier: SandboxCarrier,
  numbers: readonly string[],
  headers: Readonly<Record<string, string>>,
): Promise<RawReply> {
  const json = { "content-type": "application/json", ...headers };
  const [first = ""] = numbers;
  switch (carrier) {
    case "ups":
      return send(sandbox, `/ups/api/track/v1/details/${first}`, {
        headers: { transId: "1", transactionSrc: "test", ...headers },
      });
    case "fedex": {
      const trackingInfo = numbers.map((trackingNumber) => ({ trackingNumberInfo: { trackingNumber } }));
      const body = JSON.stringify({ includeDetailedScans: true, trackingInfo });
      return send(sandbox, "/fedex/track/v1/trackingnumbers", { method: "POST", headers: json, body });
    }
    case "usps": {
      const body = JSON.stringify(numbers.map((trackingNumber) => ({ trackingNumber })));
      return send(sandbox, "/usps/tracking/v3r2/tracking", { method: "POST", headers: json, body });
    }
    case "dhl":
      return send(sandbox, `/dhl/track/shipments?trackingNumber=${first}`, { headers });
  }
}

/** Headers that are good for a carrier. */
export async function goodHeaders(sandbox: TestSandbox, carrier: SandboxCarrier): Promise<Record<string, string>> {
  return carrier === "dhl" ? { "dhl-api-key": "sandbox-key" } : bearer(sandbox, carrier);
}

/** Where the report of the first number stands in a reply of `track`. */
export const REPORT_AT: Readonly<Record<SandboxCarrier, string>> = {
  ups: "trackResponse.shipment.0.package.0",
  fedex: "output.completeTrackResults.0.trackResults.0",
  usps: "0",
  dhl: "shipments.0",
};

/** Where the scans stand in such a report, newest first. */
export const SCANS_AT: Readonly<Record<SandboxCarrier, string>> = {
  ups: "activity",
  fedex: "scanEvents",
  usps: "trackingEvents",
  dhl: "events",
};

/** The report of one number, asked for with a fresh token; undefined where there is none. */
export async function reportOf(sandbox: TestSandbox, carrier: SandboxCarrier, number: string): Promise<unknown> {
  const { body } = await track(sandbox, carrier, [number], await goodHeaders(sandbox, carrier));
  const report = at(body, REPORT_AT[carrier]);
  return listAt(report, SCANS_AT[carrier]).length > 0 ? report : undefined;
}

function jsonOrText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
