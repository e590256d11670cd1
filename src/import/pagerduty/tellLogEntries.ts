import type { Localized } from '../../primitives/text.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { shownValue } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { actKey } from './actKey.ts';
import { referenced } from './referenced.ts';

/** An entry of the log, with what all kinds have. */
interface Entry {
  readonly id: string;
  readonly record: OutsideObject;
  readonly told: Told;
  readonly agent: ReturnType<typeof referenced>;
  readonly summary: ReturnType<typeof textOf>;
}

type Tell = (entry: Entry, teller: Teller) => void;

/** What an entry says in words, each once: its summary, its note, what fields it changed, and more. */
const wordsOf = (
  record: OutsideObject,
  more: readonly (string | undefined)[] = [],
): ReturnType<typeof textOf> => {
  const note = record.text('note');
  const summary = record.text('summary');
  const event = record.object('event_details')?.text('description');
  return textOf(...new Set([summary, note, event, ...record.texts('changeset'), ...more]));
};

const tellText: Tell = ({ record, told, summary }, { tell, leaveOut }) => {
  if (summary.text) tell('NoteAdded', { text: summary.text }, told);
  else
    leaveOut(
      record.place,
      `an entry of type "${record.text('type') ?? ''}" says nothing beside its type`,
    );
};

/** An incident as a reference to it shows it: `[#42] Checkout fails`. */
const shownIn = (
  record: OutsideObject,
): { readonly title?: Localized; readonly reference?: string } => {
  const shown = record.object('incident')?.raw('summary');
  const [, reference, title = ''] =
    /^\[#(\d{1,20})\]\s*(.*)$/s.exec(typeof shown === 'string' ? shown : '') ?? [];
  return {
    ...(title !== '' && { title: inItsLanguage(title) }),
    ...(reference !== undefined && { reference }),
  };
};

/** What the channel by which it was triggered says: what a monitor or a mail told. */
const channelOf = (record: OutsideObject): readonly (string | undefined)[] => {
  const channel = record.object('channel');
  return ['subject', 'summary', 'description', 'details'].map(
    (key) => shownValue(channel?.raw(key)) ?? undefined,
  );
};

/** What triggered it: an integration, so that an alert was raised; else somebody, who so declared it. */
const trigger: Tell = ({ id, record, told, agent }, { tell }) => {
  const said = wordsOf(record, channelOf(record));
  if (agent?.kind === 'person') {
    tell('Declared', { kind: 'incident', ...shownIn(record), ...said }, told);
    return;
  }
  const monitor =
    record.object('agent')?.text('summary') ?? record.object('service')?.text('summary');
  tell('AlertRaised', { alertId: id, ...(monitor !== undefined && { monitor }), ...said }, told);
};

const acknowledge: Tell = ({ told, agent, summary }, { tell }) => {
  const happening = actKey('Acknowledged', agent, told.at);
  tell('Acknowledged', summary, { ...told, happening: happening ?? `Acknowledged#${told.item}` });
};

const assign: Tell = (entry, teller) => {
  const { id, record, told, summary } = entry;
  const assignees = record.objects('assignees').flatMap((assignee) => referenced(assignee) ?? []);
  if (assignees.length === 0) tellText(entry, teller);
  for (const responder of assignees) {
    teller.tell(
      'RoleAssigned',
      { responder, role: 'assignee', ...summary },
      {
        ...told,
        item: `${id}/${responder.id}`,
        happening: actKey('RoleAssigned', responder, told.at),
      },
    );
  }
};

const annotate: Tell = ({ record, told, agent, summary }, { tell, leaveOut }) => {
  const channel = record.object('channel');
  const said = textOf(channel?.text('content') ?? channel?.text('summary') ?? record.text('note'));
  const text = said.text ?? summary.text;
  if (text)
    tell('NoteAdded', { text }, { ...told, happening: actKey('NoteAdded', agent, told.at, text) });
  else leaveOut(record.place, 'the note is empty');
};

/** The new level that an entry says, in a field of its own or in its channel; undefined where only its words do. */
const newLevel = (record: OutsideObject, key: string): string | undefined => {
  const own = record.raw(key);
  if (typeof own === 'string') return own;
  const channel = record.object('channel');
  const given = channel?.raw(`new_${key}`);
  if (typeof given === 'string') return given;
  const now = record.object(key) ?? channel?.object(`new_${key}`);
  return now?.text('summary') ?? now?.text('name');
};

/** A change of level; kept as a note where the entry does not say the new one in a field. */
const level =
  (scale: string, key: string): Tell =>
  (entry, teller) => {
    const { record, told, summary } = entry;
    const now = newLevel(record, key);
    if (now === undefined || now === '') tellText(entry, teller);
    else {
      const assigned = { dimension: 'priority', scale, level: now, ...summary } as const;
      teller.tell('SeverityAssigned', assigned, told);
    }
  };

/** The types of entry for which there is an event; both spellings of the acknowledgement are in use. */
const KINDS: Readonly<Record<string, Tell>> = {
  trigger,
  acknowledge,
  acknowledgement: acknowledge,
  assign,
  reassign: assign,
  escalate: assign,
  delegate: assign,
  annotate,
  resolve: ({ told, summary }, { tell }) => {
    tell('Resolved', summary, told);
  },
  reopen: ({ told, summary }, { tell }) => {
    tell('Reopened', summary, told);
  },
  urgency_change: level('pagerduty-urgency', 'urgency'),
  priority_change: level('pagerduty-priority', 'priority'),
};

/** The types that are kept as notes, since no event says the same. */
const NOTED: ReadonlySet<string> = new Set([
  'unacknowledge',
  'notify',
  'snooze',
  'unsnooze',
  'responder_request',
  'event_rule_action',
  'link',
  'unlink',
  'reach_ack_limit',
  'reach_trigger_limit',
  'exhaust_escalation_path',
  'repeat_escalation_path',
  'field_value_change',
  'custom_field_value_change',
]);

/**
 * Tells the entries of an incident’s log.
 *
 * @remarks Source: PagerDuty’s REST API schema, LogEntry and the schemas beside it, of which one spells the type
 * `acknowledge_log_entry` and another `acknowledgement_log_entry`.
 */
export const tellLogEntries: Gathered['tell'] = (_, records, teller) => {
  for (const record of records) {
    const id = record.id('id');
    const told = asWritten(teller.time, record, 'created_at');
    const type = record.text('type')?.replace(/_log_entry(?:_reference)?$/, '') ?? '';
    if (id === undefined || !told.at) {
      teller.leaveOut(record.place, 'an entry of the log needs an id and a time');
      continue;
    }
    const agent = referenced(record.object('agent'));
    const entry = { id, record, told: { item: id, ...told }, agent, summary: wordsOf(record) };
    const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
    if (!kind && !NOTED.has(type)) {
      teller.warn(
        record.placeOf('type'),
        `no type of entry is called "${type}"; it is kept as a note`,
      );
    }
    (kind ?? tellText)(entry, teller);
  }
};
