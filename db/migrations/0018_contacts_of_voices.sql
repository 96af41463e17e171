-- What shoppers say of a parcel that came counts as a contact: the day of its order has to be counted again (decision 0027).
-- A thing that was said keeps its order, whatever the desk does with it, so that updates are nothing new.
CREATE FUNCTION touch_desk_items() RETURNS trigger LANGUAGE plpgsql AS $$
begin
  insert into touched_days (merchant_id, topic, day)
  select distinct c.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date from changed c
  cross join lateral (
    select placed_at from orders where merchant_id = c.merchant_id and id = c.order_id offset 0) o
  where c.topic = 'voice' and c.shipment_id is not null;
  return null;
end $$;--> statement-breakpoint
CREATE TRIGGER "desk_items_insert_touches" AFTER INSERT ON "desk_items" REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_desk_items();--> statement-breakpoint
CREATE TRIGGER "desk_items_delete_touches" AFTER DELETE ON "desk_items" REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_desk_items();
--> statement-breakpoint
-- What was said before this is counted too. The owner sees no rows of a protected table; FORCE comes back after every migration.
ALTER TABLE "desk_items" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "orders" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "touched_days" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
insert into touched_days (merchant_id, topic, day)
select distinct q.merchant_id, 'placed', (o.placed_at at time zone 'UTC')::date
from desk_items q join orders o on o.merchant_id = q.merchant_id and o.id = q.order_id
where q.topic = 'voice' and q.shipment_id is not null;
