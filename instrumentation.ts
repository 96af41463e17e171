/** Called by Next once, before it takes the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { notePeers } = await import("#lib/server/note-peers.ts");
  notePeers();
  const { readMapData } = await import("#lib/map/read-map-data.ts");
  // A moment later, so that the process is healthy first; and no shopper waits for the first map.
  setTimeout(readMapData, WARM_UP_MS).unref();
}

const WARM_UP_MS = 500;
