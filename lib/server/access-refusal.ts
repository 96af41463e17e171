import "server-only";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { assertNever } from "#lib/kernel/assert-never.ts";
import type { Access } from "./desk-access.ts";
import { deskPath } from "./desk-doors.ts";
import { deskNotice } from "./desk-notice.ts";
import { seeOther } from "./see-other.ts";

/** What a form or a file of a shop's desk answers to whom its door does not open. */
export function accessRefusal(
  request: Request,
  voice: DeskVoice,
  { slug, kind }: { readonly slug: string; readonly kind: Exclude<Access["kind"], "member"> },
): Response {
  const { say } = voice;
  switch (kind) {
    case "nobody":
      return seeOther("/admin/sign-in");
    case "stranger": {
      const link = { href: "/admin", text: say("refused.back") };
      const words = { heading: say("refused.notFound"), text: say("refused.notFoundText") };
      return deskNotice(request, voice, { status: 404, ...words, link });
    }
    case "too_little": {
      const link = { href: deskPath("/admin/shops/[merchant]", slug), text: say("refused.back") };
      const words = { heading: say("refused.heading"), text: say("refused.text") };
      return deskNotice(request, voice, { status: 403, ...words, link });
    }
    default:
      return assertNever(kind);
  }
}
