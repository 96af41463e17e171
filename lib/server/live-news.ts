import "server-only";
import { hearNews } from "#db/queries/tracking-news.ts";
import { context } from "./context.ts";
import { type LiveStreams, liveStreams } from "./live-streams.ts";

/** Longer than any page takes to load, shorter than most proxies let a silent connection live. */
const BEAT_MS = 25_000;
const LIMITS = { most: 5_000, mostOfBlock: 200, lifeMs: 10 * 60_000 };

type Live = { readonly streams: LiveStreams; hearing: Promise<unknown> | null };

/** Kept on the process, so that a reload in development does not open one connection after another. */
const global = globalThis as typeof globalThis & { porchlightLive?: Live };

/** The open pages of this process. */
export function openPages(): LiveStreams {
  return live().streams;
}

/** Makes sure that this process hears what is new, by one connection for all pages. Throws while the database is away. */
export async function hearForPages(): Promise<void> {
  const here = live();
  here.hearing ??= hearOnce(here);
  await here.hearing;
}

/** A try that fails leaves a listener behind that comes to life later: it must not tell everything twice then. */
async function hearOnce(here: Live): Promise<void> {
  let isFailed = false;
  try {
    await hearNews(context().db, (news) => {
      if (!isFailed) here.streams.tell(news);
    });
  } catch (error) {
    isFailed = true;
    here.hearing = null;
    throw error;
  }
}

function live(): Live {
  global.porchlightLive ??= begin();
  return global.porchlightLive;
}

function begin(): Live {
  const streams = liveStreams(LIMITS);
  setInterval(streams.beat, BEAT_MS).unref();
  // Next waits for every response to end before it stops.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, streams.endAll);
  return { streams, hearing: null };
}
