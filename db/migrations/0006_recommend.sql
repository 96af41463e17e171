CREATE TABLE "offer_sights" (
	"merchant_id" uuid NOT NULL,
	"offer_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "offer_sights_merchant_id_offer_id_product_id_kind_pk" PRIMARY KEY("merchant_id","offer_id","product_id","kind"),
	CONSTRAINT "offer_sights_kind" CHECK ("offer_sights"."kind" in ('seen', 'clicked'))
);
--> statement-breakpoint
ALTER TABLE "offer_sights" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "offers" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"shopper_id" uuid,
	"offered_at" timestamp with time zone NOT NULL,
	"shown" jsonb NOT NULL,
	"withheld" jsonb NOT NULL,
	"reason" text,
	"held_out" boolean NOT NULL,
	"engine" text,
	CONSTRAINT "offers_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "offers_engine" CHECK ("offers"."engine" in ('transitions', 'ease', 'popularity'))
);
--> statement-breakpoint
ALTER TABLE "offers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recommend_models" (
	"merchant_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"built_at" timestamp with time zone NOT NULL,
	"added_until" timestamp with time zone NOT NULL,
	"engine" text NOT NULL,
	"settings" jsonb NOT NULL,
	"choice" jsonb NOT NULL,
	"product_count" integer NOT NULL,
	"orders" integer NOT NULL,
	"lines" integer NOT NULL,
	"mean_length" double precision DEFAULT 1 NOT NULL,
	"weight" double precision DEFAULT 0 NOT NULL,
	"scale" double precision DEFAULT 1 NOT NULL,
	"highest" double precision DEFAULT 0 NOT NULL,
	"fallback" "bytea" NOT NULL,
	"least" real DEFAULT 0 NOT NULL,
	CONSTRAINT "recommend_models_merchant_id_pk" PRIMARY KEY("merchant_id"),
	CONSTRAINT "recommend_models_engine" CHECK ("recommend_models"."engine" in ('transitions', 'ease', 'popularity'))
);
--> statement-breakpoint
ALTER TABLE "recommend_models" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recommend_products" (
	"merchant_id" uuid NOT NULL,
	"product_id" uuid NOT NULL,
	"sold" integer NOT NULL,
	"returned" integer NOT NULL,
	"most_returned" boolean NOT NULL,
	"rating_mean" real,
	"rating_count" integer DEFAULT 0 NOT NULL,
	"usual_gap_days" real,
	"learned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recommend_products_merchant_id_product_id_pk" PRIMARY KEY("merchant_id","product_id"),
	CONSTRAINT "recommend_products_rating" CHECK (("recommend_products"."rating_mean" is null) = ("recommend_products"."rating_count" = 0))
);
--> statement-breakpoint
ALTER TABLE "recommend_products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recommend_rows" (
	"merchant_id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"number" integer NOT NULL,
	"product_id" uuid NOT NULL,
	"own" double precision DEFAULT 0 NOT NULL,
	"held" double precision DEFAULT 0 NOT NULL,
	"fresh" double precision DEFAULT 0 NOT NULL,
	"intercept" real,
	"targets" "bytea" NOT NULL,
	"strengths" "bytea" NOT NULL,
	"counts" "bytea" NOT NULL,
	CONSTRAINT "recommend_rows_merchant_id_generation_number_pk" PRIMARY KEY("merchant_id","generation","number")
);
--> statement-breakpoint
ALTER TABLE "recommend_rows" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "recommend_runs" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"generation" integer NOT NULL,
	"phase" text NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"beat_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recommend_runs_merchant_id_pk" PRIMARY KEY("merchant_id"),
	CONSTRAINT "recommend_runs_phase" CHECK ("recommend_runs"."phase" in ('reading', 'choosing', 'learning', 'writing', 'done', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "recommend_runs" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "rules" DROP CONSTRAINT "rules_kind";--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "created_at" SET DEFAULT statement_timestamp();--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "updated_at" SET DEFAULT statement_timestamp();--> statement-breakpoint
ALTER TABLE "offer_sights" ADD CONSTRAINT "offer_sights_merchant_id_offer_id_offers_merchant_id_id_fk" FOREIGN KEY ("merchant_id","offer_id") REFERENCES "public"."offers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offers" ADD CONSTRAINT "offers_merchant_id_shopper_id_shoppers_merchant_id_id_fk" FOREIGN KEY ("merchant_id","shopper_id") REFERENCES "public"."shoppers"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommend_models" ADD CONSTRAINT "recommend_models_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommend_products" ADD CONSTRAINT "recommend_products_merchant_id_product_id_products_merchant_id_id_fk" FOREIGN KEY ("merchant_id","product_id") REFERENCES "public"."products"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommend_rows" ADD CONSTRAINT "recommend_rows_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommend_rows" ADD CONSTRAINT "recommend_rows_merchant_id_product_id_products_merchant_id_id_fk" FOREIGN KEY ("merchant_id","product_id") REFERENCES "public"."products"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommend_runs" ADD CONSTRAINT "recommend_runs_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "offer_sights_by_time" ON "offer_sights" USING btree ("merchant_id","at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "offers_by_order" ON "offers" USING btree ("merchant_id","order_id","offered_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "offers_by_shopper" ON "offers" USING btree ("merchant_id","shopper_id","offered_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "offers_by_time" ON "offers" USING btree ("merchant_id","offered_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "recommend_rows_by_product" ON "recommend_rows" USING btree ("merchant_id","product_id","generation");--> statement-breakpoint
CREATE INDEX "orders_by_arrival" ON "orders" USING btree ("merchant_id","created_at");--> statement-breakpoint
CREATE INDEX "orders_changed" ON "orders" USING btree ("merchant_id","updated_at") WHERE updated_at > created_at;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_kind" CHECK ("rules"."kind" in ('promise', 'delay', 'recommend'));--> statement-breakpoint
CREATE POLICY "tenant" ON "offer_sights" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "offers" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "recommend_models" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "recommend_products" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "recommend_rows" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "recommend_runs" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);