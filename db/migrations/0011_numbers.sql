CREATE TABLE "daily_numbers" (
	"merchant_id" uuid NOT NULL,
	"measure" text collate "C" NOT NULL,
	"day" date NOT NULL,
	"part" text collate "C" NOT NULL,
	"bucket" integer NOT NULL,
	"count" bigint NOT NULL,
	"sum" bigint NOT NULL,
	CONSTRAINT "daily_numbers_merchant_id_measure_day_part_bucket_pk" PRIMARY KEY("merchant_id","measure","day","part","bucket")
);
--> statement-breakpoint
ALTER TABLE "daily_numbers" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "number_counts" (
	"merchant_id" uuid NOT NULL,
	"counted_at" timestamp with time zone NOT NULL,
	"zone" text NOT NULL,
	CONSTRAINT "number_counts_merchant_id_pk" PRIMARY KEY("merchant_id")
);
--> statement-breakpoint
ALTER TABLE "number_counts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "page_views" (
	"merchant_id" uuid NOT NULL,
	"day" date NOT NULL,
	"order_id" uuid NOT NULL,
	"state" text NOT NULL,
	"views" integer NOT NULL,
	CONSTRAINT "page_views_merchant_id_day_order_id_pk" PRIMARY KEY("merchant_id","day","order_id"),
	CONSTRAINT "page_views_some" CHECK ("page_views"."views" > 0)
);
--> statement-breakpoint
ALTER TABLE "page_views" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "touched_days" (
	"merchant_id" uuid NOT NULL,
	"id" uuid DEFAULT gen_random_uuid() NOT NULL,
	"topic" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "touched_days_merchant_id_id_pk" PRIMARY KEY("merchant_id","id"),
	CONSTRAINT "touched_days_topic" CHECK ("touched_days"."topic" in ('placed', 'due', 'arrived', 'offered', 'seen'))
);
--> statement-breakpoint
ALTER TABLE "touched_days" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "daily_numbers" ADD CONSTRAINT "daily_numbers_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_counts" ADD CONSTRAINT "number_counts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_views" ADD CONSTRAINT "page_views_merchant_id_order_id_orders_merchant_id_id_fk" FOREIGN KEY ("merchant_id","order_id") REFERENCES "public"."orders"("merchant_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_views_by_order" ON "page_views" USING btree ("merchant_id","order_id");--> statement-breakpoint
CREATE INDEX "delays_unsent" ON "delays" USING btree ("merchant_id","was_to") WHERE shipment_id is null;--> statement-breakpoint
CREATE INDEX "expectations_arrived" ON "expectations" USING btree ("merchant_id","arrived_at") WHERE arrived_at is not null;--> statement-breakpoint
CREATE INDEX "expectations_promised" ON "expectations" USING btree ("merchant_id","promised_to") WHERE promised_to is not null;--> statement-breakpoint
CREATE INDEX "remedies_by_time" ON "remedies" USING btree ("merchant_id","chosen_at");--> statement-breakpoint
CREATE POLICY "tenant" ON "daily_numbers" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "number_counts" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "page_views" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
CREATE POLICY "tenant" ON "touched_days" AS PERMISSIVE FOR ALL TO public USING (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid) WITH CHECK (merchant_id = nullif(current_setting('porchlight.merchant_id', true), '')::uuid);--> statement-breakpoint
-- Days whose numbers have to be counted again, noted by whatever changes them (decision 0027):
-- days of moments by UTC, since no shop's clock may stop a write; who counts takes both days that such a one touches.
-- Row by row and by set operations, since a session plans each of these once, for many rows or for one.
CREATE FUNCTION touch_orders() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, placed_at, cancelled_at, ship_country from new_rows)
    select merchant_id, 'placed', (placed_at at time zone 'UTC')::date from c
    union
    select c.merchant_id, t.topic, t.day from c
    cross join lateral (select id from shipments where merchant_id = c.merchant_id and order_id = c.id offset 0) s
    cross join lateral (select promised_to, arrived_at from expectations where merchant_id = c.merchant_id and shipment_id = s.id offset 0) e
    cross join lateral (values ('due', e.promised_to), ('arrived', (e.arrived_at at time zone 'UTC')::date)) t(topic, day)
    where t.day is not null;
  elsif tg_op = 'DELETE' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, placed_at, cancelled_at, ship_country from old_rows)
    select merchant_id, 'placed', (placed_at at time zone 'UTC')::date from c
    union
    select c.merchant_id, t.topic, t.day from c
    cross join lateral (select id from shipments where merchant_id = c.merchant_id and order_id = c.id offset 0) s
    cross join lateral (select promised_to, arrived_at from expectations where merchant_id = c.merchant_id and shipment_id = s.id offset 0) e
    cross join lateral (values ('due', e.promised_to), ('arrived', (e.arrived_at at time zone 'UTC')::date)) t(topic, day)
    where t.day is not null;
  elsif tg_op = 'UPDATE' then
    insert into touched_days (merchant_id, topic, day)
    with c as ((select merchant_id, id, placed_at, cancelled_at, ship_country from new_rows except select merchant_id, id, placed_at, cancelled_at, ship_country from old_rows)
      union all (select merchant_id, id, placed_at, cancelled_at, ship_country from old_rows except select merchant_id, id, placed_at, cancelled_at, ship_country from new_rows))
    select merchant_id, 'placed', (placed_at at time zone 'UTC')::date from c
    union
    select c.merchant_id, t.topic, t.day from c
    cross join lateral (select id from shipments where merchant_id = c.merchant_id and order_id = c.id offset 0) s
    cross join lateral (select promised_to, arrived_at from expectations where merchant_id = c.merchant_id and shipment_id = s.id offset 0) e
    cross join lateral (values ('due', e.promised_to), ('arrived', (e.arrived_at at time zone 'UTC')::date)) t(topic, day)
    where t.day is not null;
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION touch_expectations() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, shipment_id, order_id, arrived_at, arrived_on, is_open, promised_to, watched_until, zone, carrier, from_country, handed_over_at, late_first, learned_first_from, learned_first_to from new_rows)
    select merchant_id, 'due', promised_to from c
    where promised_to is not null and (arrived_at is not null or promised_to <= current_date + 1)
    union
    select merchant_id, 'arrived', (arrived_at at time zone 'UTC')::date from c where arrived_at is not null
    union
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
    where c.arrived_at is not null;
  elsif tg_op = 'DELETE' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, shipment_id, order_id, arrived_at, arrived_on, is_open, promised_to, watched_until, zone, carrier, from_country, handed_over_at, late_first, learned_first_from, learned_first_to from old_rows)
    select merchant_id, 'due', promised_to from c
    where promised_to is not null and (arrived_at is not null or promised_to <= current_date + 1)
    union
    select merchant_id, 'arrived', (arrived_at at time zone 'UTC')::date from c where arrived_at is not null
    union
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
    where c.arrived_at is not null;
  elsif tg_op = 'UPDATE' then
    insert into touched_days (merchant_id, topic, day)
    with c as ((select merchant_id, shipment_id, order_id, arrived_at, arrived_on, is_open, promised_to, watched_until, zone, carrier, from_country, handed_over_at, late_first, learned_first_from, learned_first_to from new_rows except select merchant_id, shipment_id, order_id, arrived_at, arrived_on, is_open, promised_to, watched_until, zone, carrier, from_country, handed_over_at, late_first, learned_first_from, learned_first_to from old_rows)
      union all (select merchant_id, shipment_id, order_id, arrived_at, arrived_on, is_open, promised_to, watched_until, zone, carrier, from_country, handed_over_at, late_first, learned_first_from, learned_first_to from old_rows except select merchant_id, shipment_id, order_id, arrived_at, arrived_on, is_open, promised_to, watched_until, zone, carrier, from_country, handed_over_at, late_first, learned_first_from, learned_first_to from new_rows))
    select merchant_id, 'due', promised_to from c
    where promised_to is not null and (arrived_at is not null or promised_to <= current_date + 1)
    union
    select merchant_id, 'arrived', (arrived_at at time zone 'UTC')::date from c where arrived_at is not null
    union
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
    where c.arrived_at is not null;
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION touch_delays() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, order_id, shipment_id, told_at, viewed_at, was_to, cause, apologised_at from new_rows)
    select merchant_id, 'due', was_to from c where shipment_id is null and was_to is not null
    union
    select c.merchant_id, 'due', e.promised_to from c
    cross join lateral (select promised_to, arrived_at from expectations where merchant_id = c.merchant_id and shipment_id = c.shipment_id offset 0) e
    where e.promised_to is not null
    union
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o;
  elsif tg_op = 'DELETE' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, order_id, shipment_id, told_at, viewed_at, was_to, cause, apologised_at from old_rows)
    select merchant_id, 'due', was_to from c where shipment_id is null and was_to is not null
    union
    select c.merchant_id, 'due', e.promised_to from c
    cross join lateral (select promised_to, arrived_at from expectations where merchant_id = c.merchant_id and shipment_id = c.shipment_id offset 0) e
    where e.promised_to is not null
    union
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o;
  elsif tg_op = 'UPDATE' then
    insert into touched_days (merchant_id, topic, day)
    with c as ((select merchant_id, id, order_id, shipment_id, told_at, viewed_at, was_to, cause, apologised_at from new_rows except select merchant_id, id, order_id, shipment_id, told_at, viewed_at, was_to, cause, apologised_at from old_rows)
      union all (select merchant_id, id, order_id, shipment_id, told_at, viewed_at, was_to, cause, apologised_at from old_rows except select merchant_id, id, order_id, shipment_id, told_at, viewed_at, was_to, cause, apologised_at from new_rows))
    select merchant_id, 'due', was_to from c where shipment_id is null and was_to is not null
    union
    select c.merchant_id, 'due', e.promised_to from c
    cross join lateral (select promised_to, arrived_at from expectations where merchant_id = c.merchant_id and shipment_id = c.shipment_id offset 0) e
    where e.promised_to is not null
    union
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o;
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION touch_remedies() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, order_id, remedy, state, chosen_at from new_rows)
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
    where c.remedy in ('person', 'refund')
    group by 1, 2, 3;
  elsif tg_op = 'DELETE' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, order_id, remedy, state, chosen_at from old_rows)
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
    where c.remedy in ('person', 'refund')
    group by 1, 2, 3;
  elsif tg_op = 'UPDATE' then
    insert into touched_days (merchant_id, topic, day)
    with c as ((select merchant_id, id, order_id, remedy, state, chosen_at from new_rows except select merchant_id, id, order_id, remedy, state, chosen_at from old_rows)
      union all (select merchant_id, id, order_id, remedy, state, chosen_at from old_rows except select merchant_id, id, order_id, remedy, state, chosen_at from new_rows))
    select c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from c
    cross join lateral (
      select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
    where c.remedy in ('person', 'refund')
    group by 1, 2, 3;
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION touch_offers() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  if tg_op = 'INSERT' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, offered_at, reason, held_out, shown, withheld from new_rows)
    select distinct merchant_id, 'offered', (offered_at at time zone 'UTC')::date from c;
  elsif tg_op = 'DELETE' then
    insert into touched_days (merchant_id, topic, day)
    with c as (select merchant_id, id, offered_at, reason, held_out, shown, withheld from old_rows)
    select distinct merchant_id, 'offered', (offered_at at time zone 'UTC')::date from c;
  elsif tg_op = 'UPDATE' then
    insert into touched_days (merchant_id, topic, day)
    with c as ((select merchant_id, id, offered_at, reason, held_out, shown, withheld from new_rows except select merchant_id, id, offered_at, reason, held_out, shown, withheld from old_rows)
      union all (select merchant_id, id, offered_at, reason, held_out, shown, withheld from old_rows except select merchant_id, id, offered_at, reason, held_out, shown, withheld from new_rows))
    select distinct merchant_id, 'offered', (offered_at at time zone 'UTC')::date from c;
  end if;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION touch_offer_sights() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into touched_days (merchant_id, topic, day)
  select distinct c.merchant_id, 'offered', (f.offered_at at time zone 'UTC')::date from changed c
  cross join lateral (select offered_at from offers where merchant_id = c.merchant_id and id = c.offer_id offset 0) f;
  return null;
