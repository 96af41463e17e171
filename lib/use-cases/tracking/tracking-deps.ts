import type { Db } from "#db/client.ts";
import type { CallContext, Carrier } from "#lib/carriers/carrier.ts";
import type { KeyRing } from "#lib/runtime/key-ring.ts";

/** What asking carriers needs of the process it runs in. */
export type AskDeps = {
  readonly db: Db;
  readonly keys: KeyRing;
  /** By carrier code, as in `shipments.carrier`. */
  readonly carriers: ReadonlyMap<string, Carrier>;
  readonly send: CallContext["send"];
  /** Where the sandbox carriers answer, and how many times more often than real ones they are asked. */
  readonly sandbox: { readonly url: string; readonly pace: number };
};

/** What keeping their answers needs besides. */
export type TrackingDeps = AskDeps & {
  /** Told where our own database failed behind the back of whoever asked: of what is done again by itself. */
  readonly onError: (error: unknown) => void;
};
