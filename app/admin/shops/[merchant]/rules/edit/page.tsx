import { requireMember } from "#lib/server/desk-access.ts";
import { ruleFormFrom } from "#lib/use-cases/rules/forms/rule-forms.ts";
import { RuleEditor } from "./rule-editor.tsx";

type RouteProps = {
  params: Promise<{ merchant: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The form of one group of rules. */
export default async function EditRulesPage({ params, searchParams }: RouteProps) {
  const { merchant: slug } = await params;
  const visit = await requireMember(slug, "/admin/shops/[merchant]/rules/edit");
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  return <RuleEditor visit={visit} group={ruleFormFrom(one("group")) ?? "promises"} asked={one} />;
}
