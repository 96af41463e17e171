CREATE TABLE "account_pauses" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"merchant_id" uuid NOT NULL,
	"paused_until" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tracking_states" (
	"merchant_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"status" text DEFAULT 'pending' NOT NULL,
	"asked_at" timestamp with time zone,
	"checked_at" timestamp with time zone,
	"problem" text,
	"problem_since" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tracking_states_merchant_id_shipment_id_pk" PRIMARY KEY("merchant_id","shipment_id"),
	CONSTRAINT "tracking_states_status" CHECK ("tracking_states"."status" in ('pending', 'info_received', 'picked_up', 'in_transit', 'customs', 'out_for_delivery', 'attempt_failed', 'available_for_pickup', 'delivered', 'exception', 'lost', 'returning', 'returned', 'cancelled', 'expired')),
	CONSTRAINT "tracking_states_problem" CHECK ("tracking_states"."problem" in ('invalid_number', 'credentials_refused', 'forbidden', 'quota_spent', 'outage', 'unreadable', 'rejected')),
	CONSTRAINT "tracking_states_problem_since" CHECK (("tracking_states"."problem" is null) = ("tracking_states"."problem_since" is null))
);
--> statement-breakpoint
ALTER TABLE "tracking_states" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "due_shipments" ADD COLUMN "lease_id" uuid;--> statement-breakpoint
ALTER TABLE "due_shipments" ADD COLUMN "tried_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "observations" ADD COLUMN "corrects" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tracking_states" ADD CONSTRAINT "tracking_states_merchant_id_shipment_id_shipments_merchant_id_id_fk" FOREIGN KEY ("merchant_id","shipment_id") REFERENCES "public"."shipments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "due_shipments_in_flight" ON "due_shipments" USING btree ("account_id","lease_until") WHERE lease_until is not null;--> statement-breakpoint
CREATE POLICY "tenant" ON "tracking_states" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);