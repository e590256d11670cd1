import type { OutsideObject } from '../json/outsideJson.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actKey } from './actKey.ts';
import { referenced } from './referenced.ts';

interface Sent {
  readonly data: OutsideObject;
  readonly told: Told;
  readonly agent: ReturnType<typeof referenced>;
}

type Tell = (sent: Sent, teller: Teller) => void;

const titleOf = (data: OutsideObject): string => data.text('title') ?? data.text('summary') ?? '';

const triggered: Tell = ({ data, told }, { tell }) => {
  const title = titleOf(data);
  const reference = data.id('number') ?? data.id('incident_number');
  tell(
    'Declared',
    {
      kind: 'incident',
      ...(title !== '' && { title: inItsLanguage(title) }),
      ...(reference !== undefined && { reference }),
    },
    told,
  );
};

const assigned: Tell = ({ data, told }, { tell }) => {
  for (const assignee of data.objects('assignees')) {
    const responder = referenced(assignee);
    if (!responder) continue;
    tell(
      'RoleAssigned',
      { responder, role: 'assignee' },
      {
        ...told,
        item: `${told.item}/${responder.id}`,
        happening: actKey('RoleAssigned', responder, told.at),
      },
    );
  }
};

const prioritised: Tell = ({ data, told }, { tell, leaveOut }) => {
  const level = data.object('priority')?.text('summary');
  if (level === undefined || level === '')
    leaveOut(told.place, 'the priority was taken away; no event says that');
  else
    tell('SeverityAssigned', { dimension: 'priority', scale: 'pagerduty-priority', level }, told);
};

const replied: Tell = ({ data, told }, { tell }) => {
  const responder = referenced(data.object('user'));
  const [state, message] = [data.text('state') ?? '', data.text('message')];
  if (state === 'joined' && responder)
    tell('ResponderJoined', { responder, ...textOf(message) }, told);
  else {
    const said = [`responder ${state}`, message].filter(Boolean).join(': ');
    tell('NoteAdded', { text: inItsLanguage(said) }, told);
  }
};

const KINDS: Readonly<Record<string, Tell>> = {
  triggered,
  acknowledged: ({ told, agent }, { tell }) => {
    const happening = actKey('Acknowledged', agent, told.at) ?? `Acknowledged#${told.item}`;
    tell('Acknowledged', {}, { ...told, happening });
  },
  annotated: ({ data, told, agent }, { tell, leaveOut }) => {
    const { text } = textOf(data.text('content'));
    if (text)
      tell(
        'NoteAdded',
        { text },
        { ...told, happening: actKey('NoteAdded', agent, told.at, text) },
      );
    else leaveOut(told.place, 'the note is empty');
  },
  resolved: ({ told }, { tell }) => {
    tell('Resolved', {}, told);
  },
  reopened: ({ told }, { tell }) => {
    tell('Reopened', {}, told);
  },
  escalated: assigned,
  reassigned: assigned,
  delegated: assigned,
  priority_updated: prioritised,
  'responder.added': replied,
  'responder.replied': replied,
  status_update_published: ({ data, told }, { tell }) => {
    tell(
      'StatusPublished',
      { status: 'update', audience: 'internal', ...textOf(data.text('message')) },
      told,
    );
  },
};

/**
 * Tells what webhooks of version 3 sent; of the incident as it was then, only what the event is about.
 *
 * @remarks Source: PagerDuty’s description of webhooks (PagerDuty/developer-docs, docs/webhooks/01-Overview.md).
 */
export const tellWebhooks: Gathered['tell'] = (_, events, teller) => {
  for (const event of events) {
    const type = event.text('event_type')?.replace(/^incident\./, '') ?? '';
    const at = asWritten(teller.time, event, 'occurred_at');
    const item = event.id('id');
    const data = event.object('data');
    if (item === undefined || !data) {
      teller.leaveOut(event.place, 'an event needs an id and data');
      continue;
    }
    const told: Told = { item, ...at, place: event.place };
    const tell = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (tell) tell({ data, told, agent: referenced(event.object('agent')) }, teller);
    else {
      if (type !== 'unacknowledged')
        teller.warn(
          event.placeOf('event_type'),
          `no event is called "${type}"; it is kept as a note`,
        );
      teller.tell('NoteAdded', { text: inItsLanguage(`${type}: ${titleOf(data)}`) }, told);
    }
  }
};
