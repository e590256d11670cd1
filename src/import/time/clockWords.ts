import type { ClockTime, ReadAt } from './clockTime.ts';

/** The words for the middle of the night and of the day, with what may be added to them: `minuit et demi`. */
const WORDS =
  /(?:(midnight|minuit|mezzanotte)|noon|midday|midi|mezzogiorno)(?:\s(?:et|e)\s(?:(demie?|mezz[ao])|(quart|un quarto)))?(?![\p{L}\d])/iuy;
const [UPPER_M, UPPER_N, LOWER_M, LOWER_N] = [77, 78, 109, 110];

/** Reads a time of day that is one word: `midnight`, `noon`, `minuit`, `midi`, `mezzanotte`, `mezzogiorno`. */
export const clockWordAt = (text: string, at: number): ReadAt<ClockTime> | null => {
  const code = text.charCodeAt(at);
  if (code !== LOWER_M && code !== LOWER_N && code !== UPPER_M && code !== UPPER_N) return null;
  WORDS.lastIndex = at;
  const found = WORDS.exec(text);
  if (!found) return null;
  const [all, night, half, quarter] = found;
  const past = half === undefined ? 0 : 30;
  const minute = quarter === undefined ? past : 15;
  return { value: { hour: night === undefined ? 12 : 0, minute }, end: at + all.length };
};

const BEGINS =
  /^[^\p{L}\d]{0,6}(?:(?:at|à|a|alle|around|vers)\s)?(?:midnight|noon|midday|minuit|midi|mezzanotte|mezzogiorno)/iu;

/** Whether a line can begin with such a word. */
export const beginsWithClockWord = (line: string): boolean => BEGINS.test(line);

const BEHIND =
  /(?<=(?<![\p{L}])(?:at|by|until|till|to|from|since|and|before|around|à|et|vers|dès|depuis|avant|jusqu['’]à|alle|dalle|e|fino a|entro)\s)(?:midnight|noon|midday|minuit|midi|mezzanotte|mezzogiorno)(?![\p{L}])|(?<=(?<![\p{L}])a\s)(?:mezzanotte|mezzogiorno)(?![\p{L}])/giu;

/** Where in a text such words stand as times: behind a word that a time can follow. */
export const clockWordsIn = (text: string): readonly number[] =>
  Array.from(text.matchAll(BEHIND), ({ index }) => index);
