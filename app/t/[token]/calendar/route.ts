import { Temporal } from "temporal-polyfill";
import { askedOrigin } from "#lib/server/asked-origin.ts";
import { calendarFile } from "#lib/server/calendar-file.ts";
import { context } from "#lib/server/context.ts";
import { readerWishes } from "#lib/server/reader-wishes.ts";
import { linkRefusal } from "#lib/server/see-other.ts";
import { DATABASE_PATIENCE_MS, within } from "#lib/server/within.ts";
import { calendarWindowOf } from "#lib/tracking/page/calendar-window.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";

type Params = { params: Promise<{ token: string }> };

/** The window in which a parcel arrives, as a file for a calendar. 404 where no day is told any more. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const { db, sandbox } = context();
  try {
    const opening = openTrackingPage(
      { db, now: Temporal.Now.instant(), sandboxPace: sandbox.pace },
      {
        token,
        wishes: readerWishes(request.headers, new URL(request.url).searchParams.get("lang")),
        isAddressOpen: false,
      },
    );
    const { page, brand, voice } = await within(DATABASE_PATIENCE_MS, opening);
    const window = calendarWindowOf(page);
    if (window === null) return new Response("Not found", { status: 404, headers: HEADERS });
    const url = `${askedOrigin(request)}/t/${token}`;
    const file = calendarFile({
      token,
      title: voice.say("calendar.event", { shop: brand.name }),
      about: voice.say("calendar.about", { number: page.orderNumber, url }),
      url,
      window,
    });
    return new Response(file, {
      headers: {
        ...HEADERS,
        "Content-Type": "text/calendar; charset=utf-8",
        "Content-Disposition": 'attachment; filename="parcel.ics"',
      },
    });
  } catch (error) {
    return linkRefusal(error, request, `/t/${token}`);
  }
}

const HEADERS = {
  "Cache-Control": "private, no-store",
  "X-Robots-Tag": "noindex",
  "X-Content-Type-Options": "nosniff",
};
