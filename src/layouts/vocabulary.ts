import { reportSchema } from '../report/schema.js';
import { type Kind, kindOf, listOf, number, type RecordKind, recordOf } from './kinds.js';
import { Manifest } from './manifest.js';

/** The kinds that templates speak of, taken from the report's own schema and the manifest's. */

function record(kind: Kind): RecordKind {
  if (kind.type !== 'record') throw new Error('the schema should describe an object');
  return kind;
}

const defined = (name: string) => record(kindOf({ $ref: `#/$defs/${name}` }, name, reportSchema.$defs));

const unitKind = defined('unit');
const projectKind = defined('project');
const indicatorKind = defined('indicator');
const goalKind = defined('goal');
const taskKind = defined('task');

/** The root: a report, with the manifest in place of the report's `layout`. */
export const rootKind = recordOf('report', [
  ...record(kindOf(reportSchema, 'report', reportSchema.$defs)).fields,
  ['layout', kindOf(Manifest, 'layout', {})],
]);

/** What `(rows indicators)` lists: an indicator and how many rows its merged cells cover. */
const rowKind = recordOf('row', [...indicatorKind.fields, ['level1Span', number], ['level2Span', number]]);

/** What `(projects)` lists: every project of every unit, numbered through. */
const numberedProjectKind = recordOf('numberedProject', [
  ['number', number],
  ['unit', unitKind],
  ['project', projectKind],
]);

export const lists = {
  indicatorGroups: listOf(listOf(indicatorKind)),
  rows: listOf(rowKind),
  projects: listOf(numberedProjectKind),
  goals: listOf(goalKind),
  tasks: listOf(taskKind),
} as const;
