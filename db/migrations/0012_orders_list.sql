CREATE TABLE "order_marks" (
	"merchant_id" uuid NOT NULL,
	"mark" text collate "C" NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"order_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	CONSTRAINT "order_marks_merchant_id_mark_placed_at_order_id_subject_id_pk" PRIMARY KEY("merchant_id","mark","placed_at","order_id","subject_id")
);
--> statement-breakpoint
ALTER TABLE "order_marks" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "order_marks" ADD CONSTRAINT "order_marks_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_marks_of_order" ON "order_marks" USING btree ("merchant_id","order_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "order_marks" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
-- The owner sees no rows of a protected table; FORCE comes back after every migration.
ALTER TABLE "orders" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shipments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "tracking_states" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "order_marks" (merchant_id, mark, placed_at, order_id, subject_id)
SELECT o.merchant_id, k.mark, o.placed_at, o.id, k.subject_id
FROM orders o
CROSS JOIN LATERAL (
  SELECT 'status:' || coalesce(t.status, 'pending') AS mark, s.id AS subject_id FROM shipments s
    LEFT JOIN tracking_states t ON t.merchant_id = s.merchant_id AND t.shipment_id = s.id
    WHERE s.merchant_id = o.merchant_id AND s.order_id = o.id
  UNION ALL SELECT 'carrier:' || s.carrier, s.id FROM shipments s WHERE s.merchant_id = o.merchant_id AND s.order_id = o.id
  UNION ALL SELECT 'unsent', o.id WHERE o.cancelled_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.merchant_id = o.merchant_id AND s.order_id = o.id)
) k;
