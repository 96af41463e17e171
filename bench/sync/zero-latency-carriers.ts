import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { Template } from "./template-replies.ts";

/*
 * A process of its own: answers as the four carriers do, at once, with bodies that the sandbox rendered before; only the
 * number is another in each. Usage: node zero-latency-carriers.ts TEMPLATES.json. Prints its address.
 */

const templates: readonly Template[] = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8"));
const bodies = new Map(templates.map(({ carrier, number, after }) => [carrier as string, { number, after }]));
/** Of replies to many: what stands around the numbers' parts, and the part of one. */
const fedex = parts("fedex", (body) => JSON.stringify(JSON.parse(body).output.completeTrackResults[0]));
const usps = parts("usps", (body) => JSON.stringify(JSON.parse(body)[0]));
const TOKEN = JSON.stringify({ access_token: "bench", expires_in: "3600", token_type: "bearer" });

function parts(carrier: string, partOf: (body: string) => string) {
  const { number = "", after = "" } = bodies.get(carrier) ?? {};
  const part = partOf(after);
  const [head = "", tail = ""] = JSON.stringify(JSON.parse(after)).split(part);
  return (numbers: readonly string[]) => head + numbers.map((other) => part.replaceAll(number, other)).join(",") + tail;
}

function one(carrier: string, asked: string): string {
  const { number = "", after = "" } = bodies.get(carrier) ?? {};
  return after.replaceAll(number, asked);
}

function answer(url: string, body: string): string {
  const { pathname, searchParams } = new URL(url, "http://127.0.0.1");
  if (pathname.endsWith("/token")) return TOKEN;
  if (pathname.startsWith("/ups")) return one("ups", pathname.slice(pathname.lastIndexOf("/") + 1));
  if (pathname.startsWith("/dhl")) return one("dhl", searchParams.get("trackingNumber") ?? "");
  const asked = JSON.parse(body);
  if (pathname.startsWith("/usps"))
    return usps(asked.map(({ trackingNumber }: { trackingNumber: string }) => trackingNumber));
  type Info = { readonly trackingNumberInfo: { readonly trackingNumber: string } };
  return fedex(asked.trackingInfo.map(({ trackingNumberInfo }: Info) => trackingNumberInfo.trackingNumber));
}

const server = createServer((request, response) => {
  let body = "";
  request.setEncoding("utf8").on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    response.writeHead(200, { "content-type": "application/json" }).end(answer(request.url ?? "/", body));
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(`http://127.0.0.1:${typeof address === "object" ? address?.port : ""}\n`);
});
process.stdin.on("end", () => process.exit(0)).resume();
