import type { OutsideObject } from '../json/outsideJson.ts';
import { shownValue } from '../vendor/tellDetails.ts';
import { summaryOf } from './incidentDetails.ts';
import type { WebhookEvent } from './webhookEvent.ts';
import { titleOf } from './webhookEvent.ts';

const fieldsIn = (
  data: OutsideObject,
  key: string,
  label: string,
): readonly (readonly [string, unknown])[] =>
  data
    .objects(key)
    .map((field) => [`${label}${field.text('name') ?? 'field'}`, field.raw('value')] as const);

/** What the data of an event says beside the title; of an incident, which says all of this again and again, nothing. */
const linesOf = (data: OutsideObject): readonly (readonly [string, unknown])[] =>
  data.raw('type') === 'incident'
    ? []
    : [
        ['status', data.text('status') ?? data.text('state')],
        ['description', data.text('description')],
        ['action', summaryOf(data.object('action'))],
        ['conference', data.text('conference_url')],
        ['conference number', data.objects('conference_numbers').map((one) => one.text('number'))],
        ...fieldsIn(data, 'custom_fields', ''),
        // Its description does not tell whether these are the values before or after.
        ...fieldsIn(data, 'changed_custom_fields', 'changed '),
      ];

/** An event for which there is none of ours, in words: what it is called, what it is about, and a line for all else it says. */
export const webhookNote = (type: WebhookEvent['type'], data: OutsideObject): string => {
  const lines = linesOf(data).flatMap(([label, value]) => {
    const shown = shownValue(value);
    return shown === null ? [] : [`${label}: ${shown}`];
  });
  const head = [type, titleOf(data)].filter((part) => part !== '').join(': ');
  return [head, ...lines].join('\n');
};
