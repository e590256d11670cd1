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

/** Any projection. */
export type AnyProjection = Projection<unknown, unknown>;

/** Any summary. */
export type AnySummary = Summary<unknown, unknown, unknown>;

/** The projections and summaries that ship with the library, by name. */
export const builtIn: Readonly<Record<string, AnyProjection | AnySummary>> = {
  incident,
  timeline,
  milestones,
  durations,
  impact,
  claims,
  actions,
  fleet,
};

/** Their names. */
export const builtInNames: readonly string[] = Object.keys(builtIn);
