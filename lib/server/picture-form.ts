import "server-only";
import { bytesWithin } from "./bytes-within.ts";
import { deskAccess } from "./desk-access.ts";
import type { MemberDoor } from "./desk-doors.ts";
import { isSameOrigin } from "./same-origin.ts";

/** The picture of a form, or why there is none to work with. */
export type PostedPicture = { readonly file: Uint8Array | null; readonly isTooLarge: boolean };

type Door = { readonly slug: string; readonly door: MemberDoor };

/** More than a picture may have, so that its refusal can say what the most is; less than would hurt. */
const MOST_BYTES = 12 * 1024 * 1024;
const LONGEST_FIELD = 1_000;

/**
 * Takes the picture out of a form that holds one: what is left is a plain form, for `membersForm`. Nothing is read for
 * somebody who may not come in, or of a form from elsewhere: the plain form is empty then, and `membersForm` refuses it.
 */
export async function pictureForm(
  request: Request,
  { slug, door }: Door,
): Promise<{ readonly plain: Request; readonly picture: PostedPicture }> {
  const nothing = { file: null, isTooLarge: false };
  const type = request.headers.get("content-type") ?? "";
  if (!type.toLowerCase().startsWith("multipart/form-data")) return { plain: request, picture: nothing };
  const mayEnter = isSameOrigin(request) && (await deskAccess(request.headers, slug, door)).kind === "member";
  if (!mayEnter) return { plain: plainOf(request, []), picture: nothing };
  const bytes = await bytesWithin(request, MOST_BYTES);
  if (bytes === null) return { plain: plainOf(request, []), picture: { file: null, isTooLarge: true } };
  const form = await new Response(Uint8Array.from(bytes), { headers: { "Content-Type": type } })
    .formData()
    .catch(() => new FormData());
  const fields = [...form].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value.slice(0, LONGEST_FIELD)] as const] : [],
  );
  const sent = form.get("file");
  const file = sent instanceof File && sent.size > 0 ? new Uint8Array(await sent.arrayBuffer()) : null;
  return { plain: plainOf(request, fields), picture: { file, isTooLarge: false } };
}

function plainOf(request: Request, fields: readonly (readonly [string, string])[]): Request {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  const body = new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();
  return new Request(request.url, { method: "POST", headers, body });
}
