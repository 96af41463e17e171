import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";

/** Whose form it is: a person has one draft of each. */
export type DraftKey = { readonly merchantId: MerchantId; readonly userId: PersonId; readonly form: string };

export type RuleDraft = {
  /** The rules that it was begun with: a hash, and their version. */
  readonly base: string;
  readonly version: number;
  readonly fields: Readonly<Record<string, string>>;
  /** What came of trying it; null where nobody tried it as it is. */
  readonly tried: unknown;
};

/** What somebody typed and did not save; null for nothing. Uses the primary key. */
export async function findRuleDraft(tx: Tx, { merchantId, userId, form }: DraftKey): Promise<RuleDraft | null> {
  const [row] = await tx.execute<RuleDraft>(sql`
    select base, version, fields, tried from rule_drafts
    where merchant_id = ${merchantId} and user_id = ${userId} and form = ${form}`);
  return row ?? null;
}

/** Keeps what was typed in place of what was typed before. Uses the primary key. */
export async function saveRuleDraft(tx: Tx, { merchantId, userId, form }: DraftKey, draft: RuleDraft): Promise<void> {
  const json = (value: unknown) => sql`${JSON.stringify(value).replaceAll("\\u0000", "")}::text::jsonb`;
  await tx.execute(sql`
    insert into rule_drafts (merchant_id, user_id, form, base, version, fields, tried)
    values (${merchantId}, ${userId}, ${form}, ${draft.base}, ${draft.version}, ${json(draft.fields)}, ${json(draft.tried)})
    on conflict (merchant_id, user_id, form) do update set base = excluded.base, version = excluded.version,
      fields = excluded.fields, tried = excluded.tried, updated_at = now()`);
}

/** Forgets what was typed. Uses the primary key. */
export async function dropRuleDraft(tx: Tx, { merchantId, userId, form }: DraftKey): Promise<void> {
  await tx.execute(sql`
    delete from rule_drafts where merchant_id = ${merchantId} and user_id = ${userId} and form = ${form}`);
}

/** The forms in which this person has something unsaved. Uses the primary key. */
export async function draftsOfPerson(
  tx: Tx,
  { merchantId, userId }: Omit<DraftKey, "form">,
): Promise<readonly string[]> {
  const rows = await tx.execute<{ form: string }>(sql`
    select form from rule_drafts where merchant_id = ${merchantId} and user_id = ${userId}`);
  return rows.map(({ form }) => form);
}

/** Notes what came of trying what was typed; nothing where that is gone. Uses the primary key. */
export async function noteTried(tx: Tx, { merchantId, userId, form }: DraftKey, tried: unknown): Promise<void> {
  await tx.execute(sql`
    update rule_drafts set tried = ${JSON.stringify(tried)}::text::jsonb
    where merchant_id = ${merchantId} and user_id = ${userId} and form = ${form}`);
}
