/** A source of numbers that look random and are the same each time, from 0 up to 1. */
const seeded = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    // Source: Numerical Recipes, "an even quicker generator".
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
};

interface Language {
  readonly subjects: readonly string[];
  readonly says: readonly string[];
  readonly places: readonly string[];
  readonly ends: readonly string[];
  readonly others: readonly string[];
  readonly timed: readonly ((from: string, to: string) => string)[];
}

const ENGLISH: Language = {
  subjects: [
    'We are investigating',
    'Our engineers have identified',
    'A small number of customers may still see',
    'Monitoring shows',
    'The on-call team was paged for',
    'Since the last deployment we have observed',
    'Our provider has confirmed',
    'Support has received several reports of',
    'Some merchants experience',
    'A faulty network device caused',
  ],
  says: [
    'elevated error rates for card payments',
    'delays of several minutes in webhooks',
    'timeouts when the dashboard is opened',
    'intermittent failures of the search API',
    'a partial outage of the file storage',
    'slow responses from the authentication service',
    'duplicate notifications by email',
    'higher latency than usual on checkout',
    'stale data in exports and reports',
    'connection resets between two data centers',
  ],
  places: [
    'in the European region',
    'for customers in Asia-Pacific',
    'on mobile devices',
    'behind the second load balancer',
    'for about 12 % of requests',
    'with API version 2',
    'on hosts that were restarted',
    'for accounts created this year',
    'in two of three availability zones',
    'outside business hours',
  ],
  ends: [
    'and will post an update shortly.',
    'while queues are being worked off.',
    'and no data has been lost.',
    'which we are isolating with our provider.',
    'although most traffic is served from the cache.',
    'so retries may be needed.',
    'and apologise for the inconvenience.',
    'until the failover of the database is complete.',
    'and the error budget is watched closely.',
    'as capacity is added step by step.',
  ],
  others: [
    'A fix has been implemented and we are monitoring the results.',
    'The issue has been identified and a fix is being implemented.',
    'This incident has been resolved.',
    'The rollback of release 4.2 is complete and services are recovering.',
    'All systems are operating normally.',
    'Thank you for your patience (ticket #48213).',
    'Components: API, Dashboard (EU, US) and Checkout.',
    'Login works again; exports remain paused.',
  ],
  timed: [
    (from) => `Impact was first seen at ${from} UTC.`,
    (from, to) => `Between ${from} and ${to} UTC, about 3 in 100 payments were declined.`,
    (from) => `The next update is planned for ${from}.`,
    (_from, to) => `Traffic has been back to normal since ${to} UTC.`,
  ],
};

const FRENCH: Language = {
  subjects: [
    'Nous analysons',
    'Nos équipes ont identifié',
    'Certains clients peuvent encore constater',
    'La supervision remonte',
    'L’équipe d’astreinte a été mobilisée pour',
    'Depuis la mise en production nous observons',
    'Notre hébergeur a confirmé',
    'Le support a reçu plusieurs signalements sur',
    'Quelques commerçants rencontrent',
    'Un équipement réseau défectueux a provoqué',
  ],
  says: [
    'un taux d’erreurs élevé sur les paiements par carte',
    'des retards de plusieurs minutes dans les notifications',
    'des lenteurs à l’ouverture du tableau de bord',
    'des échecs intermittents de l’API de recherche',
    'une indisponibilité partielle du stockage',
    'des temps de réponse dégradés à l’authentification',
    'des courriels envoyés en double',
    'une latence inhabituelle lors du règlement',
    'des données obsolètes dans les exports',
    'des coupures entre deux centres de données',
  ],
  places: [
    'en Europe',
    'pour les comptes créés cette année',
    'sur les terminaux mobiles',
    'derrière le second répartiteur',
    'pour environ 12 % des requêtes',
    'avec la version 2 de l’API',
    'sur les serveurs redémarrés',
    'chez un prestataire',
    'dans deux zones sur trois',
    'hors des heures ouvrées',
  ],
  ends: [
    'et publierons un point de situation prochainement.',
    'le temps que les files d’attente se résorbent.',
    'mais aucune donnée n’a été perdue.',
    'que nous isolons avec notre prestataire.',
    'même si l’essentiel du trafic est servi par le cache.',
    'si bien que des rejeux peuvent être nécessaires.',
    'et vous prions de nous excuser pour la gêne occasionnée.',
    'jusqu’à la fin de la bascule de la base.',
    'et le suivi est renforcé.',
    'pendant que la capacité est augmentée.',
  ],
  others: [
    'Un correctif a été déployé et nous surveillons son effet.',
    'Le problème a été identifié ; un correctif est en préparation.',
    'L’incident est résolu.',
    'Le retour arrière est terminé et le service se rétablit.',
    'Tous les services fonctionnent normalement.',
    'Merci de votre patience (demande n° 48213).',
    'Composants : API, Tableau de bord (UE, US) et Règlement.',
    'La connexion fonctionne ; les exports restent suspendus.',
  ],
  timed: [
    (from) => `Premiers effets constatés à ${from} (heure de Paris).`,
    (from, to) => `Entre ${from} et ${to}, environ 3 paiements sur 100 ont été refusés.`,
    (from) => `Prochain point prévu à ${from}.`,
    (_from, to) => `Le trafic est revenu à la normale depuis ${to}.`,
  ],
};

const STATUSES = ['resolved', 'monitoring', 'identified', 'investigating', 'update'];

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const DAY_MS = 86_400_000;

/**
 * A page of about that size. Its sentences are put together from parts, some 20 000 in either language, so that
 * hardly a line is ever met again; one page in five is in French, one in ten in both languages.
 *
 * @param isEnglish - Whether all pages are in English, and so in ASCII.
 */
export const pageText = (bytes: number, seed: number, isEnglish = false): string => {
  const random = seeded(seed * 7919 + 1);
  const one = <A>(values: readonly A[]): A => {
    const value = values[Math.floor(random() * values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  };
  const sentence = ({ subjects, says, places, ends, others }: Language): string =>
    random() < 0.2
      ? one(others)
      : `${one(subjects)} ${one(says)} ${one(places)} ${one(ends)}`.replace(/ ([,.])/, '$1');
  const text = (language: Language, minute: number): string => {
    const lines = Array.from({ length: 2 + Math.floor(random() * 4) }, () => sentence(language));
    if (random() < 0.5)
      lines.push(one(language.timed)(clock(minute + 1440 - 9), clock(minute + 1440 - 2)));
    return lines.join(random() < 0.5 ? '\n' : ' ');
  };
  const kind = isEnglish ? 1 : seed % 10;
  const languages =
    kind === 0 ? [FRENCH, ENGLISH] : kind === 4 || kind === 7 ? [FRENCH] : [ENGLISH];
  const parts = [`Acme Payments incident ${seed}\nAPI, Dashboard\n\n`];
  for (let [index, size, minute] = [0, 0, 600]; size < bytes; index += 1) {
    minute += 1 + Math.floor(random() * 30);
    const date = new Date(Date.UTC(2024, 0, 1) + Math.floor(minute / 1440) * DAY_MS);
    const day = date.toLocaleDateString('en-US', {
      month: 'short',
      day: 'numeric',
      year: 'numeric',
      timeZone: 'UTC',
    });
    const told = languages.map((language) => text(language, minute)).join('\n');
    const next = `${one(STATUSES)} ${day}, ${clock(minute)} UTC\n${told}\n\n`;
    parts.push(next);
    size += next.length;
  }
  return parts.join('').slice(0, bytes);
};
