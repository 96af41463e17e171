import { Temporal } from "temporal-polyfill";
import { context } from "#lib/server/context.ts";
import { postedForm } from "#lib/server/posted-form.ts";
import { linkRefusal, seeOther } from "#lib/server/see-other.ts";
import { readDialsForm } from "#lib/use-cases/dials/read-dials-form.ts";
import { saveDials } from "#lib/use-cases/dials/save-dials.ts";

type Params = { params: Promise<{ token: string }> };

/** A plain form post: how a shopper wants to be told, in which language, and by which day they need it. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await postedForm(request);
  if (!form.ok) return form.refusal;
  // Yesterday somewhere is still today elsewhere: only a day that is over everywhere is over.
  const today = Temporal.Now.zonedDateTimeISO("Etc/GMT+12").toPlainDate().toString();
  const dials = readDialsForm(form.fields, today);
  if (dials === null) return seeOther(`/t/${token}?dials=refused#dials`);
  try {
    const { kind } = await saveDials(context(), { token, dials, today });
    if (kind !== "saved") return seeOther(`/t/${token}?dials=${kind}#dials`);
    const language = dials.language === null ? "" : `&lang=${dials.language}`;
    return seeOther(`/t/${token}?dials=saved${language}#dials`);
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}

/** Somebody came here by a link, or a page that waited looks again: the order's page is one step away. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(`/t/${(await params).token}`);
}
