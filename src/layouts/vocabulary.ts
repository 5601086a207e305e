import { reportSchema } from '../report/schema.js';
import { type Kind, kindOf, listOf, number, type RecordKind, recordOf } from './kinds.js';
import { Manifest } from './manifest.js';

/** The kinds that templates speak of, taken from the report's own schema and the manifest's: made when a template is checked. */

/** The root: a report, with the manifest in place of the report's `layout`. */
export const rootKind = once(() =>
  recordOf('report', [
    ...record(kindOf(reportSchema, 'report', reportSchema.$defs)).fields,
    ['layout', kindOf(Manifest, 'layout', {})],
  ]),
);

const defined = (name: string) => record(kindOf({ $ref: `#/$defs/${name}` }, name, reportSchema.$defs));

/** What `(rows indicators)` lists: an indicator and how many rows its merged cells cover. */
const rowKind = () => recordOf('row', [...defined('indicator').fields, ['level1Span', number], ['level2Span', number]]);

/** What `(projects)` lists: every project of every unit, numbered through. */
const numberedProjectKind = () =>
  recordOf('numberedProject', [
    ['number', number],
    ['unit', defined('unit')],
    ['project', defined('project')],
  ]);

/** What helpers give. */
export const lists = {
  indicatorGroups: once(() => listOf(listOf(defined('indicator')))),
  rows: once(() => listOf(rowKind())),
  projects: once(() => listOf(numberedProjectKind())),
  goals: once(() => listOf(defined('goal'))),
  tasks: once(() => listOf(defined('task'))),
} as const;

function record(kind: Kind): RecordKind {
  if (kind.type !== 'record') throw new Error('the schema should describe an object');
  return kind;
}

/** Makes a kind when it is first asked for, and keeps it. */
function once<T extends Kind>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
