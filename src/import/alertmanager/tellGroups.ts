import { exactly } from '../../primitives/moment.ts';
import { fieldLines, shownValue } from '../vendor/tellDetails.ts';
import { inOurWords } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

/** Tells with which group, and to whom, an alert was notified. */
export const tellGroups: Gathered['tell'] = (key, groups, { tell }) => {
  // The key ends in the time that the alert started: looking for it in each group would take its square.
  const at = exactly(key.slice(key.lastIndexOf('@') + 1));
  for (const group of groups) {
    const receiver = group.raw('receiver');
    const name = typeof receiver === 'string' ? receiver : group.object('receiver')?.text('name');
    const labels = group.has('groupLabels') ? group.object('groupLabels') : group.object('labels');
    const groupKey = group.id('groupKey');
    const lines = [
      [
        'group',
        groupKey ??
          fieldLines(labels).map(([label, value]) => `${label}=${shownValue(value) ?? ''}`),
      ],
      ['receiver', name],
      ['reason', group.raw('notification_reason')],
      ['sent by', group.raw('externalURL')],
    ] as const;
    const shown = lines.flatMap(([label, value]) => {
      const text = shownValue(value);
      return text === null ? [] : [`${label}: ${text}`];
    });
    if (shown.length === 0) continue;
    // Of two Alertmanagers that send the same, and of two reasons, neither takes the place of the other.
    const item = `group/${shown.join(' ')}`;
    tell('NoteAdded', { text: inOurWords(shown.join('\n')) }, { item, place: group.place, at });
  }
};
