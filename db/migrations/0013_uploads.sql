CREATE TABLE "disconnected_accounts" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account" jsonb NOT NULL,
	"routes" jsonb NOT NULL,
	"removed_by" text NOT NULL,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "disconnected_accounts_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
ALTER TABLE "disconnected_accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upload_chunks" (
	"merchant_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "upload_chunks_merchant_id_upload_id_position_pk" PRIMARY KEY("merchant_id","upload_id","position")
);
--> statement-breakpoint
ALTER TABLE "upload_chunks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "upload_rejections" (
	"merchant_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"left_out" text NOT NULL,
	"problems" jsonb NOT NULL,
	"cells" jsonb NOT NULL,
	CONSTRAINT "upload_rejections_merchant_id_upload_id_line_pk" PRIMARY KEY("merchant_id","upload_id","line")
);
--> statement-breakpoint
ALTER TABLE "upload_rejections" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "uploads" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text,
	"file_name" text NOT NULL,
	"size_bytes" bigint DEFAULT 0 NOT NULL,
	"state" text NOT NULL,
	"problem" jsonb,
	"header" jsonb,
	"checked" jsonb,
	"imported" jsonb,
	"progress" double precision DEFAULT 0 NOT NULL,
	"moved_at" timestamp with time zone,
	"run_id" uuid,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_by" text NOT NULL,
	"started_by" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	"forgotten_at" timestamp with time zone,
	CONSTRAINT "uploads_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "uploads_state" CHECK ("uploads"."state" in ('arriving', 'checking', 'ready', 'refused', 'importing', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "uploads" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "disconnected_accounts" ADD CONSTRAINT "disconnected_accounts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_chunks" ADD CONSTRAINT "upload_chunks_merchant_id_upload_id_uploads_merchant_id_id_fk" FOREIGN KEY ("merchant_id","upload_id") REFERENCES "public"."uploads"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "upload_rejections" ADD CONSTRAINT "upload_rejections_merchant_id_upload_id_uploads_merchant_id_id_fk" FOREIGN KEY ("merchant_id","upload_id") REFERENCES "public"."uploads"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "uploads_kept" ON "uploads" USING btree ("merchant_id","created_at") WHERE forgotten_at is null;--> statement-breakpoint
CREATE POLICY "tenant" ON "disconnected_accounts" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "upload_chunks" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "upload_rejections" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "uploads" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);