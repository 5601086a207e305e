import type { CheckedFinding } from '../../check/check.js';
import type { Bilingual } from '../../problem.js';
import { ownerOf } from './findings.js';

/** A finding that speaks for others of one cause, in the order of the file; by itself it has no others. */
export type Fold<F extends CheckedFinding = CheckedFinding> = F & {
  readonly others: readonly F[];
  /** In how many tables or projects they are, with their numbers; only where they are in several. */
  readonly tables?: readonly { readonly table: Bilingual; readonly count: number }[];
};

/** Fewer are said one by one. */
const fewest = 3;
const several: Bilingual = { zh: '多个项目', en: 'several projects' };

/**
 * Findings of one cause said once: by code and wording within a table or project, then, unless they are errors, within the report.
 * The first of them speaks. What is folded is in `--json` and in spreadsheets one by one.
 */
export function foldsOf<F extends CheckedFinding>(findings: readonly F[]): Fold<F>[] {
  const inTables = groupsBy(findings, (finding) => `${ownerOf(finding)} ${causeOf(finding)}`).flatMap((group) =>
    group.length < fewest ? group.map((finding) => [finding]) : [group],
  );
  const [errors, others] = [true, false].map((isError) =>
    inTables.filter(([first]) => (first?.problem.severity === 'error') === isError),
  );
  const across = groupsBy(others ?? [], ([first]) => (first ? causeOf(first) : '')).flatMap((groups) =>
    tablesOf(groups.flat()).length < fewest ? groups : [groups.flat()],
  );
  return [...(errors ?? []), ...across].flatMap((group) => foldOf(group) ?? []);
}

function foldOf<F extends CheckedFinding>([first, ...others]: readonly F[]): Fold<F> | undefined {
  if (!first) return undefined;
  const tables = tablesOf([first, ...others]);
  return tables.length > 1 ? { ...first, table: several, others, tables } : { ...first, others };
}

function tablesOf(findings: readonly CheckedFinding[]): { readonly table: Bilingual; readonly count: number }[] {
  return groupsBy(findings, ownerOf).flatMap((group) =>
    group[0] ? [{ table: group[0].table, count: group.length }] : [],
  );
}

/** Code and severity, and how the message begins, whatever it quotes and counts. */
function causeOf({ problem: { code, severity, message } }: CheckedFinding): string {
  const words = message.zh.replace(/“[^”]*”/g, '“”').replace(/\d[\d.,]*/g, '0');
  return `${code} ${severity} ${/^[^：；，]*/.exec(words)?.[0] ?? ''}`;
}

function groupsBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

const mostNamed = 6;

/** 同类共 5 处：第3个绩效指标“甲”（71 行）、…; '' for a finding by itself. */
export function othersText({ others, tables }: Fold, language: 'zh' | 'en'): string {
  if (others.length === 0) return '';
  const count = others.length + 1;
  const named = tables
    ? tables.slice(0, mostNamed).map((each) => `${each.table[language]}${each.count > 1 ? ` × ${each.count}` : ''}`)
    : others.slice(0, mostNamed).map(({ problem: { place } }) => {
        const cell = place?.cell?.[language] ?? place?.pointer ?? '';
        return place?.line === undefined
          ? cell
          : `${cell}${language === 'zh' ? `（${place.line} 行）` : ` (line ${place.line})`}`;
      });
  const more = (tables?.length ?? others.length) > mostNamed;
  if (language === 'en') {
    const where = tables ? ` in ${tables.length} projects: ` : ', the others: ';
    return `${count} of this kind${where}${named.join(', ')}${more ? ' …' : ''}`;
  }
  const where = tables ? `，在 ${tables.length} 个项目：` : '，其他在：';
  return `同类共 ${count} 处${where}${named.join('、')}${more ? '……' : ''}`;
}
