import type { Projection, Summary } from '../index.ts';
import {
  actions,
  claims,
  durations,
  fleet,
  impact,
  incident,
  milestones,
  timeline,
} from '../index.ts';
import type { BuiltInName } from './builtInNames.ts';

/** Any projection. */
export type AnyProjection = Projection<unknown, unknown>;

/** Any summary. */
export type AnySummary = Summary<unknown, unknown, unknown>;

/** The projections and summaries that ship with the library, by name. */
export const builtIn: Readonly<Record<BuiltInName, AnyProjection | AnySummary>> = {
  incident,
  timeline,
  milestones,
  durations,
  impact,
  claims,
  actions,
  fleet,
};
