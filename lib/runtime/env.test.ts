import { expect, test } from "vitest";
import { appUrlOf, checkFloorMsOf, deploymentDoubts, isHttps, publicUrlOf, readEnv, sandboxOf } from "./env.ts";

test("what is not set, or set to nothing, is null and has its default", () => {
  const env = readEnv({ DATABASE_URL: "", PORT: " " });
  expect(new Set(Object.values(env))).toEqual(new Set([null]));
  expect(sandboxOf(env)).toEqual({ url: "http://127.0.0.1:4899", pace: 60 });
  expect(checkFloorMsOf(env)).toBe(120_000);
  expect(publicUrlOf(env)).toBe("http://localhost:3000");
  expect(appUrlOf(env)).toBeNull();
});

test("every malformed variable is named in one go", () => {
  const read = () => readEnv({ DATABASE_URL: "mysql://x", PORT: "many", PUBLIC_URL: "shop" });
  expect(read).toThrow(/DATABASE_URL.*\n.*PUBLIC_URL.*\n.*PORT/);
});

test("the owner's address steps down to the restricted role, unless that role has one of its own", () => {
  const owner = "postgres://owner:secret@db:5432/shop?sslmode=require";
  expect(appUrlOf(readEnv({ DATABASE_URL: owner }))).toBe(`${owner}&options=-c%20role%3Dporchlight_app`);
  expect(appUrlOf(readEnv({ DATABASE_URL: owner, DATABASE_APP_URL: "postgres://app@db/shop" }))).toBe(
    "postgres://app@db/shop",
  );
});

test("a plus in the password stays a plus", () => {
  const owner = "postgres://owner:se+cr%2Bet@db/shop?application_name=a+b";
  expect(appUrlOf(readEnv({ DATABASE_URL: owner }))).toBe(
    "postgres://owner:se+cr%2Bet@db/shop?application_name=a%20b&options=-c%20role%3Dporchlight_app",
  );
});

test("links never get a double slash from PUBLIC_URL", () => {
  expect(publicUrlOf(readEnv({ PUBLIC_URL: "https://track.example.com/" }))).toBe("https://track.example.com");
});

test.each(["0", "-1", "soon", "1e9"])("a pace of %s is refused", (pace) => {
  expect(() => readEnv({ PORCHLIGHT_SANDBOX_PACE: pace })).toThrow(
    "PORCHLIGHT_SANDBOX_PACE must be a number of 1 or more",
  );
});

test.each([
  ["SMTP_URL", "mail.example.com:465"],
  ["SMTP_URL", "https://mail.example.com"],
  ["MAIL_FROM", "Maison Alder <hello@alder.example>"],
  ["MAIL_FROM", "hello@alder.example\r\nBcc: x@example.com"],
  ["TRUSTED_PROXIES", "yes"],
  ["TRUSTED_PROXIES", "10"],
])("%s set to %j is refused", (name, value) => {
  expect(() => readEnv({ [name]: value })).toThrow(`${name} must be`);
});

test("a mail server, a sender and the proxies in front are read", () => {
  const env = { SMTP_URL: "smtps://me:se%40cret@mail.example.com:465", MAIL_FROM: "a@b.example", TRUSTED_PROXIES: "1" };
  expect(readEnv(env)).toMatchObject({ smtpUrl: env.SMTP_URL, mailFrom: "a@b.example", trustedProxies: 1 });
});

test("an operator hears when all shoppers behind their proxy would be counted as one", () => {
  const doubts = (source: Readonly<Record<string, string>>) => deploymentDoubts(readEnv(source)).join("\n");
  const https = { PUBLIC_URL: "https://track.example.com" };
  expect(doubts(https)).toMatch(/^TRUSTED_PROXIES is not set/);
  for (const count of ["0", "1"]) expect(doubts({ ...https, TRUSTED_PROXIES: count })).toBe("");
  expect(doubts({ PUBLIC_URL: "http://127.0.0.1:3000" })).toBe("");
  expect(doubts({})).toMatch(/^PUBLIC_URL is not set/);
});

test.each([
  ["https://track.example.com", true],
  ["HTTPS://track.example.com", true],
  ["http://track.example.com", false],
  ["", false],
])("with PUBLIC_URL %j shoppers come by HTTPS: %j", (url, expected) => {
  expect(isHttps(readEnv({ PUBLIC_URL: url }))).toBe(expected);
});
