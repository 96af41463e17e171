ALTER TABLE "recommend_models" ADD COLUMN "product_ids" "bytea" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "recommend_models" ADD COLUMN "priors" "bytea" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "recommend_models" ADD COLUMN "popularities" "bytea" DEFAULT '' NOT NULL;