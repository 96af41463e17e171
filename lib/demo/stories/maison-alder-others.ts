import type { Draft } from "#lib/orders/drafts.ts";
import { factsOf } from "./facts.ts";
import type { When } from "./when.ts";

/** What else Maison Alder knows of its shoppers. */
export function maisonAlderOthers(when: When): readonly Draft[] {
  const margaux = factsOf("margaux.lefevre@example.com", when);
  const anneSophie = factsOf("anne-sophie.de.la.rochebrune-montbeliard@example.com", when);
  const etienne = factsOf("etienne.moreau@example.com", when);
  return [
    margaux.review("MA-BOOT-CHELSEA", 5, [-9, "20:15"], {
      title: "Worn every day since",
      body: "They fit from the first hour and the leather is getting better.",
    }),
    anneSophie.review("MA-COAT-WRAP", 4, [-4, "09:50"], {
      title: "Warm and beautifully cut",
      body: "One star less because the belt loops sit a little low for me.",
    }),
    anneSophie.subscription("MA-CARE-WASH", [3, "month"], { status: "active", started: -13, next: 77 }),
    margaux.loyalty("silver", [285, 344]),
    etienne.loyalty(null, [60, null]),
    {
      kind: "return",
      reference: "MA-R-0311",
      orderNumber: "#1024",
      email: "anne-sophie.de.la.rochebrune-montbeliard@example.com",
      reason: "One bottle too many",
      returnedAt: when.at(-3, "10:20"),
      lines: [{ sku: "MA-CARE-WASH", title: null, quantity: 1, unitPriceMinor: 1_900 }],
    },
    margaux.consent(["email", "status", true], "checkout", [-21, "19:42"]),
    anneSophie.consent(["sms", "status", false], "tracking page", [-12, "18:01"]),
  ];
}
