import { localeFrom } from "#lib/brand/locale.ts";
import { context } from "#lib/server/context.ts";
import { postedForm } from "#lib/server/posted-form.ts";
import { linkRefusal, seeOther } from "#lib/server/see-other.ts";
import { readReceived, reportReceived } from "#lib/use-cases/desk/report-received.ts";

type Params = { params: Promise<{ token: string }> };

/** A plain form post: a shopper says that what was delivered is not there, or not right. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await postedForm(request);
  if (!form.ok) return form.refusal;
  const said = readReceived(form.fields);
  const language = localeFrom(form.fields.lang ?? "");
  const page = `/t/${token}?${language === null ? "" : `lang=${language}&`}`;
  if (said === null) return seeOther(`/t/${token}`);
  try {
    await reportReceived(context(), { token, ...said });
    return seeOther(`${page}received=${said.about}#received`);
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}

/** Somebody came here by a link: the order's page is one step away. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(`/t/${(await params).token}`);
}
