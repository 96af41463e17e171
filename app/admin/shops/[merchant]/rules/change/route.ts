import { context } from "#lib/server/context.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { membersForm } from "#lib/server/desk-form.ts";
import { formKeyOf } from "#lib/server/rule-reads.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { triedAnswer } from "#lib/server/tried-answer.ts";
import { changeRuleForm, type FormOutcome, stepFrom } from "#lib/use-cases/rules/forms/change-rule-form.ts";
import { ruleFormFrom } from "#lib/use-cases/rules/forms/rule-forms.ts";
import { ruleLimits, tryLimits } from "#lib/use-cases/rules/limits.ts";

type Params = { params: Promise<{ merchant: string }> };

/** Thousands of pairs of products are one form. */
const MOST_BYTES = 2_000_000;
/** What the form says about itself, beside its fields. */
const OWN = new Set(["do", "group", "base", "version", "find"]);

/** Whatever a button of a form of rules does: what was typed is kept first, so that nothing is lost. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { merchant: slug } = await params;
  const door = "/admin/shops/[merchant]/rules/change";
  return membersForm(request, { slug, door, mostBytes: MOST_BYTES }, async ({ fields, limited }, visit) => {
    const form = ruleFormFrom(fields.group);
    if (form === null) return seeOther(deskPath("/admin/shops/[merchant]/rules", slug));
    const page = `${deskPath("/admin/shops/[merchant]/rules/edit", slug)}?group=${form}`;
    const pressed = fields.do ?? "";
    const isTry = pressed === "try";
    const refusal = await limited((isTry ? tryLimits : ruleLimits)(visit.merchant.id), page);
    if (refusal !== null) return refusal;
    const over = /^over:([\w-]{22})$/.exec(pressed)?.[1];
    const key = formKeyOf(visit, form);
    const outcome = await changeRuleForm(context(), {
      ...key,
      typed: Object.fromEntries(Object.entries(fields).filter(([name]) => !OWN.has(name))),
      base: over ?? fields.base ?? "",
      version: Number.isSafeInteger(Number(fields.version)) ? Number(fields.version) : 0,
      step: over === undefined ? stepFrom(pressed) : { kind: "save" },
    });
    if (isTry) return triedAnswer(request, page, key);
    return seeOther(`${page}${placeAfter(outcome, fields)}`);
  });
}

function placeAfter(outcome: FormOutcome, { do: pressed = "", find = "" }: Readonly<Record<string, string>>): string {
  switch (outcome.kind) {
    case "saved":
      return `&said=saved&version=${outcome.version}`;
    case "discarded":
      return "&said=discarded";
    case "problems":
      return "&check=1";
    case "conflict":
      return "";
    case "kept":
      return pressed === "find" ? `&find=${encodeURIComponent(find)}#find` : outcome.place;
  }
}

/** Somebody came here by a link or went back. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(deskPath("/admin/shops/[merchant]/rules", (await params).merchant));
}
