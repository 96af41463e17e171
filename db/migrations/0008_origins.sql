ALTER TABLE "expectations" ADD COLUMN "from_town" text;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "from_country" text;--> statement-breakpoint
ALTER TABLE "expectations" ADD COLUMN "km" integer;