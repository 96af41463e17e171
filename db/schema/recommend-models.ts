import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { bytes, instant, merchantId, tenantPolicy } from "./columns.ts";
import { merchants } from "./merchants.ts";
import { products } from "./products.ts";

/** What was learned from a merchant's orders, but for its rows. `generation` names the rows that serve now. */
export const recommendModels = pgTable(
  "recommend_models",
  {
    merchantId: merchantId(),
    generation: integer("generation").notNull(),
    /** When everything was learned, from the orders that were there then. */
    builtAt: instant("built_at").notNull(),
    /** Orders that came into the database before this instant are in. */
    addedUntil: instant("added_until").notNull(),
    engine: text("engine", { enum: ["transitions", "ease", "popularity"] }).notNull(),
    /** `EngineSettings` and `Choice` of `lib/recommend`: what serves, and what else was tried on the shop's own orders. */
    settings: jsonb("settings").notNull(),
    choice: jsonb("choice").notNull(),
    /** Numbers 0 to `productCount` - 1 are taken. */
    productCount: integer("product_count").notNull(),
    orders: integer("orders").notNull(),
    lines: integer("lines").notNull(),
    meanLength: doublePrecision("mean_length").notNull().default(1),
    /** The summed weights of all that was counted; every product's share of it is its row's `held`. */
    weight: doublePrecision("weight").notNull().default(0),
    scale: doublePrecision("scale").notNull().default(1),
    /** The highest `fresh` of any row: popularity is a share of it. */
    highest: doublePrecision("highest").notNull().default(0),
    /** Products with the highest prior, best first, as 4-byte numbers. */
    fallback: bytes("fallback").notNull(),
    /** By number: the id of 16 bytes, the prior and the share of what sells now of 4 bytes each. */
    productIds: bytes("product_ids").notNull().default(sql`''`),
    priors: bytes("priors").notNull().default(sql`''`),
    popularities: bytes("popularities").notNull().default(sql`''`),
    /** The lowest prior of any product. */
    least: real("least").notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    check("recommend_models_engine", sql`${t.engine} in ('transitions', 'ease', 'popularity')`),
    tenantPolicy(),
  ],
);

/**
 * A product's row of a model: the products that it speaks for. Lists are numbers of 4 bytes, little-endian: `targets` unsigned,
 * `strengths` and `counts` floating. Counts are kept so that new orders can be added without the old ones.
 */
export const recommendRows = pgTable(
  "recommend_rows",
  {
    merchantId: merchantId(),
    generation: integer("generation").notNull(),
    /** The product's number within the generation, from 0. */
    number: integer("number").notNull(),
    productId: uuid("product_id").notNull(),
    /** Its own weighted count, and the weight of what it was found in. */
    own: doublePrecision("own").notNull().default(0),
    held: doublePrecision("held").notNull().default(0),
    /** Its sales, each halved in weight for so many days of age at `builtAt`: compare within a model only. */
    fresh: doublePrecision("fresh").notNull().default(0),
    /** What the regression gives it without any history; null where popularity does. */
    intercept: real("intercept"),
    targets: bytes("targets").notNull(),
    strengths: bytes("strengths").notNull(),
    counts: bytes("counts").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.generation, t.number] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    foreignKey({ columns: [t.merchantId, t.productId], foreignColumns: [products.merchantId, products.id] }).onDelete(
      "cascade",
    ),
    // Serving: the rows of what a shopper bought. The product first, so that it can be looked up without a generation too.
    uniqueIndex("recommend_rows_by_product").on(t.merchantId, t.productId, t.generation),
    tenantPolicy(),
  ],
);

/** What learning found out about a product beside its rows; products that never sold have none. */
export const recommendProducts = pgTable(
  "recommend_products",
  {
    merchantId: merchantId(),
    productId: uuid("product_id").notNull(),
    /** In order lines; cancelled orders do not count. */
    sold: integer("sold").notNull(),
    returned: integer("returned").notNull(),
    /** Of the tenth that comes back most. */
    mostReturned: boolean("most_returned").notNull(),
    ratingMean: real("rating_mean"),
    ratingCount: integer("rating_count").notNull().default(0),
    /** Days after which shoppers usually buy it again; null when too few did. */
    usualGapDays: real("usual_gap_days"),
    learnedAt: instant("learned_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId, t.productId] }),
    foreignKey({ columns: [t.merchantId, t.productId], foreignColumns: [products.merchantId, products.id] }).onDelete(
      "cascade",
    ),
    check("recommend_products_rating", sql`(${t.ratingMean} is null) = (${t.ratingCount} = 0)`),
    tenantPolicy(),
  ],
);

/** The newest learning of a merchant: how far it is. Who starts another takes the row over, and the older one stops. */
export const recommendRuns = pgTable(
  "recommend_runs",
  {
    merchantId: merchantId(),
    id: uuid("id").notNull(),
    /** The number of the generation that it writes; no other run has it. */
    generation: integer("generation").notNull(),
    phase: text("phase", { enum: ["reading", "choosing", "learning", "writing", "done", "failed"] }).notNull(),
    done: integer("done").notNull().default(0),
    total: integer("total").notNull().default(0),
    startedAt: instant("started_at").notNull(),
    /** When it last said how far it is. */
    beatAt: instant("beat_at").notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.merchantId] }),
    foreignKey({ columns: [t.merchantId], foreignColumns: [merchants.id] }).onDelete("cascade"),
    check("recommend_runs_phase", sql`${t.phase} in ('reading', 'choosing', 'learning', 'writing', 'done', 'failed')`),
    tenantPolicy(),
  ],
);
