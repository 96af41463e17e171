import { anyonesForm } from "#lib/server/desk-form.ts";
import { saveNewPassword } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { secretLimits } from "#lib/use-cases/access/limits.ts";
import { isPassword } from "#lib/use-cases/access/read-person.ts";

/** Saves a password that was chosen with a link, and ends every session of that person. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async ({ fields, from, limited }) => {
    const { token = "", password } = fields;
    if (!isPassword(password))
      return seeOther(`/admin/new-password?problem=short&token=${encodeURIComponent(token.slice(0, 100))}#password`);
    const refusal = await limited(secretLimits(from), "/admin/sign-in");
    if (refusal !== null) return refusal;
    const isSaved = await saveNewPassword(token, password);
    return seeOther(isSaved ? "/admin/sign-in?said=saved" : "/admin/new-password?problem=stale");
  });
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther("/admin/sign-in");
}
