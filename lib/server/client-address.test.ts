import { expect, test } from "vitest";
import { addressBlocksOf } from "./client-address.ts";

const blocks = (peer: string, forwarded?: string, trusted = 0) =>
  addressBlocksOf(
    {
      headers: new Headers({
        "x-porchlight-peer": peer,
        ...(forwarded === undefined ? {} : { "x-forwarded-for": forwarded }),
      }),
    },
    trusted,
  );
const block = (...asked: Parameters<typeof blocks>) => blocks(...asked).near;

test("neighbours share a block: /24 of IPv4, /56 of IPv6", () => {
  expect(block("203.0.113.7")).toBe("203.0.113.0/24");
  expect(block("203.0.113.250")).toBe("203.0.113.0/24");
  expect(block("203.0.114.7")).toBe("203.0.114.0/24");
  expect(block("2001:db8:1:2ab::7")).toBe("2001:db8:1:200::/56");
  expect(block("2001:db8:1:2ff:1::9")).toBe("2001:db8:1:200::/56");
  expect(block("2001:db8:1:300::9")).toBe("2001:db8:1:300::/56");
});

test("who has many blocks at one provider is still one neighbour: /16 of IPv4, /40 of IPv6", () => {
  expect(blocks("203.0.113.7").wide).toBe("203.0.0.0/16");
  expect(blocks("::ffff:203.0.113.7").wide).toBe("203.0.0.0/16");
  const tunnel = Array.from({ length: 256 }, (_, nth) => blocks(`2001:db8:12ab:${nth.toString(16)}00::1`));
  expect(new Set(tunnel.map(({ near }) => near)).size).toBe(256);
  expect(new Set(tunnel.map(({ wide }) => wide))).toEqual(new Set(["2001:db8:1200::/40"]));
});

test("an IPv4 address in IPv6 clothes is an IPv4 address", () => {
  expect(block("::ffff:203.0.113.7")).toBe("203.0.113.0/24");
});

test("without proxies nothing that a client says counts", () => {
  expect(block("203.0.113.7", "198.51.100.1")).toBe("203.0.113.0/24");
  expect(block("203.0.113.7", "198.51.100.1, 192.0.2.1")).toBe("203.0.113.0/24");
});

test("behind proxies the address counts that the outermost of ours saw, and nothing further out", () => {
  expect(block("10.0.0.1", "198.51.100.1", 1)).toBe("198.51.100.0/24");
  expect(block("10.0.0.1", "192.0.2.66, 198.51.100.1", 1)).toBe("198.51.100.0/24");
  expect(block("10.0.0.1", "192.0.2.66, 198.51.100.1, 10.0.0.2", 2)).toBe("198.51.100.0/24");
  expect(block("10.0.0.1", "[2001:db8:1:2ab::7]:4711", 1)).toBe("2001:db8:1:200::/56");
  expect(block("10.0.0.1", "198.51.100.1:4711", 1)).toBe("198.51.100.0/24");
});

test("a request that came past the proxy is counted by its own address", () => {
  expect(block("203.0.113.7", undefined, 1)).toBe("203.0.113.0/24");
  expect(block("203.0.113.7", undefined, 3)).toBe("203.0.113.0/24");
});

test.each([
  ["", undefined],
  ["", "198.51.100.1"],
  ["nobody", undefined],
  ["300.1.1.1", undefined],
])("who cannot be told is counted with all others: %j", (peer, forwarded) => {
  expect(blocks(peer, forwarded)).toEqual({ near: "unknown", wide: "unknown" });
});
