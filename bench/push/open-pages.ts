import { type ClientRequest, get } from "node:http";
import type { BenchParcel } from "./pushed-app.ts";

const AT_ONCE = 50;

/** When an open page heard of a push: Unix milliseconds, and how long after it was sent. */
export type Heard = { readonly number: string; readonly atMs: number; readonly ms: number };

/** The streams of all parcels' pages, as browsers open them, each from a neighbourhood of its own. */
export async function openPages(baseUrl: string, parcels: readonly BenchParcel[]) {
  const heard: Heard[] = [];
  const sentAt = new Map<string, number[]>();
  const requests: ClientRequest[] = [];
  const hear = ({ number }: BenchParcel) => {
    const atMs = Date.now();
    for (const sent of sentAt.get(number) ?? []) heard.push({ number, atMs, ms: atMs - sent });
    sentAt.delete(number);
  };
  for (let from = 0; from < parcels.length; from += AT_ONCE)
    requests.push(
      ...(await Promise.all(
        parcels.slice(from, from + AT_ONCE).map((parcel, at) => follow(baseUrl, parcel, from + at, () => hear(parcel))),
      )),
    );
  return {
    /** A push of this parcel is sent now. */
    expect: ({ number }: BenchParcel) => void sentAt.set(number, [...(sentAt.get(number) ?? []), Date.now()]),
    /** Pushes that no page heard of yet. */
    waiting: () => [...sentAt.values()].flat().length,
    heard: (): readonly Heard[] => heard,
    close: async () => {
      for (const request of requests) request.destroy();
    },
  };
}

/** Resolves once the stream is open. */
function follow(baseUrl: string, { token }: BenchParcel, nth: number, onNews: () => void): Promise<ClientRequest> {
  const from = `10.${Math.floor(nth / 256)}.${nth % 256}.1`;
  return new Promise((resolve, reject) => {
    const headers = { accept: "text/event-stream", "accept-encoding": "gzip, deflate, br", "x-forwarded-for": from };
    const request = get(`${baseUrl}/t/${token}/live`, { agent: false, headers }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`A page's stream was answered ${response.statusCode}`));
      response.setEncoding("utf8").on("data", (text: string) => {
        for (const _ of text.matchAll(/^data:/gm)) onNews();
      });
      response.once("data", () => resolve(request));
      response.once("error", () => {});
    });
    request.once("error", reject);
  });
}
