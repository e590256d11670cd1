import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import { zoneMarkAt } from '../time/zoneMark.ts';
import { zoneOf } from '../time/zone.ts';

const GENERAL =
  /all (?:the )?times|times are|timezone|time zone|toutes les heures|les heures|heures en|fuseau horaire|horaires|tutti gli orari|(?:time|heure|hour)(?= \()/gi;
const LETTER_BEFORE = /\p{L}$/u;
const LETTER_BEHIND = /^\p{L}/u;
const LOOKED_AT = 20_000;

/** Whether letters touch a place from neither side; a letter may take two units. */
const isWhole = (text: string, from: number, to: number): boolean =>
  !LETTER_BEFORE.test(text.slice(Math.max(0, from - 2), from)) &&
  !LETTER_BEHIND.test(text.slice(to, to + 2));

/** The zone that a text says all its times are in: `All times UTC`, `Toutes les heures sont en CET`, `Time (CET)`. */
export const generalZone = (text: string): string | null => {
  const head = text.slice(0, LOOKED_AT);
  GENERAL.lastIndex = 0;
  for (let found = GENERAL.exec(head); found; found = GENERAL.exec(head)) {
    const { 0: all, index } = found;
    if (!isWhole(head, index, index + all.length)) {
      GENERAL.lastIndex = index + 1;
      continue;
    }
    const after = head.slice(index + all.length, index + all.length + 60).split('\n', 1)[0] ?? '';
    for (const { index: at } of after.matchAll(/\s|\(/g)) {
      const zone = zoneMarkAt(after, at);
      if (zone && zoneOf(zone.value)) return zone.value;
    }
  }
  return null;
};

/** The first zone that a text states beside a time of day. */
export const statedZone = (text: string, notation: Notation): string | null =>
  timeMarks(text.slice(0, LOOKED_AT), notation).find(
    ({ zone, clock }) => clock !== undefined && zone !== undefined && zoneOf(zone) !== null,
  )?.zone ?? null;
