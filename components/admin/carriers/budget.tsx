import { Temporal } from "temporal-polyfill";
import type { DeskFormat } from "#components/admin/desk-format.ts";
import type { DeskSay } from "#lib/desk/desk-voice.ts";
import type { LimitForecast } from "#lib/tracking/budget/forecast-of.ts";
import type { AccountView } from "./account-view.ts";

type BudgetProps = { readonly say: DeskSay; readonly format: DeskFormat; readonly account: AccountView };

/** How much of its quota an account has used, and when none is left if it goes on like that. */
export function Budget({ say, format, account }: BudgetProps) {
  const { forecasts, lastHour, today, waiting } = account;
  return (
    <div className="budget">
      {forecasts.length === 0 && <p>{say("carriers.budget.free", { hour: lastHour, day: today })}</p>}
      {forecasts.map((forecast) => (
        <Gauge key={forecast.window} say={say} format={format} id={account.accountId} forecast={forecast} />
      ))}
      {waiting > 0 && <p>{say("carriers.budget.waiting", { count: waiting })}</p>}
    </div>
  );
}

type GaugeProps = {
  readonly say: DeskSay;
  readonly format: DeskFormat;
  readonly id: string;
  readonly forecast: LimitForecast;
};

function Gauge({ say, format, id, forecast }: GaugeProps) {
  const { window, used, allowed, byLooks, spentAtMs } = forecast;
  const words = `${id}-${window}`;
  const isSpent = used >= allowed;
  const spent =
    spentAtMs === null || isSpent
      ? null
      : format.clock(Temporal.Instant.fromEpochMilliseconds(Math.round(spentAtMs)).toString());
  return (
    <div className="gauge">
      <p id={words}>
        {say(`carriers.budget.${window}`, { used, allowed })}
        {byLooks > 0 && `, ${say("carriers.budget.looks", { count: byLooks })}`}
      </p>
      <progress
        className={isSpent || spent !== null ? "share-bar share-bar-open" : "share-bar"}
        max={allowed}
        value={Math.min(used, allowed)}
        aria-labelledby={words}
      />
      {isSpent && <p className="gauge-open">{say("carriers.budget.spentNow")}</p>}
      {spent !== null && <p className="gauge-open">{say("carriers.budget.spent", { time: spent })}</p>}
    </div>
  );
}
