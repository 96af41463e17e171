import fc from "fast-check";
import { expect, test } from "vitest";
import { goSignature, isGoSignature, keyRingFrom, linkToken, newKeyRingText, seal, unseal } from "./key-ring.ts";

const one = newKeyRingText("k1");
const two = newKeyRingText("k2");
const ring = keyRingFrom(one);

test("a sealed secret opens again, and not in another context, with another key or with a byte changed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (secret, context) => {
      const sealed = seal(ring, secret, context);
      expect(unseal(ring, sealed, context)).toBe(Buffer.from(secret).toString());
      expect(() => unseal(ring, sealed, `${context}!`)).toThrow();
      expect(() => unseal(keyRingFrom(newKeyRingText("k1")), sealed, context)).toThrow();
      const bytes = Buffer.from(sealed.text, "base64");
      bytes[0] = (bytes[0] ?? 0) ^ 1;
      expect(() => unseal(ring, { ...sealed, text: bytes.toString("base64") }, context)).toThrow();
    }),
    { numRuns: 50 },
  );
});

test("after a rotation the new key makes what is new and the old one still serves what it made", () => {
  const rotated = keyRingFrom(`${two},${one}`);
  const link = { id: "link", version: 1, keyId: "k1" };
  expect(linkToken(rotated, link)).toBe(linkToken(ring, link));
  expect(seal(rotated, "x", "c").keyId).toBe("k2");
  expect(unseal(rotated, seal(ring, "x", "c"), "c")).toBe("x");
});

test("a token changes with the link and with its version", () => {
  const tokens = ["a", "b"].flatMap((id) => [1, 2].map((version) => linkToken(ring, { id, version, keyId: "k1" })));
  expect(new Set(tokens).size).toBe(4);
});

test("a signature is what Liquid, PHP and openssl make, and only that is taken", () => {
  const signature = "d7f2b9b1c3c1b4e9b7a1e1f0a0b0c0d0e0f000112233445566778899aabbccdd";
  expect(goSignature("key", "The quick brown fox jumps over the lazy dog")).toBe(
    "f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8",
  );
  expect(isGoSignature("key", "#1", goSignature("key", "#1").toUpperCase())).toBe(true);
  expect(isGoSignature("key", "#1", signature)).toBe(false);
  expect(isGoSignature("key", "#1", "")).toBe(false);
});

test.each(["", "k1", "k1:short", "k1:!!!", `${one},k2:`])("%j is refused with how to make a key", (text) => {
  expect(() => keyRingFrom(text)).toThrow("openssl rand -base64 32");
});
