import type { IncidentReport } from '../../src/report/public.ts';
import type { Given } from './fakeIo.ts';
import { cli, page } from './fakeIo.ts';

export const MINUTE = 60_000;

/** The incidents that `show --json` prints. */
export const shown = async (
  line: string,
  given: Given = { files: { 'page.txt': page } },
): Promise<readonly IncidentReport[]> => {
  const { code, out, said } = await cli(['show', ...line.split(' '), '--json'], given);
  if (code !== 0) throw new Error(said.join('\n'));
  return (JSON.parse(out) as { incidents: IncidentReport[] }).incidents;
};

/** The one incident that it prints. */
export const only = async (line: string, given?: Given): Promise<IncidentReport> => {
  const [report, ...others] = await shown(line, given);
  if (!report || others.length > 0)
    throw new Error(`${others.length + (report ? 1 : 0)} incidents`);
  return report;
};
