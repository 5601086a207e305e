import { basename, dirname } from 'node:path';
import { escaped } from '../formats/html/escape.js';
import { type Problem, placeText } from '../problem.js';
import type { View } from './views.js';

export type Language = 'zh' | 'en';

const words = {
  zh: {
    all: '全部报告',
    title: '绩表：正在盯着的报告',
    working: '正在生成……',
    good: '已是最新',
    failed: '有错，这是上一次的结果',
    nothing: '有错，还没有生成过',
    problems: (count: number) => `${count} 处问题`,
    warnings: (count: number) => `注意 ${count} 处`,
    severity: { error: '错误', warning: '注意', hint: '提示' },
    hint: '办法：',
    missing: '没有这一页',
  },
  en: {
    all: 'All reports',
    title: 'jibiao: the reports being watched',
    working: 'building …',
    good: 'up to date',
    failed: 'faulty: this is the last good result',
    nothing: 'faulty: nothing has been built yet',
    problems: (count: number) => `${count} problem${count === 1 ? '' : 's'}`,
    warnings: (count: number) => `${count} warning${count === 1 ? '' : 's'}`,
    severity: { error: 'error', warning: 'warning', hint: 'hint' },
    hint: 'hint: ',
    missing: 'there is no such page',
  },
} as const;

/** Run in the page: reloads it when it is out of date. Hidden tabs close the connection: browsers allow six for each host. */
export const reloadScript = `(() => {
  const { events, revision } = document.currentScript.dataset;
  let source;
  const follow = () => {
    source?.close();
    source = document.hidden ? undefined : new EventSource(events);
    source?.addEventListener('message', ({ data }) => {
      if (data !== revision) location.reload();
    });
  };
  document.addEventListener('visibilitychange', follow);
  follow();
})();
`;

const style = `.watch{font:1rem/1.5 system-ui,sans-serif;max-width:none;margin:0 0 1rem}
.watch-bar{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:.5rem 1rem;background:#eef2f7;border-radius:.25rem}
.watch-problems{padding:.75rem 1rem;background:#fdecea;border-left:.375rem solid #b3261e}
.watch-warnings{padding:.5rem 1rem;background:#fff6dd;border-left:.375rem solid #8a6100}
.watch-problems strong,.watch-problems p,.watch-list p{margin:0 0 .25rem}
.watch-list{margin:.5rem 0 0;padding:0 0 0 1.25rem}
.watch-list li{margin:0 0 .5rem;overflow-wrap:anywhere}
.watch code{overflow-wrap:anywhere}
.watch-more{max-height:50vh;overflow:auto}
main.watch{padding:1rem}
@media print{.watch{display:none}}`;

/** How a page finds out that it is out of date: where to listen, and its revision. */
export interface Freshness {
  readonly events: string;
  readonly revision: string;
}

/** The last good view of a report, below its problems and those of all reports. */
export function viewPage(view: View, problems: readonly Problem[], fresh: Freshness, language: Language): string {
  const header = `${bar(view, problems, language)}${problemBox([...problems, ...view.problems], language)}`;
  const page = view.page ?? shell(view.name, '', language);
  // Functions, because a $ in a replacement text would be special.
  return page.replace('</head>', () => `${additions(fresh)}</head>`).replace(/<body>\n?/, (body) => `${body}${header}`);
}

/** All reports, with the state of each. */
export function listPage(views: readonly View[], problems: readonly Problem[], fresh: Freshness, language: Language) {
  const items = views.map(
    (view) =>
      `<li><a href="${viewPath(view.name)}">${escaped(view.name)}</a> · ${state(view, [], language)} ${downloads(view)}</li>`,
  );
  const title = words[language].title;
  const body = `${problemBox(problems, language)}<main class="watch"><h1>${title}</h1><ul>${items.join('\n')}</ul></main>\n`;
  return shell(title, body, language).replace('</head>', () => `${additions(fresh)}</head>`);
}

/** The page for an unknown address; it also reloads when something changes. */
export function missingPage(fresh: Freshness, language: Language): string {
  const { missing, all } = words[language];
  const body = `<main class="watch"><h1>${missing}</h1><p><a href="/">${all}</a></p></main>\n`;
  return shell(missing, body, language).replace('</head>', () => `${additions(fresh)}</head>`);
}

export function viewPath(name: string): string {
  return `/view/${encodeURIComponent(name)}`;
}

function shell(title: string, body: string, language: Language): string {
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${escaped(title)}</title>
</head>
<body>
${body}</body>
</html>
`;
}

function additions({ events, revision }: Freshness): string {
  const script = `<script src="/reload.js" defer="" data-events="${escaped(events)}" data-revision="${escaped(revision)}"></script>`;
  return `<style>\n${style}\n</style>\n${script}\n`;
}

function bar(view: View, problems: readonly Problem[], language: Language): string {
  const parts = [
    `<a href="/">${words[language].all}</a>`,
    `<b>${escaped(view.name)}</b>`,
    state(view, problems, language),
    downloads(view),
  ];
  return `<nav class="watch watch-bar">${parts.join(' ')}</nav>\n`;
}

function state(view: View, problems: readonly Problem[], language: Language): string {
  const { working, good, failed, nothing } = words[language];
  const none = view.page === undefined;
  const faulty = view.failed || problems.some(({ severity }) => severity === 'error');
  if (faulty) return `<span>${none ? nothing : failed}</span>`;
  return `<span>${none ? working : good}</span>`;
}

/** Links to the report's files, without the single tables of a booklet, which would be too many. */
function downloads({ name, files }: View): string {
  const [first] = files;
  const own = files.filter(({ path }) => first && dirname(path) === dirname(first.path));
  return own
    .map(({ path, format }) => {
      const link = `/file/${encodeURIComponent(name)}/${encodeURIComponent(basename(path))}`;
      return `<a href="${link}" download="">${format.toUpperCase()}</a>`;
    })
    .join(' ');
}

/** The problems above the view: unfolded with errors, folded with only warnings. */
function problemBox(problems: readonly Problem[], language: Language): string {
  if (problems.length === 0) return '';
  const text = words[language];
  const list = `<ul class="watch-list watch-more">${problems.map((problem) => item(problem, language)).join('\n')}</ul>`;
  if (problems.some(({ severity }) => severity === 'error')) {
    return `<aside class="watch watch-problems" role="alert"><b>${text.problems(problems.length)}</b>${list}</aside>\n`;
  }
  return `<aside class="watch watch-warnings"><details><summary>${text.warnings(problems.length)}</summary>${list}</details></aside>\n`;
}

function item(problem: Problem, language: Language): string {
  const { severity, hint } = words[language];
  const place = problem.place ? ` <code>${escaped(placeText(problem.place))}</code>` : '';
  const advice = problem.hint ? `<br/>${hint}${escaped(problem.hint[language])}` : '';
  const message = `${escaped(problem.message[language])} [${escaped(problem.code)}]`;
  return `<li><b>${severity[problem.severity]}</b>${place}<br/>${message}${advice}</li>`;
}
