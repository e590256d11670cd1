import { asWritten, textOf } from '../vendor/teller.ts';
import type { Gathered } from '../vendor/vendorFormat.ts';

/** Tells the notes on an alert. */
export const tellNotes: Gathered['tell'] = (_, notes, { time, tell, leaveOut }) => {
  for (const note of notes) {
    const { text } = textOf(note.text('note'));
    const told = asWritten(time, note, 'createdAt');
    const key = note.id('offset') ?? note.id('id') ?? told.at?.earliest;
    if (!text || key === undefined || !told.at)
      leaveOut(note.place, 'a note needs words and a time');
    else tell('NoteAdded', { text }, { item: `note/${key}`, ...told, place: note.place });
  }
};
