import * as E from 'fp-ts/lib/Either.js';
import type { ProjectionFault, ReplayedIncident, TallyOptions } from '../index.ts';
import { addIncident, emptyTally, summarized } from '../index.ts';
import type { AnyProjection, AnySummary } from './builtIn.ts';
import type { Failure } from './failure.ts';
import { badInput, messageOf } from './failure.ts';
import { jsonOf } from './jsonOf.ts';

/** Makes text of the views of incidents, one after the other. */
export interface ViewTaking {
  /** The projection whose views they are. */
  readonly of: AnyProjection;
  /** Takes a view; what was wrong with it, where something was. */
  readonly take: (incident: ReplayedIncident<unknown>) => ProjectionFault | null;
  /** The text that came of it since this was last asked for. */
  readonly text: () => string;
  /** The rest of it, when all views were taken. */
  readonly end: () => E.Either<Failure, string>;
}

/** What stands in a document beside the views. */
export type About = Readonly<Record<string, unknown>>;

const checked = (
  { view }: ReplayedIncident<unknown>,
  projection: string,
): E.Either<ProjectionFault, string> => {
  if (E.isLeft(view)) return view;
  const text = jsonOf(view.right);
  if (E.isRight(text)) return text;
  const message = `the view: ${text.left}`;
  return E.left({ _tag: 'ProjectionFault', projection, eventId: null, message });
};

/** An incident as JSON: its view, or what the projection stopped at. */
const incidentText = (
  { incidentId, incomplete }: ReplayedIncident<unknown>,
  view: E.Either<ProjectionFault, string>,
): string => {
  const head = `{"incidentId":${JSON.stringify(incidentId)},"incomplete":${incomplete}`;
  if (E.isRight(view)) return `${head},"view":${view.right}}`;
  const { projection, eventId, message } = view.left;
  return `${head},"fault":${JSON.stringify({ projection, eventId, message })}}`;
};

/** The views of a projection: a line for each, or one document when there is something about them. */
export const viewsOf = (of: AnyProjection, about: About | null): ViewTaking => {
  let texts: string[] = [];
  let count = 0;
  const put = (text: string): void => {
    const before = count === 0 ? '' : ',\n';
    texts.push(about === null ? `${text}\n` : `${before}${text}`);
    count += 1;
  };
  if (about !== null) texts.push(`${JSON.stringify(about).slice(0, -1)},"incidents":[\n`);
  return {
    of,
    take: (incident) => {
      const view = checked(incident, of.name);
      put(incidentText(incident, view));
      return E.isLeft(view) ? view.left : null;
    },
    text: () => {
      const text = texts.join('');
      texts = [];
      return text;
    },
    end: () => E.right(about === null ? '' : '\n]}\n'),
  };
};

/** What a summary says of all incidents, as one document. */
export const summaryOf = (summary: AnySummary, options: TallyOptions, about: About): ViewTaking => {
  const tally = emptyTally(summary, options);
  return {
    of: summary.of,
    take: (incident) => {
      addIncident(summary, tally, incident);
      return E.isLeft(incident.view) ? incident.view.left : null;
    },
    text: () => '',
    end: () => {
      try {
        const document = { ...about, ...summarized(summary, tally) };
        const text = jsonOf(document, 2);
        return E.isRight(text)
          ? E.right(`${text.right}\n`)
          : E.left(badInput(`summary ${summary.name}: ${text.left}`));
      } catch (cause) {
        return E.left(badInput(`summary ${summary.name} failed: ${messageOf(cause)}`));
      }
    },
  };
};
