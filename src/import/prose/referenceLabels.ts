/** What a field of a reference header is. */
export type ReferenceLabel = 'start' | 'end' | 'priority' | 'severity' | 'other';

/** The names of the fields of a reference header, by what they are. */
export const referenceLabels: readonly (readonly [ReferenceLabel, readonly string[]])[] = [
  ['start', ['début', 'debut', 'start', 'start time', 'inizio', 'date de début', 'heure de début']],
  ['end', ['fin', 'end', 'end time', 'fine', 'date de fin', 'heure de fin']],
  ['priority', ['priorité', 'priorite', 'priority', 'priorità']],
  ['severity', ['sévérité', 'severite', 'severity', 'gravité', 'severità']],
  [
    'other',
    [
      'catégorie',
      'categorie',
      'category',
      'categoria',
      'responsabilité',
      'responsabilite',
      'responsibility',
      'responsabilità',
      'responsable',
      'owner',
      'référence',
      'reference',
      'riferimento',
      'service',
      'services',
      'service concerné',
      'impact',
      'statut',
      'status',
      'stato',
      'type',
      'tipo',
      'périmètre',
      'scope',
    ],
  ],
];
