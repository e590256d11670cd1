import type { OutsideObject } from '../json/outsideJson.ts';
import { shownValue } from '../vendor/tellDetails.ts';
import { byTime } from '../vendor/byTime.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, inItsLanguage } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

/** What a cell says a field became, whichever way it says so. */
const becameIn = (
  content: OutsideObject,
  side: 'before' | 'after',
  key: string,
): string | undefined => {
  const state = content.raw(side);
  if (typeof state === 'string') return key === 'state' ? state : undefined;
  const found = content.object(side)?.raw(key);
  return typeof found === 'string' && found.trim() !== '' ? found : undefined;
};

const isOver = (state: string): boolean => state === 'resolved' || state === 'completed';

/** Tells a change of state; true when it was understood. */
const tellChange = (content: OutsideObject, told: Told, { tell }: Teller): boolean => {
  const [before, after] = (['before', 'after'] as const).map((side) =>
    (becameIn(content, side, 'state') ?? becameIn(content, side, 'status') ?? '').toLowerCase(),
  );
  const [was, level] = [
    becameIn(content, 'before', 'severity'),
    becameIn(content, 'after', 'severity'),
  ];
  if (level !== undefined && level !== was) {
    tell('SeverityAssigned', { dimension: 'severity', scale: 'datadog-severity', level }, told);
  }
  if (after === undefined || before === undefined || after === '' || after === before)
    return level !== undefined;
  tell('StatusPublished', { status: after, audience: 'internal' }, told);
  if (after === 'stable') tell('Mitigated', {}, told);
  if (isOver(after) && !isOver(before)) tell('Resolved', {}, told);
  if (after === 'completed') tell('Closed', {}, told);
  if (after === 'active' && isOver(before)) tell('Reopened', {}, told);
  return true;
};

/**
 * Tells the cells of a timeline, at the time that each shows: what people wrote as notes, changes of state and severity as
 * what they change, the rest as notes.
 */
export const tellTimeline: Gathered['tell'] = (_, records, teller) => {
  const timeOf = (record: OutsideObject) => {
    const attributes = record.object('attributes') ?? record;
    const created = asWritten(teller.time, attributes, 'created');
    const shown = asWritten(teller.time, attributes, 'display_time');
    return { ...created, at: shown.at ?? created.at };
  };
  for (const { record, told: at } of byTime(records, timeOf)) {
    const id = record.id('id');
    const content = record.object('attributes')?.object('content');
    if (id === undefined || !content || !at.at) {
      teller.leaveOut(record.place, 'a cell needs an id, content and a time');
      continue;
    }
    const told: Told = { item: `cell/${id}`, ...at, place: record.place };
    const type = record.object('attributes')?.text('cell_type') ?? '';
    if (type === 'incident_status_change' && tellChange(content, told, teller)) continue;
    const written = content.raw('content');
    const words =
      typeof written === 'string'
        ? written
        : content
            .keys()
            .map((key) => `${key}: ${shownValue(content.raw(key)) ?? ''}`)
            .join('\n');
    if (words.trim() === '') teller.leaveOut(record.place, 'the cell says nothing');
    else teller.tell('NoteAdded', { text: inItsLanguage(words) }, told);
  }
};
