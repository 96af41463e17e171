import { type SQL, sql } from "drizzle-orm";
import * as z from "zod";
import type { Tx } from "#db/client.ts";
import type { MerchantId, PersonId } from "#lib/kernel/ids.ts";
import { isoUtc } from "./iso-utc.ts";

type Key = { readonly merchantId: MerchantId; readonly uploadId: string };

const counts = z.object({ imported: z.int(), updated: z.int(), unchanged: z.int(), rejected: z.int() });
const problem = z.object({ code: z.string(), columns: z.array(z.string()).optional() });

const upload = z.object({
  id: z.string(),
  kind: z.string().nullable(),
  fileName: z.string(),
  sizeBytes: z.number(),
  state: z.enum(["arriving", "checking", "ready", "refused", "importing", "done", "failed"]),
  problem: problem.nullable(),
  header: z.array(z.string()).nullable(),
  checked: counts.nullable(),
  imported: counts.nullable(),
  progress: z.number(),
  isStalled: z.boolean(),
  isTaken: z.boolean(),
  createdBy: z.string(),
  createdByName: z.string().nullable(),
  startedByName: z.string().nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  isDropped: z.boolean(),
  isForgotten: z.boolean(),
});

/** A file that was brought to the desk, and how far it is. `isStalled`: nothing has moved for minutes; names are null for who has left. */
export type Upload = Readonly<z.infer<typeof upload>>;
export type UploadProblem = Readonly<z.infer<typeof problem>>;
export type UploadCounts = Readonly<z.infer<typeof counts>>;

/** A worker that has said nothing for so long has died, or there is none. */
const STALLED = sql`interval '90 seconds'`;
/** Another worker may take over after so long: a batch of rows is written within seconds. */
const LEASE = sql`interval '60 seconds'`;

const FIELDS = sql`u.id, u.kind, u.file_name as "fileName", u.size_bytes::float8 as "sizeBytes", u.state, u.problem, u.header,
  u.checked, u.imported, u.progress, u.moved_at is not null as "isTaken",
  u.state in ('checking', 'importing') and coalesce(u.moved_at, u.started_at, u.created_at) < now() - ${STALLED} as "isStalled",
  u.created_by as "createdBy", c.name as "createdByName", s.name as "startedByName",
  ${isoUtc("created")} as "createdAt", ${isoUtc("ended_at")} as "endedAt",
  u.dropped_at is not null as "isDropped", u.forgotten_at is not null as "isForgotten"`;

function uploadsWhere(tx: Tx, where: SQL): Promise<readonly Upload[]> {
  return tx
    .execute(sql`
      select ${FIELDS} from (select *, created_at as created from uploads) u
      left join auth.user c on c.id = u.created_by left join auth.user s on s.id = u.started_by
      where ${where}`)
    .then((rows) => z.array(upload).parse([...rows]));
}

/** One file; null where there is none. Uses the primary key. */
export async function findUpload(tx: Tx, { merchantId, uploadId }: Key): Promise<Upload | null> {
  const [row] = await uploadsWhere(tx, sql`u.merchant_id = ${merchantId} and u.id = ${uploadId}`);
  return row ?? null;
}

/** Files that were brought, newest first, without those on their way; those before `before`, an id, where it is given. Uses the primary key. */
export function uploadsOf(
  tx: Tx,
  input: { readonly merchantId: MerchantId; readonly before: string | null; readonly limit: number },
): Promise<readonly Upload[]> {
  const after = input.before === null ? sql`` : sql`and u.id < ${input.before}`;
  return uploadsWhere(
    tx,
    sql`u.merchant_id = ${input.merchantId} ${after} and u.state <> 'arriving' and u.dropped_at is null
      order by u.id desc limit ${input.limit}`,
  );
}

/** Notes that a file begins to come in. */
export async function addUpload(
  tx: Tx,
  input: Key & { readonly fileName: string; readonly kind: string | null; readonly actor: PersonId },
): Promise<void> {
  await tx.execute(sql`
    insert into uploads (merchant_id, id, kind, file_name, state, created_by)
    values (${input.merchantId}, ${input.uploadId}, ${input.kind}, ${input.fileName}, 'arriving', ${input.actor})`);
}

