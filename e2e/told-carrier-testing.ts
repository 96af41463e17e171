import { accountsDue } from "#db/queries/due-shipments.ts";
import type { Carrier, CarrierReport } from "#lib/carriers/carrier.ts";
import { sendHttp } from "#lib/carriers/http.ts";
import { validNumber } from "#lib/carriers/sandbox/sandbox-testing.ts";
import type { SandboxCarrier } from "#lib/carriers/sandbox/script.ts";
import type { MerchantId } from "#lib/kernel/ids.ts";
import { ok } from "#lib/kernel/result.ts";
import type { Reported } from "#lib/tracking/observation.ts";
import { reported } from "#lib/tracking/reported.ts";
import { syncDue } from "#lib/use-cases/tracking/sync-due.ts";

/** A parcel and everything that its carrier ever said of it, oldest first. */
export type ToldParcel = {
  readonly carrier: SandboxCarrier;
  readonly number: string;
  readonly scans: readonly Reported[];
};

type Deps = Pick<Parameters<typeof syncDue>[0], "db" | "keys">;

/** A number that the carrier takes for its own. */
export function toldNumber(carrier: SandboxCarrier, seed: string): string {
  return validNumber(carrier, `told ${seed}`);
}

/**
 * Lets carriers say this of a merchant's parcels, through the door by which all carriers' words come in, and nothing more
 * afterwards: asked again, the sandbox has not heard of them.
 */
export async function tellParcels(
  deps: Deps,
  { merchantId, sandboxUrl }: { readonly merchantId: MerchantId; readonly sandboxUrl: string },
  parcels: readonly ToldParcel[],
): Promise<void> {
  const entries = parcels.map(({ carrier, number }) => ({ carrier, number, script: { events: [] } }));
  const response = await fetch(`${sandboxUrl}/sandbox/journeys`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ replace: true, entries }),
  });
  if (!response.ok) throw new Error(`The sandbox did not take the parcels: ${await response.text()}`);
  const asking = {
    ...deps,
    carriers: new Map(
      [...new Set(parcels.map(({ carrier }) => carrier))].map((code) => [code, speaking(code, parcels)]),
    ),
    send: sendHttp,
    sandbox: { url: sandboxUrl, pace: 1 },
    stopping: new AbortController().signal,
    onError: (error: unknown) => {
      throw error;
    },
  };
  for (const account of await accountsDue(deps.db)) {
    if (account.merchantId === merchantId) await syncDue(asking, account);
  }
}

/** A carrier in this process that knows these parcels. */
function speaking(code: SandboxCarrier, parcels: readonly ToldParcel[]): Carrier {
  return {
    code,
    batchSize: 100,
    needsClientId: false,
    isAggregator: false,
    limits: { perSecond: null, perHour: null, perDay: null },
    pushes: null,
    baseUrl: "http://told.invalid",
    track: async (_, numbers) => new Map(numbers.map((number) => [number, ok(reportOf(number, parcels))])),
    parse: () => [],
  };
}

function reportOf(trackingNumber: string, parcels: readonly ToldParcel[]): CarrierReport {
  const scans = parcels.find(({ number }) => number === trackingNumber)?.scans ?? [];
  if (scans.length === 0) return { found: false, trackingNumber };
  const summary = reported({
    kind: "summary",
    effect: "informs",
    status: null,
    reportPosition: scans.length,
    raw: null,
  });
  return { found: true, trackingNumber, summary, scans: scans.toReversed() };
}
