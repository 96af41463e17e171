import { expect, test } from "vitest";
import { postedForm } from "./posted-form.ts";

const FORM = "application/x-www-form-urlencoded";
const post = (body: string, headers: Record<string, string> = {}) =>
  postedForm(
    new Request("http://shop.example/t/x/dials", {
      method: "POST",
      body,
      headers: { host: "shop.example", origin: "http://shop.example", "content-type": FORM, ...headers },
    }),
  );
const statusOf = async (posted: ReturnType<typeof post>) => {
  const outcome = await posted;
  return outcome.ok ? 200 : outcome.refusal.status;
};

test("a form from a page of ours is read, the last of two fields counts", async () => {
  expect(await post("postcode=LS1+4AP&a=1&a=2")).toEqual({ ok: true, fields: { postcode: "LS1 4AP", a: "2" } });
});

test.each([{ origin: "https://elsewhere.example" }, { origin: "null" }, { origin: "" }])(
  "a form from elsewhere is refused: %j",
  async (headers) => {
    expect(await statusOf(post("a=1", headers))).toBe(403);
  },
);

test("what is no form is refused", async () => {
  expect(await statusOf(post("{}", { "content-type": "application/json" }))).toBe(415);
});

test("a form of more than a few kilobytes is refused, whatever length it announces", async () => {
  expect(await statusOf(post(`a=${"x".repeat(9_000)}`))).toBe(413);
});
