import { outsideObject } from '../json/outsideJson.ts';
import { tellWindow } from '../vendor/tellWindow.ts';
import type { Teller } from '../vendor/teller.ts';
import { asMade, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Issue } from './issue.ts';

const BLOCK = /<!--([\s\S]*?)-->/;
const LINE = /^\s*(start|end|expectedDown|expectedDegraded)\s*:\s*(.+?)\s*$/gim;

/** What the comment in the body of an issue plans. */
const plannedIn = (body: string): Readonly<Record<string, string>> => {
  const block = BLOCK.exec(body)?.[1] ?? '';
  return Object.fromEntries(
    [...block.matchAll(LINE)].map(([, key = '', value = '']) => [key, value]),
  );
};

const namesIn = (list: string | undefined): readonly string[] =>
  (list ?? '')
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

/** Tells a planned maintenance: an issue with the window in a comment that pages do not show. */
export const tellMaintenance = (issue: Issue, teller: Teller): void => {
  const { record, number } = issue;
  const { tell, warn } = teller;
  const title = record.text('title') ?? '';
  const body = record.text('body') ?? '';
  const created = asMade(teller, record, 'created_at', 'updated_at');
  const named = title === '' ? {} : { title: inItsLanguage(title) };
  const shown = textOf(body.replace(BLOCK, '').trim());
  tell(
    'Declared',
    { kind: 'maintenance', ...named, reference: number, ...shown },
    { item: 'created_at', ...created },
  );
  tell(
    'StatusPublished',
    { status: 'scheduled', audience: 'public', ...shown },
    { item: 'created_at', ...created },
  );
  const planned = plannedIn(body);
  const block = outsideObject(planned, record.placeOf('body'), warn);
  if (!block) return;
  const [down, degraded] = [namesIn(planned['expectedDown']), namesIn(planned['expectedDegraded'])];
  tellWindow(teller, block, { from: 'start', to: 'end' }, [...down, ...degraded], {
    item: 'body',
    ...created,
    place: block.place,
  });
};