/** Keeps the next piece of a file. Uses the primary key. */
export async function addUploadChunk(
  tx: Tx,
  { merchantId, uploadId, position, bytes }: Key & { readonly position: number; readonly bytes: Uint8Array },
): Promise<void> {
  await tx.execute(sql`
    insert into upload_chunks (merchant_id, upload_id, position, bytes)
    values (${merchantId}, ${uploadId}, ${position}, decode(${Buffer.from(bytes).toString("base64")}, 'base64'))`);
}

/** The file is whole; its first line is `header`. Where it was refused at once, nothing waits for a worker. Uses the primary key. */
export async function endArrival(
  tx: Tx,
  input: Key & {
    readonly sizeBytes: number;
    readonly kind: string | null;
    readonly header: readonly string[];
    readonly problem: UploadProblem | null;
  },
): Promise<void> {
  const state = input.problem === null ? "checking" : "refused";
  await tx.execute(sql`
    update uploads set size_bytes = ${input.sizeBytes}, kind = ${input.kind}, state = ${state},
      header = ${JSON.stringify(input.header)}::text::jsonb, problem = ${jsonOrNull(input.problem)}
    where merchant_id = ${input.merchantId} and id = ${input.uploadId}`);
}

/** Takes a file back that did not come in whole. Uses the primary key. */
export async function removeUpload(tx: Tx, { merchantId, uploadId }: Key): Promise<void> {
  await tx.execute(sql`delete from uploads where merchant_id = ${merchantId} and id = ${uploadId}`);
}

/** Has a file checked (again), as this kind; false where it is past that. Uses the primary key. */
export async function checkAgain(
  tx: Tx,
  { merchantId, uploadId, kind }: Key & { readonly kind: string },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update uploads set kind = ${kind}, state = 'checking', problem = null, checked = null, progress = 0, tries = 0,
      moved_at = null, run_id = null, started_at = now()
    where merchant_id = ${merchantId} and id = ${uploadId} and forgotten_at is null and dropped_at is null
      and (state in ('ready', 'refused') or (state = 'failed' and started_by is null)
        or (state = 'checking' and coalesce(moved_at, started_at, created_at) < now() - ${STALLED}))`);
  return rows.count > 0;
}

/** Has a file brought in; false where it was not checked, or somebody else was quicker. Uses the primary key. */
export async function beginImport(tx: Tx, input: Key & { readonly actor: PersonId }): Promise<boolean> {
  const { merchantId, uploadId, actor } = input;
  const rows = await tx.execute(sql`
    update uploads set state = 'importing', started_by = ${actor}, problem = null, progress = 0, tries = 0,
      moved_at = null, run_id = null, started_at = now()
    where merchant_id = ${merchantId} and id = ${uploadId} and forgotten_at is null and dropped_at is null
      and (state = 'ready' or (state = 'failed' and started_by is not null)
        or (state = 'importing' and coalesce(moved_at, started_at, created_at) < now() - ${STALLED}))`);
  return rows.count > 0;
}

/** Throws a file away that nobody has brought in, or takes it back; false where that is too late. Uses the primary key. */
export async function setDropped(tx: Tx, input: Key & { readonly isDropped: boolean }): Promise<boolean> {
  const { merchantId, uploadId, isDropped } = input;
  const rows = await tx.execute(sql`
    update uploads set dropped_at = ${isDropped ? sql`now()` : sql`null`}
    where merchant_id = ${merchantId} and id = ${uploadId} and state in ('checking', 'ready', 'refused', 'failed')
      and (dropped_at is null) = ${isDropped} and forgotten_at is null`);
  return rows.count > 0;
}

function jsonOrNull(value: unknown): SQL {
  return value === null ? sql`null` : sql`${JSON.stringify(value)}::text::jsonb`;
}

/** What a worker needs of a file that waits for it. `done`: what an earlier run of the import wrote before it was cut off. */
export type TakenUpload = {
  readonly kind: string;
  readonly state: "checking" | "importing";
  readonly sizeBytes: number;
  readonly header: readonly string[];
  readonly startedBy: PersonId | null;
  readonly tries: number;
  readonly done: UploadCounts | null;
};

/** Takes a file that waits for a worker; null where nothing waits, or another worker is at it. Uses the primary key. */
export async function takeUpload(tx: Tx, { merchantId, uploadId, runId }: Key & { readonly runId: string }) {
  const [row] = await tx.execute<TakenUpload>(sql`
    update uploads set run_id = ${runId}, moved_at = now(), tries = tries + 1, progress = 0
    where merchant_id = ${merchantId} and id = ${uploadId} and state in ('checking', 'importing') and kind is not null
      and dropped_at is null and forgotten_at is null and (moved_at is null or moved_at < now() - ${LEASE})
    returning kind, state, size_bytes::float8 as "sizeBytes", header, started_by as "startedBy", tries,
      imported as done`);
  return row ?? null;
}

type Run = Key & { readonly runId: string };

/** Says how far a run is; false where it is another's by now. Uses the primary key. */
export async function noteProgress(
  tx: Tx,
  input: Run & { readonly progress: number; readonly imported: UploadCounts | null },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    update uploads set moved_at = now(), progress = ${input.progress}, imported = ${jsonOrNull(input.imported)}
    where merchant_id = ${input.merchantId} and id = ${input.uploadId} and run_id = ${input.runId}
      and state in ('checking', 'importing')`);
  return rows.count > 0;
}

