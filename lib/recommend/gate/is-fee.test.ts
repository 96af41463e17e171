import { expect, test } from "vitest";
import { isFee } from "./is-fee.ts";

test.each(["DOTCOM POSTAGE", "Carriage", "Bank Charges", "Manual", "Adjustment by john", "Versandkosten", "運費"])(
  "%s is a fee",
  (title) => expect(isFee(title)).toBe(true),
);

test.each(["Postman doll", "Gift card", "Shipmate mug", "Manually ground coffee", "Toy ship", "Delivery van model"])(
  "%s is goods",
  (title) => expect(isFee(title)).toBe(false),
);
