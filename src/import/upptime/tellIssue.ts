import type { Degree } from '../../events/impact.ts';
import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { byThen } from '../time/momentsAround.ts';
import { durationIn } from '../time/durationNotation.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import type { Issue } from './issue.ts';
import { tellMaintenance } from './tellMaintenance.ts';

const TITLE =
  /^(?:\p{Extended_Pictographic}|\uFE0F|\s)*(.{1,200}?) (?:is (down)|has (degraded) performance)\s*$/u;

/** Which site an issue is about, and how it was; nothing where somebody worded the title. */
const siteOf = (title: string): { readonly site?: string; readonly degree: Degree } => {
  const [, site, down, degraded] = TITLE.exec(title) ?? [];
  const byEmoji: Degree = title.startsWith('🛑')
    ? 'full'
    : title.startsWith('⚠')
      ? 'degraded'
      : 'unspecified';
  const degree: Degree =
    down === undefined ? (degraded === undefined ? byEmoji : 'degraded') : 'full';
  return { ...(site !== undefined && { site }), degree };
};

/** The tags and slug of the site: every label that is not Upptime’s own. */
const slugsOf = ({ labels }: Issue): readonly string[] =>
  labels.filter((label) => !['status', 'maintenance'].includes(label));

/** Who says what: the page that everybody reads, and the monitor that watches. */
interface Sources {
  readonly page: Source;
  readonly monitor: Source;
}

/** When the issue was closed; where only its state says so, by its last change. */
const closedOf = (
  record: OutsideObject,
  { time, warn }: Teller,
): Pick<Told, 'place' | 'at' | 'statedAt'> => {
  const closed = asWritten(time, record, 'closed_at');
  const isClosed = /^closed$/i.test(record.text('state') ?? '');
  if (closed.at || !isClosed) return closed;
  const updated = time(record, 'updated_at');
  if (!updated) warn(record.placeOf('state'), 'it is closed, and nothing says when');
  return { ...closed, at: updated && byThen(updated), statedAt: updated };
};

const END = /^\s*\*\*(?:Resolved|Completed):?\*\*/i;

/** Tells the comments, and that the closing is published where no comment says it is over. */
const tellComments = (
  issue: Issue,
  end: 'resolved' | 'completed',
  sources: Sources,
  teller: Teller,
): void => {
  const { time, tell, leaveOut } = teller;
  const { record } = issue;
  const comments = Array.isArray(record.raw('comments')) ? record.objects('comments') : [];
  if (typeof record.raw('comments') === 'number' && record.raw('comments') !== 0) {
    leaveOut(
      record.placeOf('comments'),
      'this says how many comments there are, not what they say',
    );
  }
  let isTold = false;
  for (const comment of comments) {
    const body = comment.text('body') ?? '';
    const written = asWritten(time, comment, 'created_at');
    const id = comment.id('id') ?? written.at?.earliest;
    const text = textOf(body);
    if (id === undefined || !written.at || !text.text) {
      leaveOut(comment.place, 'a comment needs a body and a time');
      continue;
    }
    const told: Told = { item: `comment/${id}`, ...written, place: comment.place };
    const isEnd = END.test(body);
    isTold ||= isEnd;
    const status = isEnd ? end : 'update';
    tell(
      'StatusPublished',
      { status, audience: 'public', ...text },
      { ...told, source: sources.page },
    );
    const lasted = isEnd ? durationIn(body.replace(/^[\s\S]*\bafter\b/, 'for')) : null;
    if (!lasted) continue;
    const measured = { durationMs: lasted.ms, written: lasted.written };
    tell('ImpactMeasured', measured, { ...told, source: sources.monitor });
  }
  if (isTold) return;
  const closed = closedOf(record, teller);
  const published = { status: end, audience: 'public' } as const;
  tell('StatusPublished', published, { item: 'closed_at', ...closed, source: sources.page });
};

/** Tells when the issue was closed and opened again; the events say it exactly, the issue only how it stands. */
const tellCourse = ({ record }: Issue, teller: Teller): void => {
  const { time, tell } = teller;
  for (const event of record.objects('events')) {
    const what = event.text('event');
    const told = { ...asWritten(time, event, 'created_at'), place: event.place };
    const item = `event/${event.id('id') ?? event.place}`;
    if (what === 'closed') tell('Resolved', {}, { item, ...told });
    if (what === 'reopened') tell('Reopened', {}, { item, ...told });
  }
  tell('Resolved', {}, { item: 'closed_at', ...closedOf(record, teller) });
};

const tellOutage = (issue: Issue, sources: Sources, teller: Teller): void => {
  const { record, number } = issue;
  const { tell } = teller;
  const title = record.text('title') ?? '';
  const { site, degree } = siteOf(title);
  const created = asMade(teller, record, 'created_at', 'updated_at');
  const closed = closedOf(record, teller);
  const body = record.text('body');
  const hit = { impactId: 'main', ...(site !== undefined && { component: site }) };
  const named = title === '' ? {} : { title: inItsLanguage(title) };
  tell(
    'Declared',
    { kind: 'incident', ...named, reference: number },
    { item: 'created_at', ...created },
  );
  tell(
    'AlertRaised',
    { alertId: `issue-${number}`, monitor: 'Upptime', ...textOf(body) },
    { item: 'created_at', ...created },
  );
  tell('ImpactStarted', { ...hit, degree }, { item: 'created_at', ...created });
  tell('ImpactEnded', hit, { item: 'closed_at', ...closed });
  const status = degree === 'full' ? 'down' : degree;
  const components = site === undefined ? [] : [{ name: site, status }];
  const published = {
    status: 'investigating',
    audience: 'public',
    ...(components.length > 0 && { components }),
    ...textOf(title),
  } as const;
  tell('StatusPublished', published, { item: 'created_at', ...created, source: sources.page });
  tellCourse(issue, teller);
  tellComments(issue, 'resolved', sources, teller);
  const reason = record.text('state_reason');
  tellDetails(
    teller,
    [
      ['labels', slugsOf(issue)],
      ['closed as', /^completed$/i.test(reason ?? '') ? null : reason],
    ],
    { item: 'labels', ...created },
  );
};

const urlOf = (url: string | undefined): { readonly url?: string } =>
  url === undefined ? {} : { url };

/** Tells what an issue says. */
export const tellIssue = (issue: Issue, intake: Intake): void => {
  const { record, number, repository, url } = issue;
  const name = repository ?? 'Upptime';
  const incident = `${repository ?? 'issue'}/${number}`;
  const monitor: Source = { kind: 'monitor', name: `Upptime of ${name}`, ...urlOf(url) };
  const page: Source = { kind: 'status-page', name, ...urlOf(url) };
  const title = record.text('title') ?? '';
  const isPlanned =
    issue.labels.includes('maintenance') || /<!--[\s\S]*?\bstart:/.test(record.text('body') ?? '');
  const document = {
    incident,
    record: `issue/${incident}`,
    reads: [record],
    source: isPlanned ? page : monitor,
    ...(title !== '' && { title: inItsLanguage(title) }),
    statedAt: intake.time(record, 'updated_at'),
  };
  intake.whole(document, (teller: Teller) => {
    if (isPlanned) {
      tellMaintenance(issue, teller);
      tellComments(issue, 'completed', { page, monitor }, teller);
    } else tellOutage(issue, { page, monitor }, teller);
  });
};
