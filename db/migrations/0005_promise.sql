CREATE TABLE "delays" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"shipment_id" uuid,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"cause" text NOT NULL,
	"severity" smallint NOT NULL,
	"days_late" integer,
	"late" real,
	"reason" text,
	"responsible" text,
	"misses_needed" boolean DEFAULT false NOT NULL,
	"was_from" date,
	"was_to" date,
	"now_from" date,
	"now_to" date,
	"began_at" timestamp with time zone NOT NULL,
	"apologised_at" timestamp with time zone,
	"told_at" timestamp with time zone,
	"viewed_at" timestamp with time zone,
	"solved_at" timestamp with time zone,
	"ended_days_late" integer,
	CONSTRAINT "delays_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "delays_once" UNIQUE NULLS NOT DISTINCT("merchant_id","order_id","shipment_id"),
	CONSTRAINT "delays_state" CHECK ("delays"."state" in ('at_risk', 'late', 'stuck', 'lost')),
	CONSTRAINT "delays_level" CHECK ("delays"."level" in ('calm', 'apology')),
	CONSTRAINT "delays_severity" CHECK ("delays"."severity" between 0 and 3),
	CONSTRAINT "delays_late" CHECK ("delays"."late" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "delays" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "expectations" (
	"merchant_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"is_open" boolean DEFAULT true NOT NULL,
	"zone" text NOT NULL,
	"carrier" text NOT NULL,
	"handed_over_at" timestamp with time zone,
	"arrived_at" timestamp with time zone,
	"arrived_on" date,
	"watched_until" timestamp with time zone,
	"out_for_delivery_at" timestamp with time zone,
	"silent_from" timestamp with time zone,
	"silent_to" timestamp with time zone,
	"status_since" date,
	"tried_on" date,
	"carrier_from" date,
	"carrier_to" date,
	"carrier_first_to" date,
	"learned_first_from" date,
	"learned_first_to" date,
	"learned_first_day" date,
	"forecast" real,
	"late_first" real,
	"reason" text,
	"responsible" text,
	"action_required" text,
	"promised_to" date,
	"from_day" date,
	"to_day" date,
	"source" text,
	"late" real,
	"lost" real,
	"basis" text,
	"basis_parcels" integer,
	"judged_at" timestamp with time zone NOT NULL,
	CONSTRAINT "expectations_merchant_id_shipment_id_pk" PRIMARY KEY("merchant_id","shipment_id"),
	CONSTRAINT "expectations_window" CHECK ("expectations"."from_day" <= "expectations"."to_day"),
	CONSTRAINT "expectations_source" CHECK (("expectations"."source" is null) = ("expectations"."to_day" is null) and "expectations"."source" in ('carrier', 'learned', 'promised')),
	CONSTRAINT "expectations_chances" CHECK ("expectations"."late" between 0 and 1 and "expectations"."lost" between 0 and 1 and "expectations"."late_first" between 0 and 1)
);
--> statement-breakpoint
ALTER TABLE "expectations" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gesture_spend" (
	"merchant_id" uuid NOT NULL,
	"month" date NOT NULL,
	"spent_minor" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "gesture_spend_merchant_id_month_pk" PRIMARY KEY("merchant_id","month"),
	CONSTRAINT "gesture_spend_positive" CHECK ("gesture_spend"."spent_minor" >= 0)
);
--> statement-breakpoint
ALTER TABLE "gesture_spend" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "gestures" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"delay_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"rule_id" text NOT NULL,
	"rule_name" text NOT NULL,
	"gesture" jsonb NOT NULL,
	"cost_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"code" text,
	"month" date NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	"request" text NOT NULL,
	"request_error" text,
	CONSTRAINT "gestures_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "gestures_once" UNIQUE("merchant_id","delay_id"),
	CONSTRAINT "gestures_code" UNIQUE("merchant_id","code"),
	CONSTRAINT "gestures_cost" CHECK ("gestures"."cost_minor" >= 0),
	CONSTRAINT "gestures_request" CHECK ("gestures"."request" in ('queued', 'sent', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "gestures" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "remedies" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"shipment_id" uuid,
	"remedy" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text NOT NULL,
	"chosen_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	"request_key" text,
	"request" text,
	"request_error" text,
	CONSTRAINT "remedies_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "remedies_remedy" CHECK ("remedies"."remedy" in ('wait', 'pickup', 'address', 'reship', 'refund', 'person')),
	CONSTRAINT "remedies_state" CHECK ("remedies"."state" in ('waiting', 'taken_back', 'accepted', 'done', 'declined')),
	CONSTRAINT "remedies_request" CHECK ("remedies"."request" in ('queued', 'sent', 'failed')),
	CONSTRAINT "remedies_settled" CHECK (("remedies"."state" = 'waiting') = ("remedies"."settled_at" is null))
);
--> statement-breakpoint
ALTER TABLE "remedies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "arrival_models" (
	"merchant_id" uuid NOT NULL,
	"built_at" timestamp with time zone NOT NULL,
	"parcels" integer NOT NULL,
	"model" jsonb NOT NULL,
	CONSTRAINT "arrival_models_merchant_id_pk" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
ALTER TABLE "arrival_models" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "rules" (
	"merchant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rules_merchant_id_kind_pk" PRIMARY KEY("merchant_id","kind"),
	CONSTRAINT "rules_kind" CHECK ("rules"."kind" in ('promise', 'delay'))
);
--> statement-breakpoint
ALTER TABLE "rules" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "shop_hooks" (
	"merchant_id" uuid NOT NULL,
	"url" text NOT NULL,
	"secret" jsonb NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "shop_hooks_merchant_id_pk" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
ALTER TABLE "shop_hooks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "promises" DROP CONSTRAINT "promises_said_by";--> statement-breakpoint
DROP INDEX "promises_of_order";--> statement-breakpoint
ALTER TABLE "tracking_states" ADD COLUMN "news_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tracking_states" ADD COLUMN "facts" text;--> statement-breakpoint
ALTER TABLE "delays" ADD CONSTRAINT "delays_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delays" ADD CONSTRAINT "delays_merchant_id_shipment_id_shipments_merchant_id_id_fk" FOREIGN KEY ("merchant_id","shipment_id") REFERENCES "public"."shipments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expectations" ADD CONSTRAINT "expectations_merchant_id_shipment_id_shipments_merchant_id_id_fk" FOREIGN KEY ("merchant_id","shipment_id") REFERENCES "public"."shipments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gesture_spend" ADD CONSTRAINT "gesture_spend_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_merchant_id_delay_id_delays_merchant_id_id_fk" FOREIGN KEY ("merchant_id","delay_id") REFERENCES "public"."delays"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remedies" ADD CONSTRAINT "remedies_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remedies" ADD CONSTRAINT "remedies_merchant_id_shipment_id_shipments_merchant_id_id_fk" FOREIGN KEY ("merchant_id","shipment_id") REFERENCES "public"."shipments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "arrival_models" ADD CONSTRAINT "arrival_models_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shop_hooks" ADD CONSTRAINT "shop_hooks_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "delays_open" ON "delays" USING btree ("merchant_id","severity" DESC NULLS FIRST,"began_at") WHERE solved_at is null;--> statement-breakpoint
CREATE INDEX "delays_by_time" ON "delays" USING btree ("merchant_id","began_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "expectations_open" ON "expectations" USING btree ("merchant_id","shipment_id") WHERE is_open;--> statement-breakpoint
CREATE INDEX "expectations_handed_over" ON "expectations" USING btree ("merchant_id","handed_over_at" DESC NULLS FIRST) WHERE handed_over_at is not null;--> statement-breakpoint
CREATE INDEX "gestures_by_order" ON "gestures" USING btree ("merchant_id","order_id");--> statement-breakpoint
CREATE INDEX "gestures_by_month" ON "gestures" USING btree ("merchant_id","month" DESC NULLS FIRST,"granted_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "remedies_waiting" ON "remedies" USING btree ("merchant_id","order_id",coalesce(shipment_id, order_id)) WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "remedies_request_key" ON "remedies" USING btree ("merchant_id","order_id","request_key") WHERE request_key is not null;--> statement-breakpoint
CREATE INDEX "remedies_by_order" ON "remedies" USING btree ("merchant_id","order_id","chosen_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "remedies_due" ON "remedies" USING btree ("merchant_id","due_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "carrier_pushes_unworked" ON "carrier_pushes" USING btree ("merchant_id","received_at") WHERE worked_at is null;--> statement-breakpoint
CREATE INDEX "tracking_states_unjudged" ON "tracking_states" USING btree ("merchant_id","shipment_id") WHERE facts is null;--> statement-breakpoint
CREATE UNIQUE INDEX "promises_of_order" ON "promises" USING btree ("merchant_id","order_id","said_at","said_by","from_day","to_day",coalesce(shipment_id, order_id));--> statement-breakpoint
ALTER TABLE "promises" ADD CONSTRAINT "promises_said_by" CHECK ("promises"."said_by" in ('checkout', 'rule', 'carrier', 'merchant', 'learned'));--> statement-breakpoint
CREATE POLICY "tenant" ON "delays" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "expectations" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "gesture_spend" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "gestures" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "remedies" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "arrival_models" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "rules" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "shop_hooks" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);