import { DelaysBody } from "#components/admin/rules/delays-body.tsx";
import { type FormKit, formKit } from "#components/admin/rules/form-kit.tsx";
import { GesturesBody } from "#components/admin/rules/gestures-body.tsx";
import { KindsBody } from "#components/admin/rules/kinds-body.tsx";
import { type Ground, groundOf, whoOf } from "#components/admin/rules/lines/ground.ts";
import { changedLines, RULE_GROUPS, ruleLines } from "#components/admin/rules/lines/rule-lines.ts";
import { OffersBody } from "#components/admin/rules/offers-body.tsx";
import { type Finding, ProductsBody } from "#components/admin/rules/products-body.tsx";
import { PromisesBody } from "#components/admin/rules/promises-body.tsx";
import { RemediesBody } from "#components/admin/rules/remedies-body.tsx";
import { RuleFormPage } from "#components/admin/rules/rule-form-page.tsx";
import type { ToldChange } from "#components/admin/rules/rule-history.tsx";
import type { RulesChange } from "#db/queries/rules-history.ts";
import type { Visit } from "#lib/server/desk-access.ts";
import { deskPath } from "#lib/server/desk-doors.ts";
import { deskReader } from "#lib/server/desk-reader.ts";
import { changesOf, productsFound, ruleFormOf, titlesOf } from "#lib/server/rule-reads.ts";
import { shopRules } from "#lib/server/shop-rules.ts";
import type { Tried } from "#lib/use-cases/rules/dry-run/try-rules.ts";
import type { RuleFormName } from "#lib/use-cases/rules/forms/rule-form.ts";

type RuleEditorProps = {
  readonly visit: Visit;
  readonly group: RuleFormName;
  /** What the address says. */
  readonly asked: (name: string) => string | undefined;
};

const SAID = ["saved", "undone", "restored", "discarded"] as const;
const TROUBLE = ["moved", "busy", "wrong"] as const;

/** One group of rules: its form with what was typed, what it says, and how it came about. */
export async function RuleEditor({ visit, group, asked }: RuleEditorProps) {
  const { merchant } = visit;
  const kind = RULE_GROUPS[group];
  const [voice, form, changes] = await Promise.all([deskReader(), ruleFormOf(visit, group), changesOf(visit, kind)]);
  const ground = groundOf(voice, merchant);
  // Nobody is told what is wrong with what they have just begun.
  const isChecked = asked("check") === "1" || asked("problem") === "wrong";
  const problems = Object.entries(isChecked ? form.problems : {}).map(([name, problem]): [string, string] => [
    name,
    voice.say(`rules.problem.${problem}`),
  ]);
  const told = (change: RulesChange) => toldChange(ground, change, form.version);
  const version = Number(asked("version"));
  const path = (door: "rules" | "rules/change" | "rules/restore") =>
    deskPath(`/admin/shops/[merchant]/${door}`, merchant.slug);
  return (
    <RuleFormPage
      ground={ground}
      shop={merchant.name}
      group={group}
      kind={kind}
      paths={{ rules: path("rules"), change: path("rules/change"), restore: path("rules/restore") }}
      base={form.base}
      version={form.baseVersion}
      isDraft={form.isDraft}
      lines={form.draft === null ? [] : ruleLines(ground, group, shopRules({ [kind]: form.draft }))}
      problemCount={problems.length}
      said={SAID.find((word) => word === asked("said")) ?? null}
      trouble={TROUBLE.find((word) => word === asked("problem")) ?? null}
      undo={Number.isSafeInteger(version) && version === form.version && version > 0 ? version : null}
      meanwhile={
        form.meanwhile === null ? null : { base: form.meanwhile.base, changes: form.meanwhile.changes.map(told) }
      }
      // Only we write it.
      tried={form.tried as Tried | null}
      history={changes.map(told)}
    >
      <Body
        visit={visit}
        ground={ground}
        group={group}
        kit={formKit(form.typed, Object.fromEntries(problems))}
        asked={asked}
      />
    </RuleFormPage>
  );
}

type BodyProps = RuleEditorProps & { readonly ground: Ground; readonly kit: FormKit };

async function Body({ visit, ground, group, kit, asked }: BodyProps) {
  switch (group) {
    case "promises":
      return <PromisesBody ground={ground} kit={kit} />;
    case "delays":
      return <DelaysBody ground={ground} kit={kit} />;
    case "gestures":
      return <GesturesBody ground={ground} kit={kit} />;
    case "remedies":
      return <RemediesBody ground={ground} kit={kit} />;
    case "offers":
      return <OffersBody ground={ground} kit={kit} />;
    case "kinds":
      return <KindsBody ground={ground} kit={kit} />;
    case "products": {
      const finding = await findingOf(visit, kit, asked("find"));
      const from = Number(asked("from") ?? 0);
      return (
        <ProductsBody
          say={ground.say}
          kit={kit}
          finding={finding}
          from={Number.isSafeInteger(from) ? Math.max(0, from) : 0}
        />
      );
    }
  }
}

/** Nobody's page waits for the titles of thousands of products: those of the first some hundred are shown. */
const MOST_TITLES = 600;

async function findingOf(visit: Visit, kit: FormKit, asked: string | undefined): Promise<Finding> {
  const skus = Object.entries(kit.typed).flatMap(([name, sku]) => (/\.(from|to|sku)$/.test(name) ? [sku.trim()] : []));
  const [found, titles] = await Promise.all([
    asked === undefined ? [] : productsFound(visit, asked),
    titlesOf(visit, skus.slice(0, MOST_TITLES)),
  ]);
  return {
    asked: asked ?? null,
    found,
    titles,
    path: deskPath("/admin/shops/[merchant]/rules/find", visit.merchant.slug),
  };
}

function toldChange(ground: Ground, change: RulesChange, holds: number): ToldChange {
  const { kind, version, at, before, after } = change;
  const lines = changedLines(ground, kind, {
    before: shopRules({ [kind]: before }),
    after: shopRules({ [kind]: after }),
  });
  return { version, at, who: whoOf(ground, change), ...lines, canRestore: version !== holds };
}
