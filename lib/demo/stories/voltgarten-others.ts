import type { Draft } from "#lib/orders/drafts.ts";
import { factsOf } from "./facts.ts";
import type { When } from "./when.ts";

/** What else Voltgarten knows of its shoppers. */
export function voltgartenOthers(when: When): readonly Draft[] {
  const juergen = factsOf("juergen.grossmann@example.com", when);
  const aylin = factsOf("aylin.yildiz@example.com", when);
  const lena = factsOf("lena.hoffmann@example.com", when);
  const nadia = factsOf("nadia.elamrani@example.com", when);
  return [
    juergen.review("VG-TT-33", 5, [-10, "22:04"], {
      title: "Läuft ruhig",
      body: "Set up in ten minutes with the film. Quiet motor, lovely arm.",
    }),
    aylin.review("VG-CAM-35", 3, [-11, "12:30"], {
      title: "Good lens, small grip",
      body: "Pictures are sharp, but my hands want a deeper grip.",
    }),
    lena.subscription("VG-BAT-AA8", [6, "month"], { status: "paused", started: -200, next: null }),
    juergen.loyalty("plus", [847, 346]),
    {
      kind: "return",
      reference: "R-20417",
      orderNumber: "VG-88109",
      email: "aylin.yildiz@example.com",
      reason: "Too small for my hands",
      returnedAt: when.at(-6, "10:00"),
      lines: [{ sku: "VG-CAM-35", title: "CAM-35 compact camera", quantity: 1, unitPriceMinor: 64_900 }],
    },
    juergen.consent(["email", "marketing", true], "account", [-19, "17:49"]),
    aylin.consent(["email", "marketing", false], "unsubscribe link", [-12, "08:15"]),
    nadia.consent(["sms", "status", true], "checkout", [-2, "16:04"]),
  ];
}
