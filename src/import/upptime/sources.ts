import type { Source } from '../../primitives/source.ts';

/** Who says what of an issue: the page that everybody reads, and the monitor that watches. */
export interface Sources {
  /** The page. */
  readonly page: Source;
  /** The monitor. */
  readonly monitor: Source;
}

/** The sources of an issue of a repository, which can be read at an address. */
export const sourcesOf = (repository: string, url: string | undefined): Sources => {
  const where = url === undefined ? {} : { url };
  return {
    monitor: { kind: 'monitor', name: `Upptime of ${repository}`, ...where },
    page: { kind: 'status-page', name: repository, ...where },
  };
};
