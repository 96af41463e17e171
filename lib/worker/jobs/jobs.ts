import { addOrdersJob } from "./add-orders.ts";
import { askShopJob } from "./ask-shop.ts";
import { countNumbersJob } from "./count-numbers.ts";
import { housekeeping } from "./housekeeping.ts";
import type { Job } from "./job.ts";
import { judgeOpenJob } from "./judge-open.ts";
import { learnArrivalsJob } from "./learn-arrivals.ts";
import { learnRecommendationsJob } from "./learn-recommendations.ts";
import { trackAccount } from "./track-account.ts";
import { trackDue } from "./track-due.ts";
import { workPushJob } from "./work-push.ts";

/** Everything that workers do from a queue. */
export const JOBS: readonly Job[] = [
  housekeeping,
  judgeOpenJob,
  learnArrivalsJob,
  learnRecommendationsJob,
  addOrdersJob,
  countNumbersJob,
  trackDue,
  trackAccount,
  workPushJob,
  askShopJob,
];
