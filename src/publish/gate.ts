import { judge } from '../check/judge.js';
import type { PassedProjects } from '../check/passed.js';
import type { Layout } from '../layouts/find.js';
import { type Problem, Problems, warning } from '../problem.js';
import type { ReadReport } from '../report/read.js';
import { pagesOf } from './pages.js';

/** What a report's user should know before it is published, and which of its projects need no second look. */
export interface Gated {
  readonly problems: readonly Problem[];
  readonly passed: PassedProjects;
}

/**
 * Holds a report against the rules before it is published. Throws Problems with every error, unless a draft is made: then they
 * are warnings. Of what is no error only the number is told, but for what no page shows. `known` are projects that passed the same rules before.
 */
export function gate(
  read: ReadReport,
  layouts: readonly Layout[],
  draft: boolean,
  known: PassedProjects,
  booklet = false,
): Gated {
  const manifests = layouts.map(({ manifest }) => manifest);
  const { errors, warnings, listed, passed } = judge(read, manifests, known, pagesOf(read.report, layouts, booklet));
  const rest = [
    ...listed.filter(({ declared }) => !declared),
    ...withoutPlace(listed, read.file),
    ...(warnings === 0 ? [] : [unlisted(warnings, read.file)]),
  ];
  if (errors.length > 0 && !draft) throw new Problems([...errors, stopped(errors.length, read.file), ...rest]);
  return { problems: [...errors.map((error): Problem => ({ ...error, severity: 'warning' })), ...rest], passed };
}

/** One line for what the region's form has no place for. */
function withoutPlace(listed: readonly Problem[], file: string): Problem[] {
  const items = listed.flatMap(({ declared, item }) => (declared && item ? [item] : []));
  if (items.length === 0) return [];
  const [zh, en] = [items.map((item) => item.zh).join('、'), items.map((item) => item.en).join(', ')];
  const message = { zh: `本地区表样没有位置的：${zh}`, en: `the region's form has no place for: ${en}` };
  const hint = { zh: '用 jibiao check --hints 看在哪里', en: 'jibiao check --hints says where' };
  return [{ code: 'field-without-place', severity: 'hint', message, hint, place: { file } }];
}

function stopped(count: number, file: string): Problem {
  return warning(
    'check-stopped',
    {
      zh: `核对发现 ${count} 处错误，没有生成公开文件`,
      en: `the check found ${count} error${count === 1 ? '' : 's'}: nothing was published`,
    },
    { file },
    {
      zh: '改好数据再生成；要先看样子，加 --draft（每页印“草稿”）；核对无误、照原样公开的，写进 accepted（见 jibiao check）',
      en: 'mend the data; to see it meanwhile add --draft (草稿 across every page); to publish as it is, accept it in the report (see jibiao check)',
    },
  );
}

function unlisted(count: number, file: string): Problem {
  return warning(
    'check-warnings',
    {
      zh: `核对另有 ${count} 处提醒，不影响生成`,
      en: `the check has ${count} warning${count === 1 ? '' : 's'} that stop nothing`,
    },
    { file },
    { zh: `用 jibiao check ${file} 查看`, en: `see them with jibiao check ${file}` },
  );
}
