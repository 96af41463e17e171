import "server-only";
import type { DeskVoice } from "#lib/desk/desk-voice.ts";
import { type AddressBlocks, type Limit, take } from "#lib/use-cases/limits/take.ts";
import { accessRefusal } from "./access-refusal.ts";
import { addressBlocksOf } from "./client-address.ts";
import { context } from "./context.ts";
import { deskAccess, type Visit } from "./desk-access.ts";
import type { MemberDoor } from "./desk-doors.ts";
import { deskNotice } from "./desk-notice.ts";
import { deskVoiceOf } from "./desk-reader.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";
import { postedForm } from "./posted-form.ts";

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
export async function anyonesForm(
  request: Request,
  work: (form: DeskForm) => Promise<Response>,
  mostBytes?: number,
): Promise<Response> {
  const posted = await postedForm(request, mostBytes);
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

/** Works a form of a shop's desk: `work` is only called for a member with the door's role. `mostBytes` is for a long one. */
export function membersForm(
  request: Request,
  { slug, door, mostBytes }: { readonly slug: string; readonly door: MemberDoor; readonly mostBytes?: number },
  work: (form: DeskForm, visit: Visit) => Promise<Response>,
): Promise<Response> {
  const entered = async (form: DeskForm): Promise<Response> => {
    const access = await deskAccess(request.headers, slug, door);
    if (access.kind !== "member") return accessRefusal(request, form.voice, { slug, kind: access.kind });
    return work(form, access.visit);
  };
  return anyonesForm(request, entered, mostBytes);
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
