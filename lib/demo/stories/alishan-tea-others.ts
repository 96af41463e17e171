import type { Draft } from "#lib/orders/drafts.ts";
import { factsOf } from "./facts.ts";
import type { When } from "./when.ts";

/** What else the tea house knows of its shoppers. */
export function alishanTeaOthers(when: When): readonly Draft[] {
  const yating = factsOf("yating.lin@example.com", when);
  const zhiming = factsOf("zhiming.chen@example.com", when);
  return [
    yating.review("AT-GAIWAN", 5, [-12, "21:30"], { title: "釉色溫潤", body: "出湯順手，不燙手，包裝也很細心。" }),
    zhiming.review("AT-OOLONG-DF", 4, [-6, "14:12"], {
      title: "蜜香明顯",
      body: "第三泡最好喝，希望有更大的包裝。",
    }),
    yating.subscription("AT-OOLONG-GH", [6, "week"], { status: "active", started: -20, next: 22 }),
    yating.loyalty("茶友", [210, 160]),
    zhiming.loyalty("老茶客", [90, 45], [352, 351]),
    {
      kind: "return",
      reference: "AT-R-118",
      orderNumber: "AT-5518",
      email: "zhiming.chen@example.com",
      reason: "多訂了一包",
      returnedAt: when.at(-5, "11:00"),
      lines: [{ sku: "AT-BLACK-MX", title: null, quantity: 1, unitPriceMinor: null }],
    },
    yating.consent(["push", "status", true], "tracking page", [-19, "15:45"]),
    zhiming.consent(["email", "marketing", true], "checkout", [-14, "12:40"]),
  ];
}
