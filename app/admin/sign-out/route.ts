import { anyonesForm } from "#lib/server/desk-form.ts";
import { endSession } from "#lib/server/desk-sign-in.ts";
import { seeOther } from "#lib/server/see-other.ts";

/** Ends the session here and in the database. */
export function POST(request: Request): Promise<Response> {
  return anyonesForm(request, async () => {
    return seeOther("/admin/sign-in?said=signedOut", await endSession(request));
  });
}

/** Somebody came here by a link or went back. */
export function GET(): Response {
  return seeOther("/admin");
}