end $$;--> statement-breakpoint
CREATE FUNCTION touch_page_views() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into touched_days (merchant_id, topic, day) select distinct merchant_id, 'seen', day from old_rows;
  return null;
end $$;--> statement-breakpoint
CREATE TRIGGER "orders_insert_touches" AFTER INSERT ON "orders" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_orders();--> statement-breakpoint
CREATE TRIGGER "orders_update_touches" AFTER UPDATE ON "orders" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_orders();--> statement-breakpoint
CREATE TRIGGER "orders_delete_touches" AFTER DELETE ON "orders" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_orders();--> statement-breakpoint
CREATE TRIGGER "expectations_insert_touches" AFTER INSERT ON "expectations" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_expectations();--> statement-breakpoint
CREATE TRIGGER "expectations_update_touches" AFTER UPDATE ON "expectations" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_expectations();--> statement-breakpoint
CREATE TRIGGER "expectations_delete_touches" AFTER DELETE ON "expectations" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_expectations();--> statement-breakpoint
CREATE TRIGGER "delays_insert_touches" AFTER INSERT ON "delays" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_delays();--> statement-breakpoint
CREATE TRIGGER "delays_update_touches" AFTER UPDATE ON "delays" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_delays();--> statement-breakpoint
CREATE TRIGGER "delays_delete_touches" AFTER DELETE ON "delays" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_delays();--> statement-breakpoint
CREATE TRIGGER "remedies_insert_touches" AFTER INSERT ON "remedies" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_remedies();--> statement-breakpoint
CREATE TRIGGER "remedies_update_touches" AFTER UPDATE ON "remedies" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_remedies();--> statement-breakpoint
CREATE TRIGGER "remedies_delete_touches" AFTER DELETE ON "remedies" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_remedies();--> statement-breakpoint
CREATE TRIGGER "offers_insert_touches" AFTER INSERT ON "offers" REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_offers();--> statement-breakpoint
CREATE TRIGGER "offers_update_touches" AFTER UPDATE ON "offers" REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_offers();--> statement-breakpoint
CREATE TRIGGER "offers_delete_touches" AFTER DELETE ON "offers" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_offers();--> statement-breakpoint
CREATE TRIGGER "offer_sights_insert_touches" AFTER INSERT ON "offer_sights" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_offer_sights();--> statement-breakpoint
CREATE TRIGGER "offer_sights_delete_touches" AFTER DELETE ON "offer_sights" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_offer_sights();--> statement-breakpoint
CREATE TRIGGER "page_views_delete_touches" AFTER DELETE ON "page_views" REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION touch_page_views();