import { anyonesForm } from "#lib/server/desk-form.ts";
import { mailNewPassword } from "#lib/server/desk-links.ts";
import { mailedLink } from "#lib/server/mailed-link.ts";
import { seeOther } from "#lib/server/see-other.ts";

const PAGE = "/admin/forgotten";

/** Mails a link to choose a new password. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, (form) =>
    mailedLink(form, { page: PAGE, what: "a link to a new password", mail: mailNewPassword }),
  );
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther(PAGE);
}
