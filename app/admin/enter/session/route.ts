import { anyonesForm } from "#lib/server/desk-form.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { signInWithLink } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { secretLimits } from "#lib/use-cases/access/limits.ts";

/** Signs in with a link that was mailed. A form and no address: letter boxes follow addresses by themselves. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async ({ fields, from, limited }) => {
    if (!canMail()) return seeOther("/admin/sign-in");
    const refusal = await limited(secretLimits(from), "/admin/sign-in");
    if (refusal !== null) return refusal;
    const kept = await signInWithLink(request, fields.token ?? "");
    return kept === null ? seeOther("/admin/enter?problem=stale") : seeOther("/admin", kept);
  });
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther("/admin/sign-in");
}
