import type { Say, SentenceKey, Voice } from "./voice.ts";

/** A voice that keeps which sentences it said. */
export function recorded(voice: Voice): { readonly voice: Voice; readonly said: ReadonlySet<SentenceKey> } {
  const said = new Set<SentenceKey>();
  const kept = (key: SentenceKey): SentenceKey => {
    said.add(key);
    return key;
  };
  const { say } = voice;
  const recording: Say = Object.assign(
    (key: SentenceKey, values?: Readonly<Record<string, string | number>>) => say(kept(key), values),
    {
      rich: (key: SentenceKey, values: Parameters<Say["rich"]>[1]) => say.rich(kept(key), values),
      markup: (key: SentenceKey, values: Parameters<Say["markup"]>[1]) => say.markup(kept(key), values),
    },
  );
  return { voice: { ...voice, say: recording }, said };
}
