import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Freshness } from "#lib/tracking/page/tracking-page.ts";
import { agoText } from "./ago-text.ts";
import type { Reader } from "./reader.ts";

/** A line that ages: `template` with `{ago}` in it, `text` as it reads when the page is made. All words, ready to show. */
export type FreshnessLine = {
  readonly carrier: string;
  /** ISO instant that `{ago}` counts from; null while there is none, then `blank` is shown. */
  readonly at: string | null;
  readonly template: string;
  readonly blank: string;
  readonly text: string;
};

/** How fresh the page is, carrier by carrier, in words that name no key and no quota (product rule 1). */
export function freshnessLines(freshness: readonly Freshness[], at: string, reader: Reader): FreshnessLine[] {
  const justNow = reader.say("health.justNow");
  return freshness.map((seen) => {
    const { template, blank } = templatesOf(seen, reader);
    const ago =
      seen.checkedAt === null ? null : agoText(seen.checkedAt, at, { tag: reader.language.habits.intl, justNow });
    const text = ago === null ? blank : template.replace("{ago}", ago);
    return { carrier: seen.carrierName, at: seen.checkedAt, template, blank, text };
  });
}

function templatesOf(seen: Freshness, { say }: Reader): { template: string; blank: string } {
  const { health, carrierName, isSilent } = seen;
  const values = { carrier: carrierName, ago: "{ago}" };
  switch (health) {
    case "ok":
      return {
        template: say("health.ok", values),
        blank: say(seen.isAsked ? "health.notYet" : "health.tooOld", values),
      };
    case "stale":
      return isSilent
        ? { template: say("health.stale", values), blank: say("health.staleNever", values) }
        : { template: say("health.unasked", values), blank: say("health.blockedNever", values) };
    case "unsupported_carrier":
      return both(say("health.unsupported", values));
    case "invalid_number":
      return both(say("health.invalid", values));
    case "credentials_refused":
    case "quota_spent":
      return { template: say("health.blocked", values), blank: say("health.blockedNever", values) };
    default:
      return assertNever(health);
  }
}

function both(line: string): { template: string; blank: string } {
  return { template: line, blank: line };
}
