import type { News } from "#db/queries/tracking-news.ts";

type Limits = {
  /** Open streams at once, of the process and of one neighbourhood of addresses. */
  readonly most: number;
  readonly mostOfBlock: number;
  /** A stream ends by itself after so long; browsers come back. */
  readonly lifeMs: number;
};

type Subject = News & { readonly block: string; readonly signal: AbortSignal };
type Stream = {
  readonly keys: readonly string[];
  readonly block: string;
  readonly bornAt: number;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
};

export type LiveStreams = ReturnType<typeof liveStreams>;

const encode = (text: string) => new TextEncoder().encode(text);
const LOOK_AGAIN = encode("data: look\n\n");
const BEAT = encode(":\n\n");
const MOST_UNREAD = 100;
/** When a browser comes back after an end: not all of them at once. */
const RETRY_MS = { least: 2_000, spread: 6_000 };

/**
 * The open pages of one process: who wants to hear of which parcels. A stream only ever says "look again"; what there is to
 * see, the page asks for itself.
 */
export function liveStreams({ most, mostOfBlock, lifeMs }: Limits) {
  const index = streamIndex();
  let isOver = false;
  const end = (stream: Stream) => {
    index.forget(stream);
    // A stream whose reader went in this very moment is closed already.
    try {
      stream.controller.close();
    } catch {}
  };
  const send = (stream: Stream, bytes: Uint8Array) => {
    // Nobody reads any more: nothing is piled up for them.
    if ((stream.controller.desiredSize ?? 0) < -MOST_UNREAD) end(stream);
    else stream.controller.enqueue(bytes);
  };
  const begin = (stream: Stream, signal: AbortSignal) => {
    index.add(stream);
    const retryMs = RETRY_MS.least + Math.round(Math.random() * RETRY_MS.spread);
    stream.controller.enqueue(encode(`retry: ${retryMs}\n\n`));
    signal.addEventListener("abort", () => end(stream), { once: true });
    if (isOver || signal.aborted) end(stream);
  };
  return {
    /** Why no further stream can be opened for this neighbourhood; null when one can. */
    refusal: (block: string): "full" | "too_many" | null => {
      if (isOver || index.all.size >= most) return "full";
      return index.countOf(block) >= mostOfBlock ? "too_many" : null;
    },
    /** A stream about these parcels, as server-sent events. It ends with `signal`, with its life, or with the process. */
    open: ({ merchantId, shipmentIds, block, signal }: Subject): ReadableStream<Uint8Array> => {
      const about = { keys: shipmentIds.map((id) => keyOf(merchantId, id)), block, bornAt: performance.now() };
      let stream: Stream | null = null;
      const start = (controller: Stream["controller"]) => {
        stream = { ...about, controller };
        begin(stream, signal);
      };
      const cancel = () => {
        if (stream !== null) index.forget(stream);
      };
      return new ReadableStream<Uint8Array>({ start, cancel }, { highWaterMark: 0 });
    },
    /** Tells every page about one of these parcels to look again. */
    tell: ({ merchantId, shipmentIds }: News): void => {
      for (const stream of index.of(shipmentIds.map((id) => keyOf(merchantId, id)))) send(stream, LOOK_AGAIN);
    },
    /** To be called every half minute: ends what is old, and shows the rest, and what stands between, that we are there. */
    beat: (): void => {
      const oldest = performance.now() - lifeMs;
      for (const stream of index.all) {
        if (stream.bornAt < oldest) end(stream);
        else send(stream, BEAT);
      }
    },
    /** Ends all, for good: the process stops. */
    endAll: (): void => {
      isOver = true;
      for (const stream of index.all) end(stream);
    },
    count: (): number => index.all.size,
  };
}

/** Streams by what they are about, and how many each neighbourhood has. Holds nothing of a stream that is forgotten. */
function streamIndex() {
  const all = new Set<Stream>();
  const byKey = new Map<string, Set<Stream>>();
  const perBlock = new Map<string, number>();
  const countOf = (block: string) => perBlock.get(block) ?? 0;
  return {
    all: all as ReadonlySet<Stream>,
    countOf,
    of: (keys: readonly string[]) => new Set(keys.flatMap((key) => [...(byKey.get(key) ?? [])])),
    add: (stream: Stream): void => {
      all.add(stream);
      perBlock.set(stream.block, countOf(stream.block) + 1);
      for (const key of stream.keys) byKey.set(key, (byKey.get(key) ?? new Set()).add(stream));
    },
    forget: (stream: Stream): void => {
      if (!all.delete(stream)) return;
      if (countOf(stream.block) > 1) perBlock.set(stream.block, countOf(stream.block) - 1);
      else perBlock.delete(stream.block);
      for (const key of stream.keys) {
        byKey.get(key)?.delete(stream);
        if (byKey.get(key)?.size === 0) byKey.delete(key);
      }
    },
  };
}

function keyOf(merchantId: string, shipmentId: string): string {
  return `${merchantId}/${shipmentId}`;
}
