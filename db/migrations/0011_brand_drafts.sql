CREATE TABLE "brand_drafts" (
	"merchant_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"tokens" jsonb NOT NULL,
	"based_on" integer,
	"touched" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "brand_drafts_merchant_id_pk" PRIMARY KEY("merchant_id"),
	CONSTRAINT "brand_drafts_state" CHECK ("brand_drafts"."state" in ('open', 'discarded', 'published'))
);
--> statement-breakpoint
ALTER TABLE "brand_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "published_by" text;--> statement-breakpoint
ALTER TABLE "brand_drafts" ADD CONSTRAINT "brand_drafts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE POLICY "tenant" ON "brand_drafts" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);