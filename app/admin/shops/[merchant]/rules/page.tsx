import { groundOf, whoOf } from "#components/admin/rules/lines/ground.ts";
import { RULE_GROUPS, type RuleGroup, ruleLines } from "#components/admin/rules/lines/rule-lines.ts";
import { type GroupFace, RulesPage } from "#components/admin/rules/rules-page.tsx";
import { requireMember } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { rulesOverview } from "#lib/server/rule-reads.ts";
import { shopRules } from "#lib/server/shop-rules.ts";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** What this shop does by itself, in words. */
export default async function ShopRulesPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const visit = await requireMember(slug, "/admin/shops/[merchant]/rules");
  const [voice, { kinds, drafts }, query] = await Promise.all([deskReader(), rulesOverview(visit), searchParams]);
  const ground = groundOf(voice, visit.merchant);
  const rules = shopRules(Object.fromEntries(kinds.map(({ kind, rules: stored }) => [kind, stored])));
  const edit = deskPath("/admin/shops/[merchant]/rules/edit", slug);
  const groups = Object.entries(RULE_GROUPS).flatMap(([name, kind]): readonly GroupFace[] => {
    const group = name as RuleGroup;
    const stored = kinds.find((each) => each.kind === kind);
    if (stored === undefined) return [];
    const { changed, isUnreadable } = stored;
    return [
      {
        ...{ group, isUnreadable, href: `${edit}?group=${group}` },
        lines: ruleLines(ground, group, rules),
        hasDraft: drafts.includes(group),
        changed: changed === null ? null : { who: whoOf(ground, changed), at: changed.at },
      },
    ];
  });
  return (
    <RulesPage
      ground={ground}
      shop={visit.merchant.name}
      groups={groups}
      trouble={query.problem === "gone" ? "gone" : null}
    />
  );
}
