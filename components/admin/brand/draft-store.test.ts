import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type BrandChange, withChanges } from "#lib/brand/draft/draft-changes.ts";
import { fallbackBrand } from "#lib/brand/fallback-brand.ts";
import { palettesOf } from "#lib/brand/palette.ts";
import type { BrandTokens } from "#lib/brand/tokens.ts";
import type { DraftAnswer, DraftView, TellClash } from "#lib/desk/brand/draft-view.ts";
import { draftStore } from "./draft-store.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const view = (tokens: BrandTokens, revision: number): DraftView => ({
  ...{ tokens, revision, isOpen: true, changes: 1, state: "", problems: [], advice: [] },
  palettes: palettesOf(tokens),
});

/** A server that takes what it is told, unless it was changed there by somebody else. */
function server(start: BrandTokens) {
  let tokens = start;
  let revision = 1;
  let isAway = false;
  const told: (readonly BrandChange[])[] = [];
  return {
    told,
    setAway: (away: boolean) => {
      isAway = away;
    },
    others: (path: readonly string[], is: unknown) => {
      tokens = withChanges(tokens, [{ path, is }]);
      revision += 1;
    },
    tokens: () => tokens,
    ask: async ({ changes }: { readonly changes: readonly BrandChange[] }): Promise<DraftAnswer> => {
      if (isAway) throw new Error("no connection");
      if (changes.length > 0) told.push(changes);
      const clashes: TellClash[] = [];
      for (const { path, was, is } of changes) {
        const [name = ""] = path;
        if (Reflect.get(tokens, name) === was) tokens = withChanges(tokens, [{ path, is }]);
        else clashes.push({ path, who: "Ben", when: "today" });
      }
      revision += 1;
      return { kind: "told", view: view(tokens, revision), clashes, others: null };
    },
  };
}

function editor(remote: ReturnType<typeof server>) {
  const tokens = remote.tokens();
  const start = { kept: tokens, form: tokens, held: [], view: view(tokens, 1), clashes: new Map() };
  return draftStore({ ...start, saving: "saved", others: null }, remote.ask);
}

test("what is typed is told once somebody pauses, all of it together", async () => {
  const remote = server(fallbackBrand);
  const store = editor(remote);
  for (const name of ["T", "Tw", "Two"]) store.set(["name"], name);
  store.set(["radius"], 4);
  expect(store.snapshot().saving).toBe("saving");
  await vi.advanceTimersByTimeAsync(300);
  expect(remote.told).toHaveLength(1);
  expect(remote.tokens()).toMatchObject({ name: "Two", radius: 4 });
  expect(store.snapshot().saving).toBe("saved");
});

test("without a connection nothing is lost, and it is told again by itself", async () => {
  const remote = server(fallbackBrand);
  const store = editor(remote);
  remote.setAway(true);
  store.set(["name"], "Two");
  await vi.advanceTimersByTimeAsync(300);
  expect(store.snapshot()).toMatchObject({ saving: "unsaved", form: { name: "Two" } });
  remote.setAway(false);
  await vi.advanceTimersByTimeAsync(4_000);
  expect([remote.tokens().name, store.snapshot().saving]).toEqual(["Two", "saved"]);
});

test("a clash keeps what was typed and sends it only once that is decided; other parts go on being told", async () => {
  const remote = server(fallbackBrand);
  const store = editor(remote);
  remote.others(["name"], "Ben's");
  store.set(["name"], "Mine");
  await vi.advanceTimersByTimeAsync(300);
  expect(store.snapshot().form.name).toBe("Mine");
  expect(store.snapshot().clashes.get("name")).toMatchObject({ who: "Ben" });
  store.set(["radius"], 2);
  await vi.advanceTimersByTimeAsync(300);
  expect(remote.tokens()).toMatchObject({ name: "Ben's", radius: 2 });
  store.decide(["name"], "mine");
  await vi.advanceTimersByTimeAsync(300);
  expect([remote.tokens().name, store.snapshot().clashes.size]).toEqual(["Mine", 0]);
});

test("what others did comes in by itself, beside what is being typed", async () => {
  const remote = server(fallbackBrand);
  const store = editor(remote);
  remote.others(["radius"], 3);
  store.set(["name"], "Two");
  await store.tell();
  expect(store.snapshot().form).toMatchObject({ name: "Two", radius: 3 });
});
