import { behind } from "#lib/server/behind.ts";
import { carry } from "#lib/server/carried-fields.ts";
import { anyonesForm } from "#lib/server/desk-form.ts";
import { mailSignInLink } from "#lib/server/desk-links.ts";
import { canMail } from "#lib/server/desk-mailer.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { linkMailLimits } from "#lib/use-cases/access/limits.ts";
import { readEmail } from "#lib/use-cases/access/read-person.ts";

const PAGE = "/admin/link";

/** Mails a link to sign in, behind the answer, which is the same for everybody. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async ({ fields, from, limited, voice }) => {
    if (!canMail()) return seeOther("/admin/sign-in");
    const email = readEmail(fields.email);
    if (email === null) return seeOther(`${PAGE}?problem=email#email`, [carry(PAGE, { email: fields.email ?? "" })]);
    const refusal = await limited(linkMailLimits({ from, email }), PAGE);
    if (refusal !== null) return refusal;
    behind("a link to sign in", () => mailSignInLink(email, voice));
    return seeOther(`${PAGE}?said=sent`);
  });
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther(PAGE);
}
