"use client";

import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { type BrandChange, pathText, withChanges } from "#lib/brand/draft/draft-changes.ts";
import { untold } from "#lib/brand/draft/draft-merge.ts";
import { typedStyle } from "#lib/brand/draft/shown-style.ts";
import type { Locale } from "#lib/brand/locale.ts";
import type { ColourTokens } from "#lib/brand/tokens.ts";
import type { DraftAnswer, DraftView, OurSentence, TellClash } from "#lib/desk/brand/draft-view.ts";
import type { FormWords } from "#lib/desk/brand/form-words.ts";
import { type DraftStore, draftStore, type EditorState } from "./draft-store.ts";
import { type Editor, EditorProvider } from "./editor-context.tsx";
import { EditorHead, type HeadWords } from "./editor-head.tsx";
import { LinksPart } from "./links-part.tsx";
import { LookPart } from "./look-part.tsx";
import { PicturesPart } from "./pictures-part.tsx";
import { PreviewPane, type PreviewView, type PreviewWords } from "./preview-pane.tsx";
import type { Stroke } from "./use-preview.ts";
import { WordsPart } from "./words-part.tsx";

export const PARTS = ["look", "pictures", "links", "words"] as const;
export type Part = (typeof PARTS)[number];

export type BrandEditorProps = {
  readonly slug: string;
  /** Where the room of the brand is. */
  readonly base: string;
  readonly view: DraftView;
  /** What was typed without JavaScript into parts that somebody else changed meanwhile. */
  readonly typed: readonly BrandChange[];
  readonly clashes: readonly TellClash[];
  readonly part: Part;
  readonly words: {
    readonly form: FormWords;
    readonly head: HeadWords;
    readonly preview: PreviewWords;
    readonly roles: Readonly<Record<keyof ColourTokens, string>>;
  };
  readonly languages: readonly { readonly locale: Locale; readonly name: string }[];
  readonly scenes: readonly { readonly value: string; readonly text: string }[];
  readonly preview: PreviewView;
  readonly sentences: { readonly locale: Locale; readonly sentences: readonly OurSentence[]; readonly find: string };
  readonly change: (
    slug: string,
    sent: { readonly revision: number; readonly changes: unknown },
  ) => Promise<DraftAnswer>;
  readonly read: (slug: string, locale: string) => Promise<readonly OurSentence[]>;
};

/** What others do is asked for so often while somebody looks. */
const ASK_MS = 8_000;

/** The form of a brand and the real page beside it. On phones one of the two is seen at a time. */
export function BrandEditor(props: BrandEditorProps) {
  const { slug, base, words, languages, scenes } = props;
  const store = useStore(props);
  const state = useSyncExternalStore(store.subscribe, store.snapshot, store.snapshot);
  const [part, setPart] = useState(props.part);
  const [side, setSide] = useState<"edit" | "see">("edit");
  const [view, setView] = useState(props.preview);
  const [said, setSaid] = useState<ReadonlySet<string>>(new Set());
  const hear = useCallback((keys: readonly string[]) => setSaid(new Set(keys)), []);
  const { read } = props;
  const readHere = useCallback((locale: Locale) => read(slug, locale), [read, slug]);
  const stroke = useMemo(() => strokeOf(state, view), [state, view]);
  useAddress(part, view);
  const offered = languages.filter(({ locale }) => state.form.locales.includes(locale) || locale === state.form.locale);
  return (
    <EditorProvider value={editorOf(props, store, state)}>
      <EditorHead
        words={words.head}
        formWords={words.form}
        base={base}
        onHeld={() => {
          setPart(partOf(state.held[0]?.path[0]));
          setSide("edit");
        }}
      />
      <fieldset className="brand-sides">
        <legend className="sr-only">{`${words.form.edit} · ${words.form.see}`}</legend>
        <SideButton isOn={side === "edit"} text={words.form.edit} onPick={() => setSide("edit")} />
        <SideButton isOn={side === "see"} text={words.form.see} onPick={() => setSide("see")} />
      </fieldset>
      <div className="brand-editor" data-side={side}>
        <div className="brand-edit">
          <PartsNav words={words.form} part={part} onPart={setPart} />
          {part === "look" && <LookPart roles={words.roles} />}
          {part === "pictures" && <PicturesPart />}
          {part === "links" && <LinksPart />}
          {part === "words" && (
            <WordsPart
              first={props.sentences}
              read={readHere}
              said={said}
              onLanguage={(locale) => setView({ ...view, locale })}
            />
          )}
        </div>
        <PreviewPane
          words={words.preview}
          path={`${base}/preview`}
          look=""
          view={view}
          onView={setView}
          scenes={scenes}
          languages={offered.map(({ locale, name }) => ({ value: locale, text: name }))}
          hasBothSchemes={state.form.scheme === "auto"}
          revision={state.view.revision}
          stroke={stroke}
          onSaid={hear}
        />
      </div>
    </EditorProvider>
  );
}

