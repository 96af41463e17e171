import { createHmac, randomBytes } from "node:crypto";
import type { SandboxCarrier } from "./script.ts";

export type TokenState = "good" | "expired" | "bad" | "missing";

/** Nothing is protected by it: it only makes sure that a token came from a sandbox and for this carrier. */
const KEY = "porchlight sandbox carriers";

/** A token that carries its own end, so that a restarted sandbox still knows it. Three parts, as a JWT has. */
export function issueToken(carrier: SandboxCarrier, endsMs: number): string {
  const head = encode({ alg: "HS256", typ: "JWT" });
  const claims = encode({ carrier, endsMs, id: randomBytes(6).toString("hex") });
  return `${head}.${claims}.${signatureOf(`${head}.${claims}`)}`;
}

/** What an `Authorization` header holds: a token of this carrier that still runs, an old one, something else, or nothing. */
export function tokenState(carrier: SandboxCarrier, header: string | undefined, nowMs: number): TokenState {
  const token = /^Bearer (\S+)$/i.exec(header ?? "")?.[1];
  if (token === undefined) return "missing";
  const [head = "", claims = "", signature = ""] = token.split(".");
  if (signature !== signatureOf(`${head}.${claims}`)) return "bad";
  const read: unknown = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
  if (typeof read !== "object" || read === null || !("carrier" in read) || !("endsMs" in read)) return "bad";
  if (read.carrier !== carrier || typeof read.endsMs !== "number") return "bad";
  return nowMs < read.endsMs ? "good" : "expired";
}

/** Whether somebody may have a token: any client whose id begins with `sandbox-`, with any secret but an empty one. */
export function isWelcome(clientId: unknown, clientSecret: unknown): boolean {
  return (
    typeof clientId === "string" &&
    clientId.startsWith("sandbox-") &&
    typeof clientSecret === "string" &&
    clientSecret !== ""
  );
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signatureOf(text: string): string {
  return createHmac("sha256", KEY).update(text).digest("base64url");
}
