CREATE TABLE "carrier_pushes" (
	"merchant_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"delivery_key" text NOT NULL,
	"body" text,
	"received_at" timestamp with time zone DEFAULT now() NOT NULL,
	"worked_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "carrier_pushes_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "carrier_pushes_outcome" CHECK ("carrier_pushes"."outcome" in ('news', 'nothing_new', 'no_parcel', 'hint', 'unreadable'))
);
--> statement-breakpoint
ALTER TABLE "carrier_pushes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "carrier_routes" (
	"merchant_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"position" integer NOT NULL,
	"account_id" uuid NOT NULL,
	CONSTRAINT "carrier_routes_merchant_id_carrier_position_pk" PRIMARY KEY("merchant_id","carrier","position")
);
--> statement-breakpoint
ALTER TABLE "carrier_routes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "call_budgets" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"merchant_id" uuid NOT NULL,
	"per_second" double precision,
	"per_hour" integer,
	"per_day" integer,
	"spent" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"free_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"merchant_id" uuid NOT NULL,
	"shipment_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"renew_at" timestamp with time zone NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"problem" text,
	CONSTRAINT "push_subscriptions_merchant_id_shipment_id_pk" PRIMARY KEY("merchant_id","shipment_id")
);
--> statement-breakpoint
ALTER TABLE "push_subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "unknown_codes" (
	"merchant_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"code" text NOT NULL,
	"description" text,
	"times" bigint NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unknown_codes_merchant_id_carrier_code_pk" PRIMARY KEY("merchant_id","carrier","code")
);
--> statement-breakpoint
ALTER TABLE "unknown_codes" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "due_shipments_by_account";--> statement-breakpoint
ALTER TABLE "carrier_accounts" ADD COLUMN "aggregator" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "carrier_accounts" ADD COLUMN "webhook_key" text;--> statement-breakpoint
ALTER TABLE "carrier_accounts" ADD COLUMN "webhook_secret" jsonb;--> statement-breakpoint
ALTER TABLE "account_pauses" ADD COLUMN "problem" text;--> statement-breakpoint
ALTER TABLE "account_pauses" ADD COLUMN "since" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "due_shipments" ADD COLUMN "urgency" smallint DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "due_shipments" ADD COLUMN "refused_by" uuid;--> statement-breakpoint
ALTER TABLE "tracking_states" ADD COLUMN "pushed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "carrier_pushes" ADD CONSTRAINT "carrier_pushes_merchant_id_account_id_carrier_accounts_merchant_id_id_fk" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."carrier_accounts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "carrier_routes" ADD CONSTRAINT "carrier_routes_merchant_id_account_id_carrier_accounts_merchant_id_id_fk" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."carrier_accounts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_merchant_id_shipment_id_shipments_merchant_id_id_fk" FOREIGN KEY ("merchant_id","shipment_id") REFERENCES "public"."shipments"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_merchant_id_account_id_carrier_accounts_merchant_id_id_fk" FOREIGN KEY ("merchant_id","account_id") REFERENCES "public"."carrier_accounts"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unknown_codes" ADD CONSTRAINT "unknown_codes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "carrier_pushes_once" ON "carrier_pushes" USING btree ("merchant_id","account_id","delivery_key");--> statement-breakpoint
CREATE INDEX "carrier_pushes_by_age" ON "carrier_pushes" USING btree ("merchant_id","received_at");--> statement-breakpoint
CREATE INDEX "push_subscriptions_by_renewal" ON "push_subscriptions" USING btree ("merchant_id","account_id","renew_at");--> statement-breakpoint
CREATE INDEX "due_shipments_by_account" ON "due_shipments" USING btree ("account_id","urgency","next_check_at");--> statement-breakpoint
ALTER TABLE "due_shipments" ADD CONSTRAINT "due_shipments_urgency" CHECK ("due_shipments"."urgency" between 0 and 3);--> statement-breakpoint
CREATE POLICY "tenant" ON "carrier_pushes" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "carrier_routes" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "push_subscriptions" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "unknown_codes" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);