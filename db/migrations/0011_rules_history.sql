CREATE TABLE "rule_drafts" (
	"merchant_id" uuid NOT NULL,
	"user_id" text NOT NULL,
	"form" text NOT NULL,
	"base" text NOT NULL,
	"version" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"tried" jsonb,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_drafts_merchant_id_user_id_form_pk" PRIMARY KEY("merchant_id","user_id","form")
);
--> statement-breakpoint
ALTER TABLE "rule_drafts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "sku_key" text collate "C" GENERATED ALWAYS AS (lower(left(sku, 100))) STORED;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "title_key" text collate "C" GENERATED ALWAYS AS (lower(left(title, 100))) STORED;--> statement-breakpoint
ALTER TABLE "rule_drafts" ADD CONSTRAINT "rule_drafts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_of_rules" ON "audit" USING btree ("merchant_id","subject","at" DESC NULLS FIRST) WHERE action = 'rules.set';--> statement-breakpoint
CREATE INDEX "products_by_sku_key" ON "products" USING btree ("merchant_id","sku_key");--> statement-breakpoint
CREATE INDEX "products_by_title_key" ON "products" USING btree ("merchant_id","title_key");--> statement-breakpoint
CREATE POLICY "tenant" ON "rule_drafts" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);