import { anyonesForm } from "#lib/server/desk-form.ts";
import { mailSignInLink } from "#lib/server/desk-links.ts";
import { mailedLink } from "#lib/server/mailed-link.ts";
import { seeOther } from "#lib/server/see-other.ts";

const PAGE = "/admin/link";

/** Mails a link to sign in. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, (form) =>
    mailedLink(form, { page: PAGE, what: "a link to sign in", mail: mailSignInLink }),
  );
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther(PAGE);
}
