import { asWritten, inItsLanguage } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

/** Tells what was attached to an incident, such as a draft of its post mortem; nothing says when it was finished. */
export const tellAttachments: Gathered['tell'] = (_, records, { time, tell, leaveOut }) => {
  for (const record of records) {
    const id = record.id('id');
    const attributes = record.object('attributes');
    const attachment = attributes?.object('attachment');
    if (id === undefined || !attributes || !attachment) {
      leaveOut(record.place, 'an attachment needs an id and what it is');
      continue;
    }
    const words = [
      `attached ${attributes.text('attachment_type') ?? 'document'}`,
      attachment.text('title'),
      attachment.text('document_url'),
    ];
    const said = inItsLanguage(words.filter(Boolean).join('\n'));
    const told = { item: `attachment/${id}`, ...asWritten(time, attributes, 'modified') };
    tell('NoteAdded', { text: said }, told);
  }
};
