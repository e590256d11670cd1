import type { Moment } from '../../primitives/moment.ts';
import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { sinceThen } from '../time/momentsAround.ts';
import { fieldLines, tellDetails } from '../vendor/tellDetails.ts';
import type { MomentOf } from '../vendor/momentReader.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, inOurWords, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';
import { fingerprintOf } from './fingerprintOf.ts';

/** Alertmanager as a source. */
export const alertmanagerSource = (url?: string): Source => ({
  kind: 'monitor',
  name: 'Alertmanager',
  ...(url !== undefined && { url }),
});

/**
 * What an alert is known by: its fingerprint, which is that of its labels, and when it started, since the same labels
 * come again. The API writes fewer digits of that time than a webhook, so that only its milliseconds count.
 */
export const alertKey = (alert: OutsideObject, time: MomentOf): string | null => {
  const fingerprint = alert.id('fingerprint') ?? fingerprintOf(alert.object('labels'));
  const started = time(alert, 'startsAt')?.earliest;
  return fingerprint === undefined || started === undefined ? null : `${fingerprint}@${started}`;
};

const SUMMARIES: readonly string[] = ['summary', 'message', 'title', 'description'];

/**
 * What Grafana adds to an alert.
 *
 * @remarks Source: Grafana’s description of its webhook notifier.
 */
const GRAFANA: readonly string[] = [
  'values',
  'valueString',
  'dashboardURL',
  'panelURL',
  'imageURL',
  'silenceURL',
];

const shownLabel = (labels: OutsideObject | undefined, key: string): string | undefined => {
  const found = labels?.raw(key);
  return typeof found === 'string' && found !== '' ? found : undefined;
};

/** In the API a status is an object with a state; in a notification a word. */
const stateOf = (alert: OutsideObject): string => {
  const status = alert.raw('status');
  return typeof status === 'string' ? status : (alert.object('status')?.text('state') ?? '');
};

const isNotAfter = (a: Moment | undefined, b: Moment | undefined): boolean =>
  a?.earliest !== undefined && b?.latest !== undefined && a.earliest <= b.latest;

const tellEnd = (alert: OutsideObject, state: string, { time, tell, leaveOut }: Teller): void => {
  const ended = asWritten(time, alert, 'endsAt');
  const isEnd =
    state === 'resolved' || (state !== 'firing' && isNotAfter(ended.at, time(alert, 'updatedAt')));
  if (!isEnd) return;
  if (ended.at) tell('Resolved', {}, { item: 'endsAt', ...ended });
  else leaveOut(alert.placeOf('endsAt'), 'it is resolved, and nothing says when');
};

const tellSuppression = (alert: OutsideObject, { time, tell }: Teller): void => {
  if (typeof alert.raw('status') !== 'object') return;
  const status = alert.object('status');
  const by = ['silencedBy', 'inhibitedBy', 'mutedBy'].flatMap((key) => {
    const ids = status?.texts(key) ?? [];
    return ids.length === 0 ? [] : [`${key}: ${ids.join(', ')}`];
  });
  if (by.length === 0) return;
  const told = asWritten(time, alert, 'updatedAt');
  const begun = time(alert, 'startsAt');
  const at = told.at ?? (begun && sinceThen(begun));
  tell('NoteAdded', { text: inOurWords(by.join('\n')) }, { item: 'status', ...told, at });
};

/** Who was to hear of it; version 1 of the API lists names alone. */
const receiversOf = (alert: OutsideObject): readonly (string | undefined)[] => {
  const listed: readonly unknown[] = alert.has('receivers') ? (alert.list('receivers') ?? []) : [];
  return listed.every((one) => typeof one === 'string')
    ? listed
    : alert.objects('receivers').map((one) => one.text('name'));
};

const tellAlert = (key: string, alert: OutsideObject, teller: Teller): void => {
  const { time, tell } = teller;
  const [labels, annotations] = [alert.object('labels'), alert.object('annotations')];
  const url = alert.text('generatorURL');
  const source = alertmanagerSource(url === '' ? undefined : url);
  const told: Told = { item: 'startsAt', ...asWritten(time, alert, 'startsAt'), source };
  const monitor = shownLabel(labels, 'alertname');
  const summary = SUMMARIES.find((name) => shownLabel(annotations, name) !== undefined);
  tell(
    'AlertRaised',
    {
      alertId: key,
      ...(monitor !== undefined && { monitor }),
      ...textOf(shownLabel(annotations, summary ?? '')),
    },
    told,
  );
  const level = shownLabel(labels, 'severity');
  if (level !== undefined) {
    const severity = { dimension: 'severity', scale: 'alertmanager-severity', level } as const;
    tell('SeverityAssigned', severity, { ...told, place: alert.placeOf('labels') });
  }
  tellEnd(alert, stateOf(alert), teller);
  tellSuppression(alert, teller);
  tellDetails(
    teller,
    [
      ...fieldLines(labels),
      ...fieldLines(annotations).filter(([name]) => name !== summary),
      ['receivers', receiversOf(alert)],
      ...GRAFANA.map((name) => [name, alert.raw(name)] as const),
    ],
    { ...told, item: 'details' },
  );
};

/** Tells what the notifications of one alert say, the latest last. */
export const tellAlerts: Gathered['tell'] = (key, alerts, teller) => {
  for (const alert of alerts) tellAlert(key, alert, teller);
};
