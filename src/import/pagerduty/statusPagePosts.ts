import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { htmlLines } from '../text/htmlLines.ts';
import { byTime } from '../vendor/byTime.ts';
import { tellWindow } from '../vendor/tellWindow.ts';
import type { Told } from '../vendor/teller.ts';
import { inItsLanguage, textOf } from '../vendor/teller.ts';
import type { Gathered, Take } from '../vendor/vendorFormat.ts';

/** A status page of PagerDuty’s as a source. */
export const pageSource: Source = { kind: 'status-page', name: 'PagerDuty status page' };

/** The words of a message, which is written in HTML. */
const wordsOf = (message: string | undefined): string | undefined =>
  message === undefined || !message.includes('<')
    ? message
    : htmlLines(message)
        .lines.map((line) => line.text)
        .join('\n')
        .trim();

/** What a page calls a status, a severity or an impact; references that were not expanded have only an id. */
const wordOf = (reference: OutsideObject | undefined): string | undefined =>
  reference?.filled('description') ??
  reference?.filled('summary') ??
  reference?.filled('name') ??
  reference?.id('id');

/** When somebody says that it was; they can set it, so that nothing says when they did. */
const reportedAt = (record: OutsideObject, time: Parameters<Gathered['tell']>[2]['time']) => ({
  place: record.placeOf('reported_at'),
  at: time(record, 'reported_at'),
  statedAt: undefined,
});

/** The incident that a post is linked to, else a stream of its own. */
const incidentOf = (post: OutsideObject, id: string): string => {
  const linked = post.has('linked_resource') ? post.object('linked_resource') : undefined;
  const isIncident = linked?.text('type')?.startsWith('incident') === true;
  return (isIncident ? linked?.id('id') : undefined) ?? `page-${id}`;
};

/** Takes a post: what it is called, the window that it plans, its post mortem and its updates. */
export const takePost: Take = (post, intake) => {
  const kind = post.raw('post_type') ?? post.raw('type');
  if (typeof kind !== 'string' || !/^(?:incident|maintenance|status_page_post)$/.test(kind)) {
    return false;
  }
  const id = post.id('id');
  if (id === undefined) {
    intake.leaveOut(post.place, 'the post has no id');
    return true;
  }
  const incident = incidentOf(post, id);
  const title = post.text('title') ?? '';
  const named = title === '' ? {} : { title: inItsLanguage(title) };
  const updates = post.objects('updates').filter((update) => update.has('reported_at'));
  const document = {
    incident,
    record: `status-page-post/${id}`,
    reads: [post],
    source: pageSource,
    ...named,
  };
  intake.whole(document, (teller) => {
    const { time, tell, warn } = teller;
    const [first] = byTime(updates, (update) => reportedAt(update, time));
    const told: Told = { item: 'post', place: post.place, at: undefined, ...first?.told };
    if (!told.at) warn(post.place, 'nothing says when it was posted: read it with its updates');
    const isPlanned = post.text('post_type') === 'maintenance';
    tell('Declared', { kind: isPlanned ? 'maintenance' : 'incident', ...named }, told);
    if (isPlanned) {
      tellWindow(teller, post, { from: 'starts_at', to: 'ends_at' }, [], {
        ...told,
        item: 'window',
      });
    }
    const postmortem = post.has('postmortem') ? post.object('postmortem') : undefined;
    if (postmortem?.has('reported_at') !== true) return;
    const published = { item: 'postmortem', ...reportedAt(postmortem, time) };
    tell('PostmortemPublished', textOf(wordsOf(postmortem.text('message'))), published);
  });
  intake.gathered('post-updates', incident, updates);
  return true;
};

/** Takes an update that does not stand in its post: it goes where a post goes that is linked to nothing. */
export const takePostUpdate: Take = (update, { gather }) => {
  const id = update.object('post')?.id('id');
  gather('post-updates', id === undefined ? undefined : `page-${id}`, update);
  return true;
};

/**
 * Tells the updates of a post.
 *
 * @remarks Source: PagerDuty’s REST API schema, StatusPagePost and StatusPagePostUpdate.
 */
export const tellPostUpdates: Gathered['tell'] = (_, updates, { time, tell, warn, leaveOut }) => {
  for (const update of updates) {
    const item = update.id('id');
    const reported = reportedAt(update, time);
    if (item === undefined || !reported.at) {
      leaveOut(update.place, 'an update needs an id and a time');
      continue;
    }
    if (update.text('reviewed_status') === 'not_reviewed') {
      leaveOut(update.place, 'the update was not reviewed, so that nobody could read it');
      continue;
    }
    const status = update.object('status');
    const word = wordOf(status);
    const isId = word !== undefined && word === status?.id('id');
    if (isId) {
      warn(update.placeOf('status'), 'nothing says what this status is called; its id is kept');
    }
    const components = update.objects('impacted_services').flatMap((impacted) => {
      const name = wordOf(impacted.object('service'));
      const impact = wordOf(impacted.object('impact'));
      return name === undefined ? [] : [{ name, ...(impact !== undefined && { status: impact }) }];
    });
    const told: Told = { item, ...reported };
    tell(
      'StatusPublished',
      {
        status: (isId ? word : word?.toLowerCase()) ?? 'update',
        audience: 'public',
        ...(components.length > 0 && { components }),
        ...textOf(wordsOf(update.text('message'))),
      },
      told,
    );
    const level = wordOf(update.object('severity'));
    if (level === undefined) continue;
    const severity = { dimension: 'impact', scale: 'pagerduty-page', level } as const;
    tell('SeverityAssigned', severity, { ...told, place: update.placeOf('severity') });
  }
};
