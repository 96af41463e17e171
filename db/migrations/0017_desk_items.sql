CREATE TABLE "desk_items" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"kind" text NOT NULL,
	"order_id" uuid,
	"shipment_id" uuid,
	"shopper_id" uuid,
	"severity" smallint NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"attend_by" timestamp with time zone NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_caused" boolean DEFAULT true NOT NULL,
	"assigned_to" text,
	"snoozed_until" timestamp with time zone,
	"resolved_at" timestamp with time zone,
	"resolved_by" text,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_by" text,
	"changed_at" timestamp with time zone,
	CONSTRAINT "desk_items_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "desk_items_once" UNIQUE("merchant_id","subject_id","topic"),
	CONSTRAINT "desk_items_topic" CHECK ("desk_items"."topic" in ('choice', 'trouble', 'unsent', 'shop', 'voice', 'number')),
	CONSTRAINT "desk_items_severity" CHECK ("desk_items"."severity" between 0 and 3)
);
--> statement-breakpoint
ALTER TABLE "desk_items" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "remedies" ADD COLUMN "chosen_by" text DEFAULT 'shopper' NOT NULL;--> statement-breakpoint
ALTER TABLE "remedies" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "desk_items" ADD CONSTRAINT "desk_items_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_items" ADD CONSTRAINT "desk_items_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desk_items" ADD CONSTRAINT "desk_items_assigned_to" FOREIGN KEY ("merchant_id","assigned_to") REFERENCES "public"."members"("merchant_id","user_id") ON DELETE set null ("assigned_to") ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_items_open" ON "desk_items" USING btree ("merchant_id","attend_by","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "desk_items_of_topic" ON "desk_items" USING btree ("merchant_id","topic","attend_by","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "desk_items_of_person" ON "desk_items" USING btree ("merchant_id","assigned_to","attend_by","id") WHERE resolved_at is null;--> statement-breakpoint
CREATE INDEX "desk_items_asleep" ON "desk_items" USING btree ("merchant_id","snoozed_until") WHERE resolved_at is null and snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "desk_items_by_order" ON "desk_items" USING btree ("merchant_id","order_id");--> statement-breakpoint
CREATE INDEX "desk_items_resolved" ON "desk_items" USING btree ("merchant_id","resolved_at" DESC NULLS FIRST,"id") WHERE resolved_at is not null;--> statement-breakpoint
CREATE INDEX "gestures_failed" ON "gestures" USING btree ("merchant_id","order_id") WHERE request = 'failed';--> statement-breakpoint
CREATE INDEX "remedies_failed" ON "remedies" USING btree ("merchant_id","order_id") WHERE request = 'failed';--> statement-breakpoint
CREATE INDEX "reviews_bad" ON "reviews" USING btree ("merchant_id","reviewed_at" DESC NULLS FIRST) WHERE rating <= 2;--> statement-breakpoint
CREATE INDEX "tracking_states_invalid" ON "tracking_states" USING btree ("merchant_id","shipment_id") WHERE problem = 'invalid_number';--> statement-breakpoint
ALTER TABLE "remedies" ADD CONSTRAINT "remedies_chosen_by" CHECK ("remedies"."chosen_by" in ('shopper', 'shop'));--> statement-breakpoint
CREATE POLICY "tenant" ON "desk_items" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);