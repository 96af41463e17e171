import { Temporal } from "temporal-polyfill";
import { localeFrom } from "#lib/brand/locale.ts";
import { context } from "#lib/server/context.ts";
import { postedForm } from "#lib/server/posted-form.ts";
import { linkRefusal, seeOther } from "#lib/server/see-other.ts";
import { chooseRemedy, takeBackRemedy } from "#lib/use-cases/promises/choose-remedy.ts";
import { readRemedyForm } from "#lib/use-cases/promises/read-remedy-form.ts";

type Params = { params: Promise<{ token: string }> };

/** A plain form post: what a shopper chooses when something went wrong, or takes back. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const form = await postedForm(request);
  if (!form.ok) return form.refusal;
  const asked = readRemedyForm(form.fields);
  const language = localeFrom(form.fields.lang ?? "");
  const page = `/t/${token}?${language === null ? "" : `lang=${language}&`}remedy=`;
  const back = (said: string) => seeOther(`${page}${said}#answer`);
  if (asked === null) return back("refused");
  const deps = context();
  const now = Temporal.Now.instant();
  try {
    const { kind } =
      asked.kind === "choose"
        ? await chooseRemedy({ ...deps, now, sandboxPace: deps.sandbox.pace }, { token, ...asked })
        : await takeBackRemedy(deps, { token, remedyId: asked.remedyId });
    return back(kind);
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}

/** Somebody came here by a link, or a page that waited looks again: the order's page is one step away. */
export async function GET(_: Request, { params }: Params): Promise<Response> {
  return seeOther(`/t/${(await params).token}`);
}
