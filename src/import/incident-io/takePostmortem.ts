import { byThen } from '../time/momentsAround.ts';
import { tellDetails } from '../vendor/tellDetails.ts';
import { asWritten, inItsLanguage, inOurWords } from '../vendor/teller.ts';
import type { Take } from '../vendor/vendorFormat.ts';
import { incidentIoSource } from './incidentIoSource.ts';

/**
 * Takes a post-mortem document: published once it is completed, by the time that it was last changed.
 *
 * @param incident - The incident that it stands in.
 */
export const takePostmortem =
  (incident?: string): Take =>
  (record, intake) => {
    const id = record.id('id');
    const of = record.has('incident_id') ? record.id('incident_id') : (incident ?? intake.asked);
    if (id === undefined || of === undefined) {
      intake.leaveOut(record.place, 'a post mortem needs an id and an incident');
      return true;
    }
    const url = record.text('document_url');
    const source = incidentIoSource(url);
    intake.whole(
      {
        incident: of,
        record: `post-mortem/${id}`,
        reads: [record],
        source,
        statedAt: intake.time(record, 'updated_at'),
      },
      ({ time, tell }) => {
        const title = record.text('title') ?? '';
        const said = {
          ...(title !== '' && { title: inItsLanguage(title) }),
          ...(url !== undefined && { url }),
        };
        const status = record.text('status');
        const updated = asWritten(time, record, 'updated_at');
        const exported = record.has('exported_urls') ? record.texts('exported_urls') : null;
        const created = asWritten(time, record, 'created_at');
        tellDetails({ tell }, [['exported to', exported]], { item: 'details', ...created });
        const told = { item: 'status', ...updated, at: updated.at && byThen(updated.at) };
        if (status === 'completed') tell('PostmortemPublished', said, told);
        else tell('NoteAdded', { text: inOurWords(`post mortem ${status ?? ''}: ${title}`) }, told);
      },
    );
    return true;
  };
