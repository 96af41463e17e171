import "server-only";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { type AddressBlocks, type Limit, take } from "#lib/use-cases/limits/take.ts";
import { addressBlocksOf } from "./client-address.ts";
import { context } from "./context.ts";
import { deskAccess, type Visit } from "./desk-access.ts";
import { deskPath, type MemberDoor } from "./desk-doors.ts";
import { deskNotice } from "./desk-notice.ts";
import { deskVoiceOf } from "./desk-reader.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { postedForm } from "./posted-form.ts";
import { seeOther } from "./see-other.ts";

/** A plain form of the desk that was posted from a page of ours. */
export type DeskForm = {
  readonly fields: Readonly<Record<string, string>>;
  readonly voice: DeskVoice;
  readonly from: AddressBlocks;
  /** Takes from these limits; the answer for one try too many, else null. */
  readonly limited: (limits: readonly Limit[], back: string) => Promise<Response | null>;
};

/**
 * Works a form that anybody may post. One from elsewhere is refused; a bug is answered like a database that is away, since it
 * was no fault of whoever posted.
 */
export async function anyonesForm(request: Request, work: (form: DeskForm) => Promise<Response>): Promise<Response> {
  const posted = await postedForm(request);
  if (!posted.ok) return posted.refusal;
  const voice = deskVoiceOf(request.headers);
  try {
    return await work({
      fields: posted.fields,
      voice,
      from: addressBlocksOf(request),
      limited: async (limits, back) => {
        const taken = await take(context(), limits);
        return taken.ok ? null : limitNotice(request, voice, { back, retryAfterMs: taken.retryAfterMs });
      },
    });
  } catch (error) {
    logOutOfReach(error, "a form of the desk");
    const { say } = voice;
    const link = { href: "/admin", text: say("again") };
    return deskNotice(request, voice, {
      status: 503,
      heading: say("trouble.heading"),
      text: say("trouble.text"),
      link,
    });
  }
}

/** Works a form of a shop's desk: `work` is only called for a member with the door's role. */
export function membersForm(
  request: Request,
  { slug, door }: { readonly slug: string; readonly door: MemberDoor },
  work: (form: DeskForm, visit: Visit) => Promise<Response>,
): Promise<Response> {
  return anyonesForm(request, async (form) => {
    const access = await deskAccess(request.headers, slug, door);
    const { say } = form.voice;
    switch (access.kind) {
      case "member":
        return work(form, access.visit);
      case "nobody":
        return seeOther("/admin/sign-in");
      case "stranger": {
        const link = { href: "/admin", text: say("refused.back") };
        const words = { heading: say("refused.notFound"), text: say("refused.notFoundText") };
        return deskNotice(request, form.voice, { status: 404, ...words, link });
      }
      case "too_little": {
        const link = { href: deskPath("/admin/shops/[merchant]", slug), text: say("refused.back") };
        const words = { heading: say("refused.heading"), text: say("refused.text") };
        return deskNotice(request, form.voice, { status: 403, ...words, link });
      }
    }
  });
}

function limitNotice(
  request: Request,
  voice: DeskVoice,
  { back, retryAfterMs }: { readonly back: string; readonly retryAfterMs: number },
): Response {
  const { say } = voice;
  const minutes = Math.max(1, Math.ceil(retryAfterMs / 60_000));
  const words = { heading: say("limit.heading"), text: say("limit.text", { minutes }) };
  return deskNotice(request, voice, {
    status: 429,
    ...words,
    link: { href: back, text: say("limit.back") },
    retryAfterMs,
  });
}
