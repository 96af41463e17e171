CREATE TABLE "message_dials" (
	"merchant_id" uuid NOT NULL,
	"consent_id" uuid NOT NULL,
	"milestone" text NOT NULL,
	"frequency" text NOT NULL,
	CONSTRAINT "message_dials_merchant_id_consent_id_milestone_pk" PRIMARY KEY("merchant_id","consent_id","milestone"),
	CONSTRAINT "message_dials_frequency" CHECK ("message_dials"."frequency" in ('each', 'daily', 'off')),
	CONSTRAINT "message_dials_milestone" CHECK ("message_dials"."milestone" in ('confirmed', 'shipped', 'in_transit', 'out_for_delivery', 'delivered', 'delayed', 'problem', 'pickup_ready', 'returned'))
);
--> statement-breakpoint
ALTER TABLE "message_dials" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"whole_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "pickup" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "needed_by" date;--> statement-breakpoint
ALTER TABLE "shoppers" ADD COLUMN "chosen_locale" text;--> statement-breakpoint
ALTER TABLE "message_dials" ADD CONSTRAINT "message_dials_merchant_id_consent_id_consents_merchant_id_id_fk" FOREIGN KEY ("merchant_id","consent_id") REFERENCES "public"."consents"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "throttles_whole" ON "throttles" USING btree ("whole_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "message_dials" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);