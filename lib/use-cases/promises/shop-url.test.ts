import { expect, test } from "vitest";
import { shopUrlProblem } from "./shop-url.ts";

test.each([
  "https://shop.example/porchlight",
  "https://shop.example:8443/a?b=c",
  "http://localhost:4000/hook",
  "http://127.0.0.1:4000/hook",
  "https://[::1]/hook",
  "https://8.8.8.8/hook",
])("%s may be asked", (url) => {
  expect(shopUrlProblem(url)).toBeNull();
});

test.each([
  "http://shop.example/hook",
  "ftp://localhost/hook",
  "https://10.1.2.3/hook",
  "https://169.254.169.254/latest",
  "https://[fd00::1]/hook",
  "https://[::ffff:10.0.0.1]/hook",
  // As URL reads it: 127.0.0.2.
  "https://2130706434/hook",
  "https://me:secret@shop.example/hook",
  "shop.example",
])("%s may not", (url) => {
  expect(shopUrlProblem(url)).not.toBeNull();
});
