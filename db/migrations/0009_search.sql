CREATE TABLE "search_terms" (
	"merchant_id" uuid NOT NULL,
	"term" text collate "C" NOT NULL,
	"kind" text NOT NULL,
	"order_id" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "search_terms_merchant_id_term_placed_at_order_id_kind_pk" PRIMARY KEY("merchant_id","term","placed_at","order_id","kind"),
	CONSTRAINT "search_terms_kind" CHECK ("search_terms"."kind" in ('number', 'number_end', 'name', 'email', 'tracking', 'tracking_end', 'sku', 'product'))
);
--> statement-breakpoint
ALTER TABLE "search_terms" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "search_terms" ADD CONSTRAINT "search_terms_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_terms_of_order" ON "search_terms" USING btree ("merchant_id","order_id");--> statement-breakpoint
CREATE POLICY "tenant" ON "search_terms" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
-- The owner sees no rows of a protected table; FORCE comes back after every migration.
ALTER TABLE "orders" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shoppers" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "shipments" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "line_items" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "search_terms" (merchant_id, term, kind, order_id, placed_at)
SELECT DISTINCT o.merchant_id, t.term, t.kind, o.id, o.placed_at
FROM orders o
LEFT JOIN shoppers s ON s.merchant_id = o.merchant_id AND s.id = o.shopper_id
CROSS JOIN LATERAL (
  SELECT regexp_replace(lower(regexp_replace(normalize(o.number, NFKD), '[\u0300-\u036f]', '', 'g')), '[-#\s./_]', '', 'g') AS term, 'number' AS kind
  UNION ALL SELECT reverse(regexp_replace(lower(regexp_replace(normalize(o.number, NFKD), '[\u0300-\u036f]', '', 'g')), '[-#\s./_]', '', 'g')), 'number_end'
  UNION ALL SELECT lower(regexp_replace(normalize(s.email, NFKD), '[\u0300-\u036f]', '', 'g')), 'email'
  UNION ALL SELECT regexp_split_to_table(lower(regexp_replace(normalize(concat_ws(' ', s.name, o.ship_name), NFKD), '[\u0300-\u036f]', '', 'g')), '[\s.,;:/()"''&+_-]+'), 'name'
  UNION ALL SELECT regexp_replace(lower(regexp_replace(normalize(p.tracking_number, NFKD), '[\u0300-\u036f]', '', 'g')), '[-#\s./_]', '', 'g'), 'tracking' FROM shipments p WHERE p.merchant_id = o.merchant_id AND p.order_id = o.id
  UNION ALL SELECT reverse(regexp_replace(lower(regexp_replace(normalize(p.tracking_number, NFKD), '[\u0300-\u036f]', '', 'g')), '[-#\s./_]', '', 'g')), 'tracking_end' FROM shipments p WHERE p.merchant_id = o.merchant_id AND p.order_id = o.id
  UNION ALL SELECT regexp_split_to_table(lower(regexp_replace(normalize(l.title, NFKD), '[\u0300-\u036f]', '', 'g')), '[\s.,;:/()"''&+_-]+'), 'product' FROM line_items l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id
  UNION ALL SELECT regexp_replace(lower(regexp_replace(normalize(l.sku, NFKD), '[\u0300-\u036f]', '', 'g')), '[-#\s./_]', '', 'g'), 'sku' FROM line_items l WHERE l.merchant_id = o.merchant_id AND l.order_id = o.id
) t
WHERE length(t.term) BETWEEN 1 AND 200;
