import { expect, test } from "vitest";
import { jsxOfHtml } from "./jsx-of-html.ts";

const html =
  '<!DOCTYPE html><html><head><title>T</title></head><body><p class="a b">1 &lt; 2<!-- --> &amp; 3</p>' +
  '<svg viewBox="0 0 1 1"><path d="M0 0"></path></svg><img src="/x" alt=""/><script nonce="n">push("<p>")</script></body></html>';

test("a page becomes the JSX of its elements, attributes and texts, without its scripts", () => {
  expect(jsxOfHtml(html)).toBe(
    '<p className={"a b"}>{"1 < 2"}{" & 3"}</p><svg viewBox={"0 0 1 1"}><path d={"M0 0"}></path></svg><img src={"/x"} alt={""}/>',
  );
});
