import { FIRST_NIGHT, type JourneyPlan, SECOND_DAY } from "./journey-plan.ts";
import type { JourneyScript } from "./script.ts";

/** A parcel that goes its way on time, while its carrier cannot be asked about it. Played by name only. */
export const FAULT_JOURNEYS = {
  "keys-refused": faulty("Your keys are refused (401).", "credentials"),
  forbidden: faulty("Your account may not see this parcel (403).", "forbidden"),
  "quota-spent": faulty("Your quota is spent (429), in the carrier's usual words; FedEx says until midnight.", "quota"),
  "quota-spent-wait": faulty("Too many questions (429), and the carrier says how long to wait.", "quota_wait"),
  "quota-spent-silent": faulty("Too many questions (429), and nobody says how long to wait.", "quota_bare"),
  "server-error": faulty("The carrier fails at every question (500).", "error"),
  outage: faulty("The carrier is out of order (503).", "outage"),
  "no-answer": faulty("The carrier never answers.", "timeout"),
  "slow-answer": faulty("The carrier answers late.", "slow"),
  "gateway-page": faulty("A page of the carrier's gateway comes instead of an answer (HTML, 502).", "html"),
  "gateway-page-200": faulty("The same page, as if all were well (HTML, 200).", "html_200"),
  "xml-answer": faulty("XML comes where JSON was asked for.", "xml"),
  "moved-elsewhere": faulty("The carrier sends us to another address (302).", "redirect"),
  "cut-off": faulty("Answers break off in the middle.", "truncated"),
  "empty-answer": faulty("Answers are empty.", "empty"),
  "connection-reset": faulty("The connection is dropped.", "reset"),
  "invalid-number": faulty("The carrier takes the number for a typing error.", "invalid"),
  "never-found": faulty("The carrier never hears of the number.", "not_found"),
  "outage-then-well": faulty("Out of order for three answers, then well again.", { fault: "outage", times: 3 }),
  "outage-overnight": faulty("Out of order for twelve hours, six hours after the label.", {
    fault: "outage",
    fromMinutes: 360,
    untilMinutes: 1_080,
  }),
} satisfies Readonly<Record<string, JourneyPlan>>;

function faulty(says: string, fault: NonNullable<JourneyScript["fault"]>): JourneyPlan {
  return {
    says,
    fault,
    rows: [
      ...FIRST_NIGHT,
      ...SECOND_DAY,
      ["2 08:35", "out_for_delivery", "destination"],
      ["2 13:10", "delivered", "destination"],
    ],
    estimates: [["0 17:35", "2 20:00"]],
  };
}
