import { byThen } from '../time/momentsAround.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import type { Take } from '../vendor/vendorFormat.ts';
import { assigneeOf, incidentIoSource } from './incidentIoSource.ts';

/**
 * Takes a follow-up, or an action of the response, whose record tells all that there is of it.
 *
 * @param incident - The incident that it stands in.
 */
export const takeFollowUp =
  (incident?: string): Take =>
  (record, intake) => {
    const id = record.id('id');
    const of = record.has('incident_id') ? record.id('incident_id') : (incident ?? intake.asked);
    if (id === undefined || of === undefined) {
      intake.leaveOut(record.place, 'a follow-up needs an id and an incident');
      return true;
    }
    const source = incidentIoSource();
    intake.whole(
      {
        incident: of,
        record: `follow-up/${id}`,
        reads: [record],
        source,
        statedAt: intake.time(record, 'updated_at'),
      },
      ({ time, tell }) => {
        const url = record.object('external_issue_reference')?.text('issue_permalink');
        const owner = assigneeOf(record);
        const created = asWritten(time, record, 'created_at');
        tell(
          'ActionProposed',
          {
            actionId: id,
            ...(owner && { owner }),
            ...(url !== undefined && { url }),
            ...textOf(record.text('title'), record.text('description')),
          },
          { item: 'created_at', ...created },
        );
        const lines = [
          ['priority', record.object('priority')?.text('name')],
          ['labels', record.has('labels') ? record.texts('labels') : null],
          ['team', record.object('assignee_team')?.text('name')],
        ] as const;
        tellDetails({ tell }, lines, { item: 'details', ...created, place: record.place });
        const updated = asWritten(time, record, 'updated_at');
        const changed = { ...updated, at: updated.at && byThen(updated.at) };
        const status = record.text('status');
        if (status === 'completed') {
          const completed = asWritten(time, record, 'completed_at');
          tell(
            'ActionCompleted',
            { actionId: id },
            { item: 'status', ...(completed.at ? completed : changed) },
          );
        }
        if (status === 'not_doing' || status === 'deleted') {
          tell(
            'ActionDropped',
            { actionId: id, ...textOf(status.replace('_', ' ')) },
            { item: 'status', ...changed },
          );
        }
      },
    );
    return true;
  };
