import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { postmortem, recogniseImporter, statusPage } from '../../../src/import/public.ts';
import { page } from '../read.ts';
import { readDocument } from '../readDocument.ts';

const importers = [statusPage, postmortem];

describe('recognising a post mortem', () => {
  it('knows Markdown with its sections and HTML, before a status page', () => {
    const markdown = page(
      '# Outage',
      '## Timeline',
      '- 10:02 resolved',
      '- Resolved 10:18 UTC',
      '## Root cause',
    );
    expect(recogniseImporter(importers, markdown)).toBe(postmortem);
    const html = '<html><body><h1>Incident report</h1><h2>Timeline</h2><h2>Root cause</h2></body>';
    expect(recogniseImporter(importers, html)).toBe(postmortem);
  });

  it('leaves a status page to its own importer', () => {
    const sample = readFileSync(new URL('../../../examples/tsr-1023.txt', import.meta.url), 'utf8');
    expect(recogniseImporter(importers, sample)).toBe(statusPage);
    const updates = page(
      'Acme Status',
      '- resolved Dec 17, 2024, 10:18 AM UTC',
      'Done.',
      '- investigating Dec 17, 2024, 10:12 AM UTC',
      'We look into it.',
    );
    expect(recogniseImporter(importers, updates)).toBe(statusPage);
  });

  it('knows a timeline in which a line has a word that is a status too', () => {
    for (const title of ["Compte rendu d'incident – messagerie", 'Panne de messagerie']) {
      const text = page(
        `# ${title}`,
        '',
        'Date : 28 octobre 2024 (CET)',
        '',
        '| Horaire | Action |',
        '|---|---|',
        '| 16h | Premiers signalements clients |',
        "| 16h20 | Prise en charge par l'astreinte |",
        '| 16h40 | Cause identifiée : disque plein |',
        '| 16h50 | Correctif déployé |',
        '| 17h10 | Retour à la normale |',
      );
      expect(recogniseImporter(importers, text)).toBe(postmortem);
    }
  });

  it('claims neither JSON nor CSV nor a letter', () => {
    for (const text of [
      '{"incidents": []}',
      '[{"id": 1}]',
      'id,activity,time\n1,open,10:00',
      'Incident;Opened;Text\nA;2024-03-03 10:00;Outage, "all"\nB;2024-03-03 11:00;Outage\n',
      'Incident ID,Opened,Closed\n"A","Mar 3, 2024 12:05 AM UTC","Mar 3, 2024 12:05 PM"\n',
      'Dear Ann',
      'a\0',
    ]) {
      expect(postmortem.recognise(text)).toBe(0);
    }
  });
});

describe('reading something else', () => {
  it('is an error that says what was expected', async () => {
    for (const text of ['Dear Ann, how are you?', '<p>Hello</p>']) {
      const { documents, errors } = await readDocument(text);
      expect(documents).toEqual([]);
      expect(errors[0]).toMatchObject({ _tag: 'OtherShape', place: 'document' });
    }
    const { errors } = await readDocument('# Timeline\n- 10:00 UTC a', { zone: 'Mars/Base' });
    expect(errors[0]).toMatchObject({ _tag: 'UnknownZone', place: 'options.zone' });
  });
});

describe('a text of either kind', () => {
  it('is a post mortem where its headings are more than one word that could be a status', () => {
    const bare = page(
      'Start Time: February 5, 2024, 08:00 UTC',
      'End Time: February 5, 2024, 12:15 UTC',
      'Impact:',
      '',
      'A quarter of the payments failed.',
      'Timeline:',
      '',
      'Resolution:',
      '',
      'We rolled the change back.',
      'Root Cause:',
      '',
      'A change of the interface.',
      'Corrective and Preventative Measures:',
      '',
      'Test it before.',
    );
    expect(recogniseImporter(importers, bare)).toBe(postmortem);
  });

  it('is no status page for a heading "Postmortem" alone', () => {
    const told = page('## Postmortem', 'The network failed on 15 February 2024.', '## Debugging');
    expect(statusPage.recognise(told)).toBeLessThan(0.5);
  });

  it('is no status page for what a history of reviews is called, whose headings are questions', () => {
    const told = page(
      'Acme status history',
      '03/18/2024',
      'What happened?',
      'Between 05:15 and 07:10 UTC on 18 March 2024, some requests failed.',
      'What went wrong and why?',
      'A deployment.',
      'How did we respond?',
      '05:15 UTC on 18 March 2024 – Customer impact began.',
      '05:31 UTC on 18 March 2024 – Monitoring alerted us.',
      '07:10 UTC on 18 March 2024 – Mitigated by rollback.',
    );
    expect(recogniseImporter(importers, told)).toBe(postmortem);
  });

  it('is no status page for users who experienced something', () => {
    const told = page(
      '### Postmortem: keys',
      '#### Impact',
      'Users experienced difficulties during the outage.',
      '#### Timeline:',
      '- 9:00 AM: An engineer saw it.',
      '- 11:00 AM: It was restored.',
      '#### Root Cause and Resolution:',
      '- Resolution: The key was removed.',
    );
    expect(recogniseImporter(importers, told)).toBe(postmortem);
  });
});
