import { reportSchema } from '../report/schema.js';
import { fundingSources, periods } from '../report/vocabulary.js';
import { flag, type Kind, kindOf, listOf, number, recordKind, recordOf, text } from './kinds.js';
import { PrintedManifest } from './manifest.js';

/** The kinds of what templates name, from the schemas of report and manifest; made when a template is checked. */

/** The root: a report, with the manifest in place of the report's `layout`. */
export const rootKind = once(() =>
  recordOf('report', [
    ...recordKind(reportSchema, 'report', reportSchema.$defs).fields,
    ['layout', kindOf(PrintedManifest, 'layout', {})],
  ]),
);

const defined = (name: string) => recordKind({ $ref: `#/$defs/${name}` }, name, reportSchema.$defs);

/** What `(rows indicators)` lists: an indicator, how many rows its level cells span, its number within its second level. */
const rowKind = () =>
  recordOf('row', [...defined('indicator').fields, ['level1Span', number], ['level2Span', number], ['number', number]]);

/** What `(projects)` lists: a project of any unit, with its number. */
const numberedProjectKind = () =>
  recordOf('numberedProject', [
    ['number', number],
    ['unit', defined('unit')],
    ['project', defined('project')],
  ]);

const word = (words: object): Kind => ({ type: 'text', words: Object.keys(words) });

/** What `(funds owner)` lists: a kind of money. */
const fundKind = () =>
  recordOf('fund', [
    ['period', word(periods)],
    ['source', word(fundingSources)],
    ['name', text],
    ['opens', flag],
  ]);

/** The kinds of helpers' results. */
export const lists = {
  indicatorGroups: once(() => listOf(listOf(defined('indicator')))),
  rows: once(() => listOf(rowKind())),
  projects: once(() => listOf(numberedProjectKind())),
  goals: once(() => listOf(defined('goal'))),
  kinds: once(() => listOf(defined('unit'))),
  tasks: once(() => listOf(defined('task'))),
  indicators: once(() => listOf(defined('indicator'))),
  allocations: once(() => listOf(defined('project'))),
  funds: once(() => listOf(fundKind())),
  budgetLines: once(() =>
    listOf(
      recordOf('budgetLine', [
        ['name', text],
        ['amount', text],
      ]),
    ),
  ),
  goalPeriods: once(() =>
    listOf(
      recordOf('goalPeriod', [
        ['period', word(periods)],
        ['name', text],
      ]),
    ),
  ),
} as const;

/** Makes a kind when it is first asked for, and keeps it. */
function once<T extends Kind>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
