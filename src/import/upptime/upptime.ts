import type { Importer } from '../importer.ts';
import { jsonHead } from '../vendor/jsonHead.ts';
import type { Take, VendorFormat } from '../vendor/vendorFormat.ts';
import { vendorImporter } from '../vendor/vendorImporter.ts';
import { issueOf, labelsOf } from './issue.ts';
import { loneComments, takeComment } from './loneComments.ts';
import { notIssues } from './notIssues.ts';
import { tellIssue } from './tellIssue.ts';

const recognise = (head: string): number => {
  if (notIssues(head)) return 0.9;
  const seen = jsonHead(head);
  if (seen?.has('issue_url') && seen.says('body', /^\s*\*\*(?:Resolved|Completed):?\*\*/i))
    return 0.9;
  if (!seen?.has('number', 'title', 'labels') || seen.has('incident_number')) return 0;
  const isUpptime =
    seen.says('title', /(?:🛑|⚠️?|\\ud83d\\uded1|\\u26a0)|is down$|degraded performance/iu) ||
    seen.says('body', /expectedDown|\*\*down\*\*/) ||
    seen.says('html_url', /upptime/);
  const isLabelled = seen.says('name', /^(?:status|maintenance)$/);
  return isUpptime ? 0.95 : isLabelled ? 0.4 : 0;
};

const takeIssue: Take = (record, intake) => {
  if (!record.has('number') || !record.has('title')) return false;
  if (record.has('pull_request')) {
    intake.leaveOut(record.place, 'this is a pull request');
    return true;
  }
  const labels = labelsOf(record);
  if (!labels.includes('status') && !labels.includes('maintenance')) {
    intake.leaveOut(
      record.place,
      'the issue has neither the label "status" nor the label "maintenance"',
    );
    return true;
  }
  const issue = issueOf(record, intake.warn);
  if (issue) tellIssue(issue, intake);
  else intake.leaveOut(record.place, 'the issue has no number');
  return true;
};

const format: VendorFormat = {
  name: 'upptime',
  version: '1',
  what: 'issues of an Upptime repository',
  recognise,
  lists: { issues: takeIssue },
  singles: { issue: takeIssue, comment: takeComment },
  bare: (record, intake) => takeIssue(record, intake) || takeComment(record, intake),
  gathered: { comments: loneComments },
  // What GitHub shows with every issue.
  passedOver: [
    'url',
    'html_url',
    'id',
    'node_id',
    'user',
    'author',
    'author_association',
    'assignee',
    'assignees',
    'locked',
    'active_lock_reason',
    'closed_by',
    'reactions',
    'labels_url',
    'comments_url',
    'events_url',
    'timeline_url',
    'sub_issues_summary',
    'issue_dependencies_summary',
    'issue_field_values',
    'repository_url',
    'issue_url',
  ],
};

const issues = vendorImporter(format);

const HEAD = 65_536;

/**
 * Reads the issues of an Upptime repository, as GitHub’s API or its command line lists them; comments and events may stand in
 * an issue under `comments` and `events`.
 *
 * @remarks
 * Shape: an issue is an incident. As Upptime counts it, the site was hit from the creation of the issue until it was closed.
 * How long the closing comment says it lasted is kept as a claim.
 * Source: upptime/uptime-monitor, src/update.ts and src/helpers/calculate-uptime.ts, and GitHub’s description of its issues API.
 * @public
 */
export const upptime: Importer = {
  ...issues,
  read: async function* read(text, options = {}) {
    let head = '';
    async function* seen(): AsyncIterable<string> {
      for await (const piece of text) {
        if (head.length < HEAD) head += piece.slice(0, HEAD);
        yield piece;
      }
    }
    for await (const item of issues.read(seen(), options)) {
      yield item._tag === 'Error' ? { ...item, error: notIssues(head) ?? item.error } : item;
    }
  },
};
