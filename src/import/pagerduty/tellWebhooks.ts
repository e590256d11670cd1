import type { OutsideObject } from '../json/outsideJson.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { inItsLanguage, inOurWords, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actKey } from './actKey.ts';
import { incidentDetails, summaryOf } from './incidentDetails.ts';
import { referenced } from './referenced.ts';
import type { WebhookEvent } from './webhookEvent.ts';
import { assigneesOf, titleOf, webhookEvent } from './webhookEvent.ts';
import { webhookNote } from './webhookNote.ts';

interface Sent extends Pick<WebhookEvent, 'agent'> {
  readonly data: OutsideObject;
  readonly told: Told;
}

type Tell = (sent: Sent, teller: Teller) => void;

const assigned: Tell = ({ data, told }, { time, tell }) => {
  for (const [assignee, since] of assigneesOf(data)) {
    const responder = referenced(assignee);
    if (!responder) continue;
    const at = (since && time(since, 'at')) ?? told.at;
    tell(
      'RoleAssigned',
      { responder, role: 'assignee' },
      {
        ...told,
        at,
        item: `${told.item}/${responder.id}`,
        happening: actKey('RoleAssigned', responder, at),
      },
    );
  }
};

/** What an incident is called wherever it is told of: it was declared when it was created. */
const tellDeclared = (data: OutsideObject, told: Told, { time, tell }: Teller): void => {
  const title = titleOf(data);
  const reference = data.id('number') ?? data.id('incident_number');
  const created = time(data, data.has('created_at') ? 'created_at' : 'created_on');
  tell(
    'Declared',
    {
      kind: 'incident',
      ...(title !== '' && { title: inItsLanguage(title) }),
      ...(reference !== undefined && { reference }),
    },
    { ...told, item: `${told.item}/incident`, at: created ?? told.at },
  );
};

/** An incident as it was triggered: how urgent it was, to whom it was assigned, of which service it is. */
const triggered: Tell = (sent, teller) => {
  const { data, told } = sent;
  const { tell } = teller;
  for (const [key, level] of [
    ['urgency', data.text('urgency')],
    ['priority', summaryOf(data.object('priority'))],
  ] as const) {
    if (level === undefined || level === '') continue;
    const severity = { dimension: 'priority', scale: `pagerduty-${key}`, level } as const;
    tell('SeverityAssigned', severity, { ...told, item: `${told.item}/${key}` });
  }
  assigned(sent, teller);
  tellDetails(teller, incidentDetails(data), { ...told, item: `${told.item}/details` });
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

/** Roles are given and taken away by the same event. */
const roles: Tell = ({ data, told }, { tell }) => {
  for (const one of data.objects('incident_role_assignments')) {
    const responder = referenced(one.object('assignee'));
    const role = summaryOf(one.object('role')) ?? 'role';
    const here = { ...told, item: `${told.item}/${one.id('id') ?? role}`, place: one.place };
    if (responder && (one.text('status') ?? 'active') === 'active')
      tell('RoleAssigned', { responder, role }, here);
    else tell('NoteAdded', { text: inOurWords(`the role was taken away: ${role}`) }, here);
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
  'role.assigned': roles,
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

/** What is told as a note, since no event says the same. */
const NOTED: ReadonlySet<string> = new Set([
  'unacknowledged',
  'conference_bridge.updated',
  'custom_field_values.updated',
  'incident_type.changed',
  'service_updated',
  'action_invocation.created',
  'action_invocation.updated',
  'action_invocation.terminated',
  'task.created',
  'task.updated',
  'task.completed',
  'workflow.started',
  'workflow.completed',
]);

/**
 * Tells what webhooks of versions 1 and 3 sent; of the incident as it was then, only what the event is about.
 *
 * @remarks Source: PagerDuty’s description of webhooks (PagerDuty/developer-docs, docs/webhooks/01-Overview.md and
 * 10-V1-Overview.md).
 */
export const tellWebhooks: Gathered['tell'] = (_, events, teller) => {
  for (const event of events) {
    const { type, at, data, agent } = webhookEvent(event, teller);
    const item = event.id('id');
    if (item === undefined || !data) {
      teller.leaveOut(event.place, 'an event needs an id and data');
      continue;
    }
    const told: Told = { item, ...at, place: event.place };
    const tell = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    const isCreated = data.has('created_at') || data.has('created_on');
    const isNamed = isCreated && !data.has('incident') && titleOf(data) !== '';
    if (type === 'triggered' || isNamed) tellDeclared(data, told, teller);
    if (tell) tell({ data, told, agent }, teller);
    else {
      if (!NOTED.has(type))
        teller.warn(
          event.placeOf('event_type'),
          `no event is called "${type}"; it is kept as a note`,
        );
      teller.tell('NoteAdded', { text: inItsLanguage(webhookNote(type, data)) }, told);
    }
  }
};
