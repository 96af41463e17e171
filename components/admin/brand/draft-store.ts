import { type BrandChange, type BrandPath, pathText, withChanges } from "#lib/brand/draft/draft-changes.ts";
import { afterTold, decided, type FormState, untold } from "#lib/brand/draft/draft-merge.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { DraftAnswer, DraftView, TellClash } from "#lib/desk/brand/draft-view.ts";

type Tell = (sent: { readonly revision: number; readonly changes: readonly BrandChange[] }) => Promise<DraftAnswer>;

export type Saving = "saved" | "saving" | "unsaved" | "refused";

/** What the editor shows at a moment. */
export type EditorState = FormState<BrandTokens> & {
  readonly view: DraftView;
  readonly clashes: ReadonlyMap<string, TellClash>;
  readonly saving: Saving;
  /** Who else changed something just now. */
  readonly others: string | null;
};

export type DraftStore = {
  readonly snapshot: () => EditorState;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (path: BrandPath, is: unknown) => void;
  readonly decide: (path: BrandPath, take: "mine" | "theirs") => void;
  /** Tells what has been typed, now; also asks what others have done. */
  readonly tell: () => Promise<void>;
};

/** What is typed is told once nothing was typed for so long: the page beside the form follows within a third of a second. */
const PAUSE_MS = 110;
const TRY_AGAIN_MS = 3_000;

/** Keeps the form and the server's draft together: one telling at a time, nothing typed is ever lost. */
export function draftStore(start: EditorState, ask: Tell): DraftStore {
  let state = start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let telling: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const become = (next: Partial<EditorState>) => {
    state = { ...state, ...next };
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void tell(), ms);
  };
  const tellOnce = async () => {
    const changes = untold(state);
    try {
      const answer = await ask({ revision: state.view.revision, changes });
      if (answer.kind === "told") become(told(state, answer));
      else if (answer.kind === "refused") return become({ saving: "refused" });
    } catch {
      become({ saving: "unsaved" });
      return later(TRY_AGAIN_MS);
    }
    if (untold(state).length > 0) later(PAUSE_MS);
    else become({ saving: "saved" });
  };
  const tell = async (): Promise<void> => {
    clearTimeout(timer);
    // What was typed since the one that is on its way goes with the next.
    while (telling !== null) await telling;
    telling = tellOnce().finally(() => {
      telling = null;
    });
    await telling;
  };
  return {
    snapshot: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set: (path, is) => {
      // It is not saved any more from here on, though it is told a moment later.
      become({ form: withChanges(state.form, [{ path, is }]), others: null, saving: "saving" });
      later(PAUSE_MS);
    },
    decide: (path, take) => {
      const clashes = new Map(state.clashes);
      clashes.delete(pathText(path));
      become({ ...decided(state, path, take), clashes, saving: "saving" });
      later(0);
    },
    tell,
  };
}

function told(state: EditorState, answer: Extract<DraftAnswer, { kind: "told" }>): Partial<EditorState> {
  const { view, clashes, others } = answer;
  const next = afterTold(state, { tokens: view.tokens, clashes: clashes.map(({ path }) => path) });
  const held = new Set(next.held.map(({ path }) => pathText(path)));
  const known = [...state.clashes, ...clashes.map((clash) => [pathText(clash.path), clash] as const)];
  return {
    ...next,
    view,
    clashes: new Map(known.filter(([key]) => held.has(key))),
    others: others ?? state.others,
  };
}
