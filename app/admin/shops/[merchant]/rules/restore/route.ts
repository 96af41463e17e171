import { RULES_KINDS } from "#db/queries/rules.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { ruleFormFrom } from "#lib/use-cases/rules/forms/rule-forms.ts";
import { ruleLimits } from "#lib/use-cases/rules/limits.ts";
import { restoreRules, undoRules } from "#lib/use-cases/rules/restore-rules.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Takes the newest change back, or sets older rules anew. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  return membersForm(request, { slug, door: "/admin/shops/[merchant]/rules/restore" }, async (form, visit) => {
    const { fields } = form;
    const kind = RULES_KINDS.find((each) => each === fields.kind);
    const group = ruleFormFrom(fields.group);
    const version = Number(fields.version);
    if (kind === undefined || group === null || !Number.isSafeInteger(version))
      return seeOther(deskPath("/admin/shops/[merchant]/rules", slug));
    const page = `${deskPath("/admin/shops/[merchant]/rules/edit", slug)}?group=${group}`;
    const refusal = await form.limited(ruleLimits(visit.merchant.id), page);
    if (refusal !== null) return refusal;
    const asked = { merchantId: visit.merchant.id, kind, version, actor: visit.person.id };
    try {
      const isUndo = fields.do === "undo";
      const now = await (isUndo ? undoRules : restoreRules)(context(), asked);
      return seeOther(`${page}&said=${isUndo ? "undone" : "restored"}&version=${now.version}`);
    } catch (error) {
      if (error instanceof AppError) return seeOther(`${page}&problem=moved`);
      throw error;
    }
  });
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/rules", (await params).merchant));
}
