import type { Notation } from '../time/timeMark.ts';
import { timeMarks } from '../time/timeMark.ts';
import { zoneMarkAt } from '../time/zoneMark.ts';
import { zoneOf } from '../time/zone.ts';

const GENERAL =
  /(?<![\p{L}])(?:all (?:the )?times|times are|timezone|time zone|toutes les heures|les heures|heures en|fuseau horaire|horaires|tutti gli orari|time(?= \()|heure(?= \()|hour(?= \())(?![\p{L}])/giu;
const LOOKED_AT = 20_000;

/** The zone that a text says all its times are in: `All times UTC`, `Toutes les heures sont en CET`, `Time (CET)`. */
export const generalZone = (text: string): string | null => {
  const head = text.slice(0, LOOKED_AT);
  for (const { 0: all, index } of head.matchAll(GENERAL)) {
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
