import type { DatedDay } from './wallMoment.ts';
import { dayMs } from './wallMoment.ts';

const NUMBERS = /(?<![\d/.-])(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2})(?!\d)/g;

/**
 * In which order a document writes dates made of numbers, as far as its own dates show: `17/12/2024` can only be
 * day first. Null when no date shows it.
 */
export const numericOrder = (text: string): 'day-first' | 'month-first' | null => {
  if (!text.includes('/')) return null;
  for (const [, first, second] of text.matchAll(NUMBERS)) {
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return null;
};

const DAY = 24 * 60 * 60_000;
const LOOKED_AT = 200;

/**
 * The same as far as days known otherwise show: `12/03/2025` beside an update of 12 March 2025 is day first. Null
 * when no date is near a known day in one order alone.
 */
export const orderBeside = (
  text: string,
  known: readonly DatedDay[],
): 'day-first' | 'month-first' | null => {
  if (!text.includes('/')) return null;
  const near = (year: number, month: number, day: number): number =>
    Math.min(...known.map((one) => Math.abs(Date.UTC(year, month - 1, day) - dayMs(one)))) / DAY;
  let found = 0;
  const orders = new Set<'day-first' | 'month-first'>();
  for (const [, first, second, years] of text.matchAll(NUMBERS)) {
    if (++found > LOOKED_AT) break;
    const year = Number(years) + (years?.length === 2 ? 2000 : 0);
    const [dayFirst, monthFirst] = [
      near(year, Number(second), Number(first)),
      near(year, Number(first), Number(second)),
    ];
    if (dayFirst <= 2 && monthFirst > 2) orders.add('day-first');
    if (monthFirst <= 2 && dayFirst > 2) orders.add('month-first');
  }
  const [only] = orders;
  return orders.size === 1 ? (only ?? null) : null;
};
