import type { Degree } from '../../events/impact.ts';
import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { byThen } from '../time/momentsAround.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asMade, asWritten, inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Intake } from '../vendor/vendorFormat.ts';
import type { Issue } from './issue.ts';
import type { Sources } from './sources.ts';
import { sourcesOf } from './sources.ts';
import { commentsOf, saysEnd, tellComments } from './tellComments.ts';
import { tellCourse } from './tellCourse.ts';
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

/** Tells that the closing is published, where no comment says that it is over. */
const tellClosing = (
  { record }: Issue,
  status: 'resolved' | 'completed',
  page: Source,
  teller: Teller,
): void => {
  if (commentsOf(record).some(saysEnd)) return;
  const told = { item: 'closed_at', ...closedOf(record, teller), source: page };
  teller.tell('StatusPublished', { status, audience: 'public' }, told);
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
  tell('Resolved', {}, { item: 'closed_at', ...closed });
  tellClosing(issue, 'resolved', sources.page, teller);
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

/** Tells what an issue says. */
export const tellIssue = (issue: Issue, intake: Intake): void => {
  const { record, number, repository, url } = issue;
  const name = repository ?? 'Upptime';
  const incident = `${repository ?? 'issue'}/${number}`;
  const { monitor, page } = sourcesOf(name, url);
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
      tellClosing(issue, 'completed', page, teller);
    } else tellOutage(issue, { page, monitor }, teller);
  });
  // What GitHub lists beside an issue is a document each: an answer without it withdraws none of it.
  const end = isPlanned ? 'completed' : 'resolved';
  if (commentsOf(record).length > 0) {
    intake.whole({ ...document, record: `comments/${incident}`, source: page }, (teller) => {
      tellComments(commentsOf(record), end, monitor, teller);
    });
  } else if (typeof record.raw('comments') === 'number' && record.raw('comments') !== 0) {
    const reason = 'this says how many comments there are, not what they say';
    intake.leaveOut(record.placeOf('comments'), reason);
  }
  if (!isPlanned && record.objects('events').length > 0) {
    intake.whole({ ...document, record: `events/${incident}` }, (teller) => {
      tellCourse(record, teller);
    });
  }
};
