import type { ClockTime, ReadAt } from './clockTime.ts';
import { asciiSet, isGap } from '../text/letters.ts';

const PART =
  /\s(?:(?:du|in\sthe|this|di|del|della)\s(?:matin|morning|mattin[ao])|((?:de\sl['’]|du|in\sthe|this|di|del|della\s?)\s?(?:après-midi|soir|afternoon|evening|pomeriggio|sera))|((?:de\sla|at|di|della)\s(?:nuit|night|notte)))(?![\p{L}])/iuy;
/** The first letters of what can stand before such a word. */
const BEGINS = asciiSet('aAdDiItT');
/** From then on an hour at night is one before midnight. */
const LATE = 8;

/** A time on the 24-hour clock, where the part of the day is said behind it: `8h du soir`, `3 in the afternoon`, `alle 11 di notte`. */
export const withPartOfDay = (text: string, time: ReadAt<ClockTime>): ReadAt<ClockTime> => {
  const { end, value } = time;
  if (value.hour > 12 || end + 1 >= text.length || !isGap(text.charCodeAt(end))) return time;
  if (BEGINS[text.charCodeAt(end + 1)] !== 1) return time;
  PART.lastIndex = end;
  const found = PART.exec(text);
  if (!found) return time;
  const [all, evening, night] = found;
  const isLate = evening !== undefined || (night !== undefined && value.hour >= LATE);
  const hour = night !== undefined && value.hour === 12 ? 0 : (value.hour % 12) + (isLate ? 12 : 0);
  return {
    value: { ...value, hour: isLate || night !== undefined ? hour : value.hour },
    end: end + all.length,
  };
};
