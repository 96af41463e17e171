import { Agent, get } from "node:http";
import { median } from "./median.ts";

const AT_ONCE = 8;
const ROUNDS = 31;
const ROUND_MS = 500;
const WARM_UP_MS = 4_000;

/** As browsers ask: compressed, and each connection is used again and again. */
const HEADERS = { Accept: "text/html", "Accept-Encoding": "gzip, deflate, br" };

/**
 * Requests per second of each page, the median of some rounds. The pages take turns within a round, so that what else the
 * machine does meets all of them. Throws when a page answers anything but 200.
 */
export async function requestsPerSecond(urls: readonly string[]): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  const rates = urls.map((): number[] => []);
  try {
    for (const url of urls) await rateOf(url, agent, WARM_UP_MS);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [at, url] of urls.entries()) rates[at]?.push(await rateOf(url, agent, ROUND_MS));
    }
  } finally {
    agent.destroy();
  }
  return rates.map(median);
}

async function rateOf(url: string, agent: Agent, lengthMs: number): Promise<number> {
  const began = performance.now();
  let served = 0;
  const shopper = async () => {
    for (; performance.now() - began < lengthMs; served += 1) await load(url, agent);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, shopper));
  return (served / (performance.now() - began)) * 1_000;
}

function load(url: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: HEADERS }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url} answered ${response.statusCode}`));
      response.once("end", resolve).once("error", reject).resume();
    });
    request.once("error", reject);
  });
}
