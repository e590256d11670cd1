import type { OutsideObject } from '../json/outsideJson.ts';
import type { Gathered, Take } from '../vendor/vendorFormat.ts';
import { sourcesOf } from './sources.ts';
import { tellComments } from './tellComments.ts';

/** The issue that a comment is of, as `owner/name/12`; undefined for another object. */
const issueIn = (comment: OutsideObject): string | undefined => {
  const [, repository, number] =
    /\/repos\/([^/]+\/[^/]+)\/issues\/(\d+)$/.exec(comment.text('issue_url') ?? '') ?? [];
  return repository === undefined || number === undefined ? undefined : `${repository}/${number}`;
};

/** Takes a comment that stands outside of its issue, as webhooks send them and lists of them have it. */
export const takeComment: Take = (comment, { gather }) => {
  const issue = issueIn(comment);
  if (issue === undefined || !comment.has('body')) return false;
  gather('comments', issue, comment);
  return true;
};

/** Tells comments that stand outside of their issue: what it tells with them inside is the same, and more. */
export const loneComments: Gathered = {
  source: { kind: 'status-page' },
  tell: (issue, comments, teller) => {
    const url = comments[0]?.text('html_url')?.replace(/#.*$/, '');
    const { page, monitor } = sourcesOf(issue.replace(/\/\d+$/, ''), url);
    tellComments(comments, undefined, monitor, {
      ...teller,
      tell: (type, data, told) => {
        teller.tell(type, data, { source: page, ...told });
      },
    });
  },
};
