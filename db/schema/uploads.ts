import { sql } from "drizzle-orm";
import {
  bigint,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, createdAt, instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";

/**
 * Files that somebody at the desk brought, and what became of each. The row stays as the history of imports; the file itself
 * (`upload_chunks`) and the rows that stayed out (`upload_rejections`) go after some days.
 */
export const uploads = pgTable(
  "uploads",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /** An `ImportKind`; null while nobody knows what the file is. */
    kind: text("kind"),
    fileName: text("file_name").notNull(),
    sizeBytes: bigint("size_bytes", { mode: "number" }).notNull().default(0),
    /** `arriving`: its bytes come in; `checking`, `importing`: a worker's turn, or waiting for one. */
    state: text("state", {
      enum: ["arriving", "checking", "ready", "refused", "importing", "done", "failed"],
    }).notNull(),
    /** Why a file was refused as a whole: a word of ours and, for columns, their names. */
    problem: jsonb("problem"),
    /** The names of the first line. */
    header: jsonb("header"),
    /** What the check found, and what the import did: an `ImportReport` each. */
    checked: jsonb("checked"),
    imported: jsonb("imported"),
    /** How far the run at hand is, 0 to 1, and when it last said so; null before a worker has taken it. */
    progress: doublePrecision("progress").notNull().default(0),
    movedAt: instant("moved_at"),
    /** The run that works on it: one that lost it to another stops. */
    runId: uuid("run_id"),
    tries: integer("tries").notNull().default(0),
    /** Who brought it, and who brought it in. */
    createdBy: text("created_by").notNull(),
    startedBy: text("started_by"),
    createdAt: createdAt(),
    startedAt: instant("started_at"),
    endedAt: instant("ended_at"),
    /** Thrown away by somebody who may still want it back. */
    droppedAt: instant("dropped_at"),
    /** The file itself has been deleted. */
    forgottenAt: instant("forgotten_at"),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.id] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    // Housekeeping: files that are still kept.
    index("uploads_kept").on(t.merchantId, t.createdAt).where(sql`forgotten_at is null`),
    check(
      "uploads_state",
      sql`${t.state} in ('arriving', 'checking', 'ready', 'refused', 'importing', 'done', 'failed')`,
    ),
    tenantPolicy(),
  ],
);

/** A file as it came, in pieces, so that any process on any machine can read it. */
export const uploadChunks = pgTable(
  "upload_chunks",
  {
    merchantId: merchantId(),
    uploadId: uuid("upload_id").notNull(),
    position: integer("position").notNull(),
    bytes: bytes("bytes").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.uploadId, t.position] }),
    foreignKey({ columns: [t.merchantId, t.uploadId], foreignColumns: [uploads.merchantId, uploads.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);

/** Rows that stay out, with all rows of their entry, to be handed back for correction. */
export const uploadRejections = pgTable(
  "upload_rejections",
  {
    merchantId: merchantId(),
    uploadId: uuid("upload_id").notNull(),
    /** The row's physical line in the file. */
    line: integer("line").notNull(),
    /** What was left out for it: "Order #1001". */
    leftOut: text("left_out").notNull(),
    /** `{column, reason}` each; empty for a row that only belongs to a bad one. */
    problems: jsonb("problems").notNull(),
    /** The row's cells in the header's order. */
    cells: jsonb("cells").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.uploadId, t.line] }),
    foreignKey({ columns: [t.merchantId, t.uploadId], foreignColumns: [uploads.merchantId, uploads.id] }).onDelete(
      "cascade",
    ),
    tenantPolicy(),
  ],
);
