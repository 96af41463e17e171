import { carry, carryNothing } from "#lib/server/carried-fields.ts";
import { onwardFrom } from "#lib/server/desk-doors.ts";
import { anyonesForm } from "#lib/server/desk-form.ts";

import { signInWithPassword } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";
import { signInLimits } from "#lib/use-cases/access/limits.ts";
import { readEmail } from "#lib/use-cases/access/read-person.ts";

const PAGE = "/admin/sign-in";

/** Signs in with a password. Whatever is wrong, the answer is the same: it never tells whether there is such a person. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async ({ fields, from, limited }) => {
    const email = readEmail(fields.email);
    const to = onwardFrom(fields.to);
    const wrong = () =>
      seeOther(`${PAGE}?problem=wrong&to=${encodeURIComponent(to)}#password`, [
        carry(PAGE, { email: fields.email ?? "" }),
      ]);
    const refusal = await limited(signInLimits({ from, email: email ?? "" }), PAGE);
    if (refusal !== null) return refusal;
    if (email === null) return wrong();
    const kept = await signInWithPassword(request, { email, password: fields.password ?? "" });
    return kept === null ? wrong() : seeOther(to, [...kept, carryNothing()]);
  });
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther(PAGE);
}
