import { z } from "zod";
import type { CarrierAccess } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { createSandbox } from "#lib/carriers/sandbox/create-sandbox.ts";
import { sandboxBaseUrl } from "#lib/carriers/sandbox/sandbox-base-url.ts";
import { validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import { SANDBOX_CARRIERS, type SandboxCarrier } from "#lib/carriers/sandbox/script.ts";

/** What one carrier says of one number, before and after its eighth scan: the bodies of its tracking replies. */
export type Template = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  readonly before: string;
  readonly after: string;
};

const MINUTE = 60_000;
const PLACE = { city: "Memphis", region: "TN", postalCode: "38118", country: "US", zone: "America/Chicago" };
const STEPS = ["label", "picked_up", "departed", "arrived", "departed", "arrived", "departed", "arrived"] as const;
const control = z.object({ written: z.number() });

/**
 * Has the sandbox render one journey in each carrier's own form, once with seven scans and once with eight. The clock stands,
 * so every parcel of the benchmark has the same scans at the same times.
 */
export async function templateReplies(nowMs: number): Promise<readonly Template[]> {
  let clock = nowMs - 60 * MINUTE;
  const sandbox = await createSandbox({ nowMs: () => clock });
  try {
    const numbers = SANDBOX_CARRIERS.map((carrier) => ({ carrier, number: validNumber(carrier, "bench") }));
    const events = STEPS.map((step, nth) => ({ step, atMinutes: nth * 120 - 810, place: PLACE }));
    const entries = numbers.map((parcel) => ({ ...parcel, script: { events } }));
    const written = await fetch(`${sandbox.url}/sandbox/journeys`, {
      method: "PUT",
      body: JSON.stringify({ entries }),
    });
    control.parse(await written.json());
    const before = await Promise.all(numbers.map(({ carrier, number }) => bodyOf(sandbox.url, carrier, number)));
    clock = nowMs - 20 * MINUTE;
    const after = await Promise.all(numbers.map(({ carrier, number }) => bodyOf(sandbox.url, carrier, number)));
    return numbers.map((parcel, nth) => ({ ...parcel, before: before[nth] ?? "", after: after[nth] ?? "" }));
  } finally {
    await sandbox.close();
  }
}

/** The body of the tracking reply itself, as it came over the wire. */
async function bodyOf(url: string, code: SandboxCarrier, number: string): Promise<string> {
  const carrier = CARRIERS.get(code);
  const credentials = { clientId: "sandbox-bench", clientSecret: "sandbox-bench" };
  const access: CarrierAccess = {
    accountId: `bench ${code} ${Math.random()}`,
    baseUrl: sandboxBaseUrl(url, code),
    ...credentials,
  };
  let body = "";
  const send: typeof sendHttp = async (request) => {
    const sent = await sendHttp(request);
    if (sent.ok && request.isCounted !== false) body = sent.value.body;
    return sent;
  };
  await carrier?.track(access, [number], { send, signal: AbortSignal.timeout(10_000) });
  return body;
}