/** Lets another worker go on at once. Uses the primary key. */
export async function releaseUpload(tx: Tx, { merchantId, uploadId, runId }: Run): Promise<void> {
  await tx.execute(sql`
    update uploads set moved_at = null, run_id = null
    where merchant_id = ${merchantId} and id = ${uploadId} and run_id = ${runId}`);
}

/** Ends a run; false where it is another's by now. Uses the primary key. */
export async function endRun(
  tx: Tx,
  input: Run & {
    readonly state: "ready" | "refused" | "done" | "failed";
    readonly problem: UploadProblem | null;
    readonly checked?: UploadCounts;
    readonly imported?: UploadCounts;
  },
): Promise<boolean> {
  const { merchantId, uploadId, runId, state, checked, imported } = input;
  const rows = await tx.execute(sql`
    update uploads set state = ${state}, problem = ${jsonOrNull(input.problem)}, progress = 1, moved_at = now(),
      run_id = null, ended_at = now(),
      checked = ${checked === undefined ? sql`checked` : jsonOrNull(checked)},
      imported = ${imported === undefined ? sql`imported` : jsonOrNull(imported)}
    where merchant_id = ${merchantId} and id = ${uploadId} and run_id = ${runId}`);
  return rows.count > 0;
}

/**
 * Deletes files that are older than `days`, that never came in whole or that were thrown away, with the rows that stayed
 * out; of the history the row itself stays. At most 20 at a time; returns how many. Index: uploads_kept.
 */
export async function forgetFiles(
  tx: Tx,
  { merchantId, days }: { readonly merchantId: MerchantId; readonly days: number },
): Promise<number> {
  const old = await tx.execute<{ id: string }>(sql`
    select id from uploads
    where merchant_id = ${merchantId} and forgotten_at is null and (created_at < now() - make_interval(days => ${days})
      or (state = 'arriving' and created_at < now() - interval '1 hour') or dropped_at < now() - interval '1 hour')
    order by created_at limit 20 for update skip locked`);
  if (old.length === 0) return 0;
  const ids = sql`(select jsonb_array_elements_text(${JSON.stringify(old.map(({ id }) => id))}::text::jsonb)::uuid)`;
  await tx.execute(sql`delete from upload_chunks where merchant_id = ${merchantId} and upload_id in ${ids}`);
  await tx.execute(sql`delete from upload_rejections where merchant_id = ${merchantId} and upload_id in ${ids}`);
  await tx.execute(sql`
    delete from uploads where merchant_id = ${merchantId} and id in ${ids}
      and (state = 'arriving' or dropped_at is not null)`);
  await tx.execute(sql`
    update uploads set forgotten_at = now(), state = case when state in ('done', 'refused') then state else 'failed' end
    where merchant_id = ${merchantId} and id in ${ids}`);
  return old.length;
}
