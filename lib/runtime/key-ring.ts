import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";

/**
 * The server's keys. The first one makes new links and seals new secrets; the others still serve what they made.
 * From each key, one sub-key per purpose is derived (HKDF, RFC 5869), so no key is used for two things.
 */
export type KeyRing = { readonly current: ServerKey; readonly byId: ReadonlyMap<string, ServerKey> };
type ServerKey = {
  readonly id: string;
  readonly links: Buffer;
  readonly seals: Buffer;
  readonly throttles: Buffer;
  readonly desk: Buffer;
  /** Tells keys apart without giving them away. */
  readonly fingerprint: string;
};

/** A secret at rest: AES-256-GCM, one nonce a record, the key's id for rotation. All base64. */
export type Sealed = { readonly keyId: string; readonly nonce: string; readonly text: string };

/** Reads `ID:BASE64` pairs separated by commas, newest first; each key is 32 bytes. Throws with what to do when malformed. */
export function keyRingFrom(text: string): KeyRing {
  const keys = text.split(",").map((part) => {
    const [, id, base64] = /^\s*([A-Za-z0-9_-]{1,32}):([A-Za-z0-9+/_-]+=*)\s*$/.exec(part) ?? [];
    const bytes = Buffer.from(base64 ?? "", "base64");
    if (id === undefined || bytes.length !== 32) {
      throw new Error(
        "PORCHLIGHT_KEYS must be ID:BASE64 of 32 bytes, e.g. `k1:$(openssl rand -base64 32)`, newest first, separated by commas",
      );
    }
    return {
      id,
      links: subKey(bytes, "links"),
      seals: subKey(bytes, "seals"),
      throttles: subKey(bytes, "throttles"),
      desk: subKey(bytes, "desk"),
      fingerprint: subKey(bytes, "fingerprint").toString("hex", 0, 8),
    };
  });
  const [current] = keys;
  if (current === undefined) throw new Error("PORCHLIGHT_KEYS is empty");
  return { current, byId: new Map(keys.map((key) => [key.id, key])) };
}

/** A fresh `PORCHLIGHT_KEYS` value with one random key. */
export function newKeyRingText(id: string): string {
  return `${id}:${randomBytes(32).toString("base64")}`;
}

/** The token of a tracking link: 128 bits, base64url, 22 characters. Throws when the key is no longer in the ring. */
export function linkToken(
  ring: KeyRing,
  link: { readonly id: string; readonly version: number; readonly keyId: string },
): string {
  const mac = createHmac("sha256", keyOf(ring, link.keyId).links).update(`${link.id}:${link.version}`).digest();
  return mac.subarray(0, 16).toString("base64url");
}

/** What is stored of a token, and what it is looked up by: SHA-256, hex. */
export function tokenHash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The name of a limit's row: HMAC-SHA-256 of what it is about, base64url. Tells nobody what that was. */
export function throttleKey(ring: KeyRing, about: readonly string[]): string {
  return createHmac("sha256", ring.current.throttles).update(JSON.stringify(about)).digest("base64url");
}

/**
 * A secret of the merchants' desk, 256 bits, the same in every process: what signs sessions, the set-up code, the demo's
 * password. With a new current key they are others.
 */
export function deskSecret(ring: KeyRing, purpose: "sessions" | "set-up" | "demo"): Buffer {
  return createHmac("sha256", ring.current.desk).update(purpose).digest();
}

/** Encrypts a secret; `context` (merchant and what it is) must be the same to open it. */
export function seal(ring: KeyRing, secret: string, context: string): Sealed {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", ring.current.seals, nonce).setAAD(Buffer.from(context));
  const text = Buffer.concat([cipher.update(secret, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return { keyId: ring.current.id, nonce: nonce.toString("base64"), text: text.toString("base64") };
}

/** Decrypts what `seal` made. Throws when the key is gone, the context differs or a byte was changed. */
export function unseal(ring: KeyRing, sealed: Sealed, context: string): string {
  const bytes = Buffer.from(sealed.text, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyOf(ring, sealed.keyId).seals, Buffer.from(sealed.nonce, "base64"))
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-16));
  return decipher.update(bytes.subarray(0, -16), undefined, "utf8") + decipher.final("utf8");
}

/** The signature of a `/go` link: HMAC-SHA-256(merchant's link secret, order number) in hex, as Liquid's `hmac_sha256` gives it. */
export function goSignature(linkSecret: string, orderNumber: string): string {
  return createHmac("sha256", linkSecret).update(orderNumber).digest("hex");
}

/** Compares a `/go` signature in constant time; case of the hex does not matter. */
export function isGoSignature(linkSecret: string, orderNumber: string, signature: string): boolean {
  const expected = Buffer.from(goSignature(linkSecret, orderNumber));
  const given = Buffer.from(signature.trim().toLowerCase());
  return expected.length === given.length && timingSafeEqual(expected, given);
}

function keyOf(ring: KeyRing, id: string): ServerKey {
  const key = ring.byId.get(id);
  if (key === undefined) throw new Error(`Server key ${id} is not in PORCHLIGHT_KEYS; add it behind the current one`);
  return key;
}

function subKey(key: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", key, Buffer.alloc(0), `porchlight/${purpose}`, 32));
}
