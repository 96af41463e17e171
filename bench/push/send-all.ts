import { Agent, request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type PushedStep, pushBody, signatureOf } from "#lib/use-cases/pushes/pushes-testing.ts";
import type { BenchParcel } from "./pushed-app.ts";

const STEPS: readonly PushedStep[] = ["label", "moving", "moving", "out", "delivered"];
const HOUR_MS = 3_600_000;
const EVERY = 10;

export type Delivery = { readonly parcel: BenchParcel; readonly nth: number; readonly isReplay: boolean };

/** So many deliveries: each parcel's journey step by step, all parcels in turn; every tenth is the one before it again. */
export function deliveriesOf(parcels: readonly BenchParcel[], count: number): readonly Delivery[] {
  let sent = -1;
  return Array.from({ length: count }, (_, at) => {
    const isReplay = at % EVERY === EVERY - 1;
    if (!isReplay) sent += 1;
    const parcel = parcels[sent % parcels.length];
    if (parcel === undefined) throw new Error("There are no parcels");
    return { parcel, nth: Math.floor(sent / parcels.length), isReplay };
  });
}

/** Sends deliveries at an even rate, whatever the answers do; returns how long each answer took, in milliseconds. */
export async function sendAll(
  baseUrl: string,
  deliveries: readonly Delivery[],
  { perSecond, onSend }: { readonly perSecond: number; readonly onSend: (parcel: BenchParcel) => void },
): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const firstScanMs = Date.now() - 48 * HOUR_MS;
  const began = performance.now();
  const bodies = new Map<BenchParcel, string>();
  const answers = deliveries.map(async ({ parcel, nth, isReplay }, at) => {
    await pause((at * 1_000) / perSecond);
    const body = isReplay ? (bodies.get(parcel) ?? "") : bodyOf(parcel, nth, firstScanMs);
    bodies.set(parcel, body);
    if (!isReplay) onSend(parcel);
    return send(`${baseUrl}/api/webhooks/carriers/${parcel.webhookKey}`, agent, parcel, body);
  });
  try {
    const took = await Promise.all(answers);
    const rate = (deliveries.length / (performance.now() - began)) * 1_000;
    console.error(`Sent at ${Math.round(rate)} a second`);
    return took;
  } finally {
    agent.destroy();
  }
}

function bodyOf({ account, number }: BenchParcel, nth: number, firstMs: number): string {
  const scans = STEPS.slice(0, nth + 1).map((step, at) => ({
    step,
    at: new Date(firstMs + at * HOUR_MS).toISOString(),
  }));
  return pushBody(account, { number, id: `${number}-${nth}`, saidAt: new Date().toISOString(), scans });
}

function send(url: string, agent: Agent, { account, secret }: BenchParcel, body: string): Promise<number> {
  const [name, value] = signatureOf(account, body, secret);
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", [name]: value };
    const sending = request(url, { method: "POST", agent, headers }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode === 200) resolve(performance.now() - began);
        else reject(new Error(`A push was answered ${response.statusCode}`));
      });
    });
    sending.once("error", reject).end(body);
  });
}
