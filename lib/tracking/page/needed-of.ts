import type { Answer, Needed } from "./tracking-page.ts";

/** These have come to their end, or never will as they are: a day by which they are needed says nothing any more. */
const OVER: ReadonlySet<Answer["kind"]> = new Set(["cancelled", "delivered", "returned", "returning", "stopped"]);

/**
 * The shopper's own day beside what is said of every parcel: the worst of them counts. Null where no day was named or nothing
 * is still to come.
 */
export function neededOf(day: string | null, answers: readonly Answer[], today: string): Needed | null {
  if (day === null) return null;
  const hasPassed = day < today;
  // What waits to be collected may have been there in time.
  const open = answers.filter(({ kind }) => !OVER.has(kind) && !(hasPassed && kind === "available_for_pickup"));
  if (open.length === 0) return null;
  if (hasPassed) return { day, outlook: "passed" };
  const outlooks = open.map((answer) => outlookOf(answer, day, today));
  if (outlooks.includes("tight")) return { day, outlook: "tight" };
  return { day, outlook: outlooks.includes("unknown") ? "unknown" : "inTime" };
}

function outlookOf(answer: Answer, day: string, today: string): Needed["outlook"] {
  switch (answer.kind) {
    case "arriving":
    case "delayed":
      return answer.window.toDay <= day ? "inTime" : "tight";
    case "overdue":
      return answer.expected !== null && answer.expected.toDay <= day ? "inTime" : "tight";
    case "out_for_delivery":
      return today <= day ? "inTime" : "tight";
    case "available_for_pickup":
      return "inTime";
    case "held":
    case "lost":
    case "expired":
      return "tight";
    case "attempt_failed":
      return answer.again !== null && answer.again.toDay <= day ? "inTime" : "tight";
    default:
      return "unknown";
  }
}
