import type { Source } from '../../primitives/source.ts';
import type { OutsideObject } from '../json/outsideJson.ts';
import { durationIn } from '../time/durationNotation.ts';
import type { Teller, Told } from '../vendor/teller.ts';
import { asWritten, textOf } from '../vendor/teller.ts';

const END = /^\s*\*\*(?:Resolved|Completed):?\*\*/i;

/** The comments of an issue; none where GitHub only counts them. */
export const commentsOf = (record: OutsideObject): readonly OutsideObject[] =>
  Array.isArray(record.raw('comments')) ? record.objects('comments') : [];

/** Whether a comment says that it is over, as Upptime and people do it. */
export const saysEnd = (comment: OutsideObject): boolean => END.test(comment.text('body') ?? '');

/** What an end is called: that of a maintenance is told by another word. */
const endOf = (body: string): 'resolved' | 'completed' =>
  /^\s*\*\*Completed/i.test(body) ? 'completed' : 'resolved';

/**
 * Tells comments of an issue, which the page publishes.
 *
 * @param end - The status of one that says that it is over, where the issue tells; else as its words have it.
 * @param monitor - Who says how long it lasted.
 */
export const tellComments = (
  comments: readonly OutsideObject[],
  end: 'resolved' | 'completed' | undefined,
  monitor: Source,
  { time, tell, leaveOut }: Teller,
): void => {
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
    const isEnd = saysEnd(comment);
    const status = isEnd ? (end ?? endOf(body)) : 'update';
    tell('StatusPublished', { status, audience: 'public', ...text }, told);
    const lasted = isEnd ? durationIn(body.replace(/^[\s\S]*\bafter\b/, 'for')) : null;
    if (!lasted) continue;
    const measured = { durationMs: lasted.ms, written: lasted.written };
    tell('ImpactMeasured', measured, { ...told, source: monitor });
  }
};
