import "server-only";
import type { DeskKey, DeskSay } from "#lib/desk/desk-voice.ts";
import type { BrandDraft } from "#lib/use-cases/brand/brand-draft.ts";

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Undo = { readonly action: string; readonly fields: Readonly<Record<string, string>>; readonly text: string };

const SAID = ["saved", "picture", "taken", "resumed"] as const;
const PROBLEMS = ["clash", "gone", "nothing", "noFile", "alt", "noVersion"] as const;

/** What came of the last form, and the way back from it. */
export function brandSaid(draft: BrandDraft, query: Query, base: string, say: DeskSay) {
  return { said: saidText(query, say), problem: problemText(query, say), undo: undoOf(draft, query, base, say) };
}

/** Why a picture was not taken, as `pictureReason` put it into the address. */
const REASONS = ["large", "kind", "pixels", "small", "moves", "damaged", "other"] as const;
type Reason = (typeof REASONS)[number];

/** The reason in one word, of what a refused picture says. */
export function pictureReason(message: string): Reason {
  if (/MB/.test(message)) return "large";
  if (/not taken|no picture/.test(message)) return "kind";
  if (/too many pixels/.test(message)) return "pixels";
  if (/is the least/.test(message)) return "small";
  if (/moves/.test(message)) return "moves";
  return /damaged/.test(message) ? "damaged" : "other";
}

function saidText({ said, version, from }: Query, say: DeskSay): string | null {
  if (said === "published") return say("brand.said.published");
  if (said === "discarded") return say("brand.said.discarded");
  if (said === "restored") return say("brand.said.restored", { version: numberIn(version), from: numberIn(from) });
  const key = SAID.find((word) => word === said);
  return key === undefined ? null : say(`brand.said.${key}` satisfies DeskKey);
}

function problemText({ problem, reason }: Query, say: DeskSay): string | null {
  if (problem === "picture") {
    const known = REASONS.find((word) => word === reason) ?? "other";
    return say("brand.problem.picture", { reason: say(`brand.pictureProblem.${known}`) });
  }
  const key = PROBLEMS.find((word) => word === problem);
  return key === undefined ? null : say(`brand.problem.${key}`);
}

/** Thrown away is taken back; published or brought back, the version before is brought back. */
function undoOf(draft: BrandDraft, { said, before }: Query, base: string, say: DeskSay): Undo | null {
  if (draft.isDiscarded && said === "discarded")
    return { action: `${base}/discard`, fields: { take: "back" }, text: say("brand.resume") };
  const version = numberIn(before);
  if ((said !== "published" && said !== "restored") || version === 0) return null;
  return { action: `${base}/restore`, fields: { version: String(version) }, text: say("brand.undo") };
}

function numberIn(value: string | string[] | undefined): number {
  const number = Number(value);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}
