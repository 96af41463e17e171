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
  // Yesterday somewhere is still today elsewhere: only a day that is over everywhere is refused.
  const today = Temporal.Now.zonedDateTimeISO("Etc/GMT+12").toPlainDate().toString();
  const dials = readDialsForm(form.fields, today);
  if (dials === null) return seeOther(`/t/${token}?dials=refused#dials`);
  try {
    await saveDials(context(), { token, dials });
    const language = dials.language === null ? "" : `&lang=${dials.language}`;
    return seeOther(`/t/${token}?dials=saved${language}#dials`);
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}
