import "server-only";
import { Temporal } from "temporal-polyfill";
import type { Merchant } from "#db/queries/merchants.ts";
import { publishableBrand } from "#lib/brand/brand-problems.ts";
import { changesBetween } from "#lib/brand/draft/draft-changes.ts";
import { palettesOf } from "#lib/brand/palette.ts";
import { colourAdvice } from "#lib/desk/brand/colour-advice.ts";
import type { DraftView, TellClash } from "#lib/desk/brand/draft-view.ts";
import { partProblems } from "#lib/desk/brand/part-problems.ts";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import type { BrandDraft } from "#lib/use-cases/brand/brand-draft.ts";
import type { DraftClash } from "#lib/use-cases/brand/change-draft.ts";
import { shopMembers } from "./shop-reads.ts";

/** Who the desk is told in whose words: names, and times on the shop's clock. */
export type Teller = {
  readonly voice: DeskVoice;
  readonly me: string;
  readonly who: (actor: string | null) => string;
  readonly when: (instant: string) => string;
};

/** Tells people and times of one shop to somebody at its desk. */
export async function tellerOf(merchant: Merchant, me: string, voice: DeskVoice): Promise<Teller> {
  const names = new Map((await shopMembers(merchant.id)).map(({ userId, name }) => [userId, name]));
  const { say, tag } = voice;
  // English as the desk writes it; by itself the tag would be the English of the United States.
  const habits = tag === "en" ? "en-GB" : tag;
  return {
    voice,
    me,
    who: (actor) => {
      if (actor === me) return say("brand.you");
      if (actor === "cli") return say("brand.commandLine");
      // What no person did has no person's id.
      if (actor !== null && !actor.includes("-")) return say("brand.server");
      return (actor === null ? undefined : names.get(actor)) ?? say("brand.somebody");
    },
    when: (instant) =>
      Temporal.Instant.from(instant).toLocaleString(habits, {
        timeZone: merchant.zone,
        dateStyle: "medium",
        timeStyle: "short",
      }),
  };
}

/** The draft as the editor shows it. */
export function draftView(draft: BrandDraft, teller: Teller): DraftView {
  const { voice } = teller;
  const sound = publishableBrand(draft.tokens);
  return {
    tokens: draft.form,
    revision: draft.revision,
    isOpen: draft.isOpen,
    changes: draft.isOpen ? changesBetween(draft.base, draft.form).length : 0,
    state: stateLines(draft, teller).join(voice.locale === "en" ? " " : ""),
    problems: sound.ok ? [] : partProblems(sound.error, draft.form, voice.say),
    advice: colourAdvice(draft.look, voice),
    palettes: palettesOf(draft.look),
  };
}

/** What clashed, with who it was. */
export function clashesTold(clashes: readonly DraftClash[], { who, when }: Teller): readonly TellClash[] {
  return clashes.map(({ path, touch }) => ({
    path,
    who: who(touch?.by ?? null),
    when: touch === null ? "" : when(touch.at),
  }));
}

/** Who else changed something last; null where nobody did. */
export function otherEditor({ touched }: BrandDraft, { me, who }: Teller): string | null {
  const last = newest(touched, (by) => by !== me);
  return last === null ? null : who(last.by);
}

function stateLines(draft: BrandDraft, { voice: { say }, who, when }: Teller): readonly string[] {
  const { published, isOpen, basedOn, touched } = draft;
  const { version } = published;
  const base = version === null ? say("brand.state.none") : say("brand.state.published", { version });
  if (!isOpen) return [base];
  const count = changesBetween(draft.base, draft.form).length;
  const last = newest(touched, () => true);
  return [
    base,
    count === 0 ? say("brand.state.draftSame") : say("brand.state.draft", { count }),
    ...(last === null ? [] : [say("brand.state.last", { who: who(last.by), when: when(last.at) })]),
    ...(version !== null && version !== basedOn ? [say("brand.state.behind", { version })] : []),
  ];
}

function newest(touched: BrandDraft["touched"], isMeant: (by: string) => boolean) {
  const meant = Object.values(touched).filter(({ by }) => isMeant(by));
  return meant.toSorted((one, other) => other.at.localeCompare(one.at))[0] ?? null;
}
