import type { Gathered } from '../vendor/vendorFormat.ts';
import { asWritten, textOf } from '../vendor/teller.ts';
import { actKey } from './actKey.ts';
import { referenced } from './referenced.ts';

/** Tells what people noted. */
export const tellNotes: Gathered['tell'] = (_, notes, { time, tell, leaveOut }) => {
  for (const note of notes) {
    const { text } = textOf(note.text('content'));
    const told = asWritten(time, note, 'created_at');
    const item = note.id('id');
    if (!text || item === undefined || !told.at) {
      leaveOut(note.place, 'a note needs an id, a content and a time');
      continue;
    }
    const happening = actKey('NoteAdded', referenced(note.object('user')), told.at, text);
    tell('NoteAdded', { text }, { item, ...told, happening });
  }
};
