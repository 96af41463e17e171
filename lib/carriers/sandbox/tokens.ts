import { createHmac, randomBytes } from "node:crypto";
import type { AskedOf } from "./answer.ts";
import type { SandboxCarrier } from "./script.ts";

export type TokenState = "good" | "expired" | "bad" | "missing";

/** Nothing is protected by it: it only makes sure that a token came from a sandbox and for this carrier. */
const KEY = "porchlight sandbox carriers";
const KEY_HEADERS = ["dhl-api-key", "as-api-key", "17token"];

/** A token that carries its own end and client, so that a restarted sandbox still knows it. Three parts, as a JWT has. */
export function issueToken(carrier: SandboxCarrier, endsMs: number, clientId: string): string {
  const head = encode({ alg: "HS256", typ: "JWT" });
  const claims = encode({ carrier, endsMs, clientId, id: randomBytes(6).toString("hex") });
  return `${head}.${claims}.${signatureOf(`${head}.${claims}`)}`;
}

/** What an `Authorization` header holds: a token of this carrier that still runs, an old one, something else, or nothing. */
export function tokenState(carrier: SandboxCarrier, header: string | undefined, nowMs: number): TokenState {
  const token = bearerOf(header);
  if (token === undefined) return "missing";
  const claims = claimsOf(token);
  if (claims === null || claims.carrier !== carrier || typeof claims.endsMs !== "number") return "bad";
  return nowMs < claims.endsMs ? "good" : "expired";
}

/** Whom a request comes from, whatever it asks: the client of its token, or its key. Null where it names nobody. */
export function clientIdOf({ header }: Pick<AskedOf, "header">): string | null {
  const token = bearerOf(header("authorization"));
  const clientId = token === undefined ? null : claimsOf(token)?.clientId;
  if (typeof clientId === "string") return clientId;
  const key = KEY_HEADERS.map(header).find((value) => value !== undefined && value !== "");
  return key ?? basicUser(header("authorization"));
}

/** The user name of an `Authorization: Basic` header; null for anything else. */
export function basicUser(header: string | undefined): string | null {
  const basic = /^Basic (\S+)$/i.exec(header ?? "")?.[1];
  if (basic === undefined) return null;
  return /^[^:]*/.exec(Buffer.from(basic, "base64").toString("utf8"))?.[0] || null;
}

/** Whether a key is good: any that begins with `sandbox-`. */
export function isGoodKey(key: string | null | undefined): boolean {
  return key?.startsWith("sandbox-") === true;
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

function bearerOf(header: string | undefined): string | undefined {
  return /^Bearer (\S+)$/i.exec(header ?? "")?.[1];
}

type Claims = Readonly<Record<string, unknown>>;

const known = new Map<string, Claims>();
const KNOWN_LIMIT = 1_000;

/** What a token says that came from a sandbox; null for any other. A good one comes hundreds of times a second. */
function claimsOf(token: string): Claims | null {
  const before = known.get(token);
  if (before !== undefined) return before;
  const claims = readClaims(token);
  if (known.size >= KNOWN_LIMIT) known.clear();
  if (claims !== null) known.set(token, claims);
  return claims;
}

function readClaims(token: string): Claims | null {
  const [head = "", claims = "", signature = ""] = token.split(".");
  if (signature !== signatureOf(`${head}.${claims}`)) return null;
  const read: unknown = JSON.parse(Buffer.from(claims, "base64url").toString("utf8"));
  return typeof read === "object" && read !== null ? { ...read } : null;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

function signatureOf(text: string): string {
  return createHmac("sha256", KEY).update(text).digest("base64url");
}
