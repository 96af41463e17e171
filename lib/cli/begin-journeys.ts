import { sendHttp } from "#lib/carriers/http.ts";
import { CARRIERS } from "#lib/carriers/registry.ts";
import { sandboxBaseUrl } from "#lib/carriers/sandbox/sandbox-base-url.ts";
import type { DemoScript } from "#lib/demo/demo-scripts.ts";

const DEADLINE_MS = 20_000;
/** Whatever begins so is good there: a client id, or the key that DHL has alone. */
const ACCESS = { accountId: "demo", clientId: "sandbox-demo", clientSecret: "sandbox-demo" };

/**
 * Tells the sandbox what parcels go through, and asks about each at once: a journey's minutes count from the first asking,
 * so that scans are where the scripts have them to the second. A number that has a script or has begun keeps what it has,
 * unless `replace`. Throws when the sandbox does not take them.
 */
export async function beginJourneys(
  sandboxUrl: string,
  scripts: readonly DemoScript[],
  { replace = false }: { readonly replace?: boolean } = {},
): Promise<void> {
  if (scripts.length === 0) return;
  const signal = AbortSignal.timeout(DEADLINE_MS);
  const response = await fetch(`${sandboxUrl}/sandbox/journeys`, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ replace, entries: scripts }),
    signal,
  });
  if (!response.ok) {
    const said = (await response.text()).slice(0, 300);
    throw new Error(`The sandbox did not take the demo's journeys (${response.status}): ${said}`);
  }
  // What comes of it is the worker's business; a carrier that is out of order has begun the journey all the same.
  const byCarrier = Map.groupBy(scripts, ({ carrier }) => carrier);
  await Promise.all([...byCarrier].flatMap(([carrier, own]) => askAll(sandboxUrl, carrier, own, signal)));
}

function askAll(
  sandboxUrl: string,
  code: DemoScript["carrier"],
  scripts: readonly DemoScript[],
  signal: AbortSignal,
): readonly Promise<unknown>[] {
  const carrier = CARRIERS.get(code);
  if (carrier === undefined) return [];
  const access = { ...ACCESS, baseUrl: sandboxBaseUrl(sandboxUrl, code) };
  const numbers = scripts.map(({ number }) => number);
  const calls = Array.from({ length: Math.ceil(numbers.length / carrier.batchSize) }, (_, nth) =>
    numbers.slice(nth * carrier.batchSize, (nth + 1) * carrier.batchSize),
  );
  return calls.map((some) => carrier.track(access, some, { send: sendHttp, signal }));
}
