"use server";

import { refresh } from "next/cache";
import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { announcementOf } from "#components/tracking/announcement.ts";
import { AppError } from "#lib/kernel/app-error.ts";
import { trackingDeps } from "#lib/server/context.ts";
import { atRest, type LiveAnswer, liveAnswerOf } from "#lib/tracking/page/live-answer.ts";
import { openTrackingPage } from "#lib/use-cases/tracking/open-tracking-page.ts";
import { refreshOrder } from "#lib/use-cases/tracking/refresh-order.ts";

const look = z.tuple([
  z.string().regex(/^[\w-]{22}$/),
  z.object({ version: z.string().max(64), language: z.string().max(35).nullable() }),
]);

/**
 * Looks again for somebody who has the page open: asks the carriers where that is due, within 2.5 s. When there is something
 * newer than `seen.version`, the page itself comes with this response. A link that leads nowhere comes to rest.
 */
export async function lookAgain(
  token: string,
  seen: { readonly version: string; readonly language: string | null },
): Promise<LiveAnswer> {
  const checked = look.safeParse([token, seen]);
  if (!checked.success) return atRest("");
  const [link, { version, language }] = checked.data;
  try {
    const deps = trackingDeps();
    const { pending } = await refreshOrder(deps, { token: link });
    const { page, voice } = await openTrackingPage(
      { db: deps.db, now: Temporal.Now.instant(), sandboxPace: deps.sandbox.pace },
      { token: link, wishes: { asked: language, saved: null, browser: [] }, isAddressOpen: false },
    );
    if (page.version !== version) refresh();
    return liveAnswerOf(page, { announcement: announcementOf(page, voice), pending });
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return atRest(version);
    throw error;
  }
}
