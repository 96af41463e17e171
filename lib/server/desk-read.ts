import "server-only";
import { accessRefusal } from "./access-refusal.ts";
import { deskAccess, type Visit } from "./desk-access.ts";
import type { MemberDoor } from "./desk-doors.ts";
import { deskNotice } from "./desk-notice.ts";
import { deskVoiceOf } from "./desk-reader.ts";
import { logOutOfReach } from "./log-out-of-reach.ts";

/**
 * Answers a GET of a shop's desk that is no page: a file, a picture, a few figures. `work` is only called for a member with the
 * door's role. A bug is answered like a database that is away.
 */
export async function membersRead(
  request: Request,
  { slug, door }: { readonly slug: string; readonly door: MemberDoor },
  work: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const voice = deskVoiceOf(request.headers);
  try {
    const access = await deskAccess(request.headers, slug, door);
    if (access.kind !== "member") return accessRefusal(request, voice, { slug, kind: access.kind });
    return await work(access.visit);
  } catch (error) {
    logOutOfReach(error, "a file of the desk");
    const { say } = voice;
    const words = { heading: say("trouble.heading"), text: say("trouble.text") };
    return deskNotice(request, voice, { status: 503, ...words, link: { href: "/admin", text: say("again") } });
  }
}
