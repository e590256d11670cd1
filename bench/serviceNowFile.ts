import { closeSync, openSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const COLUMNS =
  'number,incident_state,active,reassignment_count,reopen_count,sys_mod_count,made_sla,caller_id,opened_by,opened_at,sys_created_by,sys_created_at,sys_updated_by,sys_updated_at,contact_type,location,category,subcategory,u_symptom,cmdb_ci,impact,urgency,priority,assignment_group,assigned_to,knowledge,u_priority_confirmation,notify,problem_id,rfc,vendor,caused_by,closed_code,resolved_by,resolved_at,closed_at';

const STATES = ['New', 'Active', 'Awaiting User Info', 'Active', 'Resolved', 'Closed'];

/** A small generator of numbers that are the same each time. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const MINUTE = 60_000;

const written = (ms: number): string => {
  const at = new Date(ms);
  const minute = String(at.getUTCMinutes()).padStart(2, '0');
  return `${at.getUTCDate()}/${at.getUTCMonth() + 1}/${at.getUTCFullYear()} ${String(at.getUTCHours()).padStart(2, '0')}:${minute}`;
};

/** The rows of one incident, four to eight of them: what it is like, then how it goes on. */
const rowsOf = (index: number, below: (limit: number) => number): readonly string[] => {
  const opened = Date.UTC(2016, 1, 29) + index * 20 * MINUTE;
  const count = 4 + below(4);
  const [category, location, group] = [below(60), below(160), below(78)];
  const level = ['1 - High', '2 - Medium', '3 - Low'][below(3)] ?? '';
  const resolved = written(opened + count * 60 * MINUTE);
  return Array.from({ length: count }, (_, mod) => {
    const state = mod === count - 1 ? 'Closed' : (STATES[Math.min(mod, 4)] ?? '');
    const assigned = mod > 2 ? group + 1 : group;
    return [
      `INC${String(index).padStart(7, '0')}`,
      state,
      String(state !== 'Closed').toUpperCase(),
      mod > 2 ? 1 : 0,
      0,
      mod,
      'TRUE',
      `Caller ${below(5000)}`,
      `Opened by  ${index % 200}`,
      written(opened),
      `Created by ${index % 200}`,
      written(opened + 7 * MINUTE),
      `Updated by ${below(800)}`,
      written(opened + (7 + mod * 55) * MINUTE),
      'Phone',
      `Location ${location}`,
      `Category ${category}`,
      `Subcategory ${category * 3}`,
      `Symptom ${below(500)}`,
      '?',
      level,
      level,
      `${level.slice(0, 1)} - Moderate`,
      `Group ${assigned}`,
      mod === 0 ? '?' : `Resolver ${group}`,
      'TRUE',
      'FALSE',
      'Do Not Notify',
      '?',
      '?',
      '?',
      '?',
      `code ${below(17)}`,
      `Resolved by ${below(200)}`,
      resolved,
      written(opened + (count + 120) * 60 * MINUTE),
    ].join(',');
  });
};

/** A file shaped like ServiceNow's audit log with so many rows, made when it is first asked for; its path and size. */
export const serviceNowFile = (rows: number): { readonly path: string; readonly bytes: number } => {
  const path = join(tmpdir(), `incident-ledger-servicenow-${rows}.csv`);
  try {
    return { path, bytes: statSync(path).size };
  } catch {
    // It is not there yet.
  }
  const below = numbers(rows);
  const file = openSync(path, 'w');
  let block = [COLUMNS];
  for (let [index, left] = [1, rows]; left > 0; index += 1) {
    const of = rowsOf(index, below).slice(0, left);
    left -= of.length;
    block.push(...of);
    if (block.length < 5000 && left > 0) continue;
    writeSync(file, `${block.join('\n')}\n`);
    block = [];
  }
  closeSync(file);
  return { path, bytes: statSync(path).size };
};