/** How the page looks by what is in the form now, until it is drawn by the server with all of it. */
function strokeOf(state: EditorState, view: PreviewView): Stroke {
  const { revision } = state.view;
  return { style: typedStyle(state.form, view), until: untold(state).length > 0 ? revision + 1 : revision };
}

/** Where a part of the brand stands in the form. */
function partOf(root: string | undefined): Part {
  switch (root) {
    case "words":
      return "words";
    case "logo":
    case "favicon":
    case "hero":
      return "pictures";
    case "storefrontUrl":
    case "supportEmail":
    case "headerLinks":
    case "footerLinks":
    case "footerText":
    case "locale":
    case "locales":
      return "links";
    default:
      return "look";
  }
}

type PartsNavProps = {
  readonly words: FormWords;
  readonly part: Part;
  readonly onPart: (part: Part) => void;
};

function PartsNav({ words, part, onPart }: PartsNavProps) {
  return (
    <nav className="brand-parts" aria-label={words.parts}>
      {PARTS.map((each) => (
        <a
          key={each}
          href={`?part=${each}`}
          aria-current={each === part ? "true" : undefined}
          onClick={(event) => {
            event.preventDefault();
            onPart(each);
          }}
        >
          {words[each]}
        </a>
      ))}
    </nav>
  );
}

function SideButton({
  isOn,
  text,
  onPick,
}: {
  readonly isOn: boolean;
  readonly text: string;
  readonly onPick: () => void;
}) {
  return (
    <button type="button" aria-pressed={isOn} onClick={onPick}>
      {text}
    </button>
  );
}

function useStore({ slug, view, typed, clashes, change }: BrandEditorProps): DraftStore {
  const [store] = useState(() => {
    const start: EditorState = {
      kept: view.tokens,
      form: withChanges(view.tokens, typed),
      held: clashes.map(({ path }) => ({ path })),
      view,
      clashes: new Map(clashes.map((clash) => [pathText(clash.path), clash])),
      saving: "saved",
      others: null,
    };
    return draftStore(start, (sent) => change(slug, sent));
  });
  useEffect(() => {
    // Who turns away may not come back: what was typed last is told then too.
    const ask = () => void store.tell();
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") ask();
    }, ASK_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [store]);
  return store;
}

/** What is open and looked at stands in the address, so that it comes back after a form, and can be sent to a colleague. */
function useAddress(part: Part, view: PreviewView): void {
  useEffect(() => {
    const { scene, locale, scheme, device } = view;
    const query = new URLSearchParams({ part, scene, locale, scheme, device }).toString();
    if (`?${query}` !== window.location.search) window.history.replaceState(null, "", `?${query}`);
  }, [part, view]);
}

function editorOf({ words, base, slug, languages }: BrandEditorProps, store: DraftStore, state: EditorState): Editor {
  const problems = new Map(state.view.problems.map(({ path, text }) => [path, text]));
  return {
    words: words.form,
    state,
    form: state.form,
    set: store.set,
    decide: store.decide,
    tell: store.tell,
    problemAt: (path) => problems.get(path) ?? null,
    base,
    slug,
    languages,
  };
}
