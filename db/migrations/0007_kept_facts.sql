CREATE TABLE "unsent_orders" (
	"merchant_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	CONSTRAINT "unsent_orders_merchant_id_order_id_pk" PRIMARY KEY("merchant_id","order_id")
);
--> statement-breakpoint
ALTER TABLE "unsent_orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "expectations" DROP CONSTRAINT "expectations_chances";--> statement-breakpoint
DROP INDEX "delays_by_time";--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "late_needed" real;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "learned_from" date;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "learned_to" date;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "learned_day" date;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "silence_unusual" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "handed_over_late" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "needed_by_said" text;--> statement-breakpoint
ALTER TABLE "unsent_orders" ADD CONSTRAINT "unsent_orders_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unsent_orders_due" ON "unsent_orders" USING btree ("merchant_id","due_on","order_id");--> statement-breakpoint
CREATE INDEX "delays_by_time" ON "delays" USING btree ("merchant_id","began_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
ALTER TABLE "expectations" ADD CONSTRAINT "expectations_chances" CHECK ("expectations"."late" between 0 and 1 and "expectations"."lost" between 0 and 1 and "expectations"."late_first" between 0 and 1 and "expectations"."late_needed" between 0 and 1);--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_needed_by_said" CHECK ("orders"."needed_by_said" in ('order', 'page'));--> statement-breakpoint
CREATE POLICY "tenant" ON "unsent_orders" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);