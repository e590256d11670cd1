import type { Importer, ImportError, ReadItem } from '../import/public.ts';
import { IncidentId, Moment, showValue } from '../index.ts';
import { messageOf } from './failure.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** Whether a field is as it should be, and how that is called. */
type Check = readonly [is: (value: unknown) => boolean, expected: string];

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

const TEXT: Check = [isText, 'text that is not empty'];
const MOMENT: Check = [(value) => value === undefined || Moment.is(value), Moment.name];

const CLAIM: Readonly<Record<string, Check>> = {
  type: TEXT,
  item: [(value) => typeof value === 'string', 'text'],
};

const DOCUMENT: Readonly<Record<string, Check>> = {
  sourceKey: TEXT,
  incidentId: [(value) => IncidentId.is(value), IncidentId.name],
  complete: [(value) => typeof value === 'boolean', 'true or false'],
  statedAt: MOMENT,
  digest: [(value) => value === undefined || isText(value), TEXT[1]],
  claims: [Array.isArray, 'a list of claims'],
};

/** What each kind of item holds, under which name. */
const ITEMS: ReadonlyMap<unknown, readonly [holder: string, Readonly<Record<string, Check>>]> =
  new Map([
    ['Document', ['document', DOCUMENT]],
    ['Warning', ['warning', { place: TEXT, message: TEXT }]],
    ['LeftOut', ['leftOut', { place: TEXT, reason: TEXT }]],
    ['Error', ['error', { place: TEXT, message: TEXT, expected: TEXT }]],
  ]);

/** What is wrong first: at which path, what was expected, and what was there. */
type Wrong = readonly [path: string, expected: string, got: unknown];

const wrongIn = (
  value: unknown,
  path: string,
  checks: Readonly<Record<string, Check>>,
): Wrong | null => {
  if (!isFields(value)) return [path, 'an object', value];
  for (const [field, [is, expected]] of Object.entries(checks)) {
    if (!is(value[field])) return [`${path}.${field}`, expected, value[field]];
  }
  return null;
};

const wrongDocument = (document: Fields): Wrong | null => {
  const by = wrongIn(document['importer'], 'document.importer', { name: TEXT, version: TEXT });
  const claims: readonly unknown[] = Array.isArray(document['claims']) ? document['claims'] : [];
  const wrong = claims.map((claim, index) => wrongIn(claim, `document.claims[${index}]`, CLAIM));
  return by ?? wrong.find((one) => one !== null) ?? null;
};

/** What is wrong with an item that an importer gave; null when nothing is. */
const wrongItem = (item: unknown): Wrong | null => {
  if (!isFields(item)) return ['', 'an object with _tag', item];
  const kind = ITEMS.get(item['_tag']);
  if (!kind) return ['_tag', `one of ${[...ITEMS.keys()].join(', ')}`, item['_tag']];
  const [holder, checks] = kind;
  const value = item[holder];
  const wrong = wrongIn(value, holder, checks);
  return wrong ?? (holder === 'document' && isFields(value) ? wrongDocument(value) : null);
};

const failed = (place: string, expected: string, message: string): ReadItem => {
  const error: ImportError = { _tag: 'UnreadableInput', place, expected, message };
  return { _tag: 'Error', error };
};

/** A text that remembers what broke it off. */
const watched = (
  text: AsyncIterable<string>,
): { readonly text: AsyncIterable<string>; readonly broken: () => unknown } => {
  let broken: unknown;
  async function* pieces(): AsyncIterable<string> {
    try {
      yield* text;
    } catch (cause) {
      broken = cause;
      throw cause;
    }
  }
  return { text: pieces(), broken: () => broken };
};

/**
 * An importer of the user's own, which nobody has checked: what it throws, and what it gives that is no item, ends the reading with
 * an error that names it. What it gave before stands. One that fails to recognise a file takes it, so as to say so.
 */
export const ownImporter = (own: Importer): Importer => {
  const place = `importer ${own.name}`;
  let unrecognised: ReadItem | null = null;
  return {
    name: own.name,
    version: own.version,
    recognise: (head) => {
      const expected = 'a number from 0 to 1';
      try {
        const sure: unknown = own.recognise(head);
        if (typeof sure === 'number' && sure >= 0 && sure <= 1) return sure;
        unrecognised = failed(`${place}, recognise`, expected, `it gave ${showValue(sure)}`);
      } catch (cause) {
        unrecognised = failed(`${place}, recognise`, expected, `it threw: ${messageOf(cause)}`);
      }
      return 1;
    },
    read: async function* read(pieces, options) {
      if (unrecognised) {
        yield unrecognised;
        return;
      }
      const { text, broken } = watched(pieces);
      let count = 0;
      try {
        for await (const item of own.read(text, options)) {
          count += 1;
          const wrong = wrongItem(item);
          if (wrong) {
            const [path, expected, got] = wrong;
            const at = `${place}, item ${count}${path === '' ? '' : `, ${path}`}`;
            yield failed(at, expected, `got ${showValue(got)}`);
            return;
          }
          yield item;
        }
      } catch (cause) {
        const isCut = broken() !== undefined && cause === broken();
        const what = isCut ? 'the input broke off' : `after ${count} items it threw`;
        yield failed(place, 'items up to the end', `${what}: ${messageOf(cause)}`);
        return;
      }
      if (count > 0) return;
      yield {
        _tag: 'Warning',
        warning: { place, message: 'it read nothing, and did not say why' },
      };
    },
  };
};
