import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "#lib/brand/languages/en.ts";
import { sentencesOf } from "#lib/brand/languages/sentences.ts";
import { REMEDIES } from "#lib/promise/remedy/remedy.ts";
import { FREQUENCIES, MILESTONES } from "#lib/tracking/page/dials.ts";
import { at, orderOf, parcelOf, scan } from "#lib/tracking/page/page-testing.ts";
import { questionsOf } from "#lib/tracking/page/questions-of.ts";
import { REASONS } from "#lib/tracking/reason.ts";
import { STATUSES } from "#lib/tracking/status.ts";
import { pageAt } from "./page-testing.tsx";

const DIALS = [...MILESTONES, ...FREQUENCIES, "email", "sms", "push", "saved", "refused", "limited"].join("|");
const TAKEN = ["accepted", "done", "declined", "taken_back", "refused", "limited"];
/** Sentences whose names are put together while the page is made. Any other has to stand in the code by its whole name. */
const PUT_TOGETHER = [
  /^(answer|quiet|left|reason|action|scan|progress|needed|guides|map|chose|gave)\.\w+$/,
  /^find\.problems\.\w+$/,
  /^ask\.\w+\.[qa]$/,
  /^offers\.(bought|pinned|used_up|popular)$/,
  new RegExp(`^remedy\\.(${[...REMEDIES, ...TAKEN].join("|")})$`),
  new RegExp(`^dials\\.(${DIALS})$`),
];

const code = ["app", "components", "lib"]
  .flatMap((folder) => globSync(`${folder}/**/*.{ts,tsx}`, { cwd: new URL("../..", import.meta.url) }))
  .filter((path) => !/\.test\.tsx?$|lib\/brand\/languages\//.test(path))
  .map((path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8"))
  .join("\n");

test("no sentence is kept that nobody says", () => {
  const unsaid = [...sentencesOf(en.words).keys()].filter(
    (key) => !code.includes(`"${key}"`) && !PUT_TOGETHER.some((pattern) => pattern.test(key)),
  );
  expect(unsaid).toEqual([]);
});

test("every question is asked in some state", () => {
  const promises = [orderOf().promises, [{ fromDay: "2026-11-03", toDay: "2026-11-04" }], []];
  const parcels = [
    [],
    ...[null, ...REASONS].flatMap((reason) =>
      STATUSES.map((status) => [parcelOf([scan(status, "2026-11-04T08:00:00", { ...at("Leeds"), reason })])]),
    ),
  ];
  const [only] = parcels.at(-1) ?? [];
  const orders = [...parcels, ...(only === undefined ? [] : [[only, only]])].flatMap((sent) =>
    promises.map((promised) => orderOf({ parcels: sent, promises: promised })),
  );
  const asked = [...orders, orderOf({ cancelledAt: "2026-11-03T10:00:00Z" })].flatMap((order) =>
    questionsOf(pageAt(order)),
  );
  expect([...new Set(asked)].toSorted()).toEqual(Object.keys(en.words.ask).toSorted());
});
