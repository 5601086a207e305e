import type { Document } from '../src/document/document.js';
import { readMarkup } from '../src/markup/readMarkup.js';

/** A page of a bilingual summary: a table with Chinese on the left and English on the right, then paragraph by paragraph. */

const pairs: readonly (readonly [string, string])[] = [
  [
    '科普活动专项经费：围绕“六个哪里”组织科普讲座和展览，全年不少于8场次，服务公众12,000人次以上；预算71.78万元，其中财政拨款占95%。',
    'Special funds for science outreach: lectures and exhibitions on the “Six Wheres” programme, at least 8 sessions in the year, serving 12,000 visitors or more; the budget is 717,800 yuan (RMB 717,800), of which 95% is fiscal appropriation.',
  ],
  [
    '项目绩效目标：提升展教能力，观众满意度≥90%，展品完好率达到98%；按季度公开实施进度，接受社会监督。',
    'Performance goals: the museum’s capacity for exhibition-based education is strengthened, visitor satisfaction is ≥ 90% and the serviceability rate of exhibits reaches 98%; implementation progress is published quarterly and open to public supervision.',
  ],
  [
    '及时性：所有支出于2024年12月31日前完成支付——含政府采购合同尾款……',
    'Timeliness: all expenditure is disbursed by 31 December 2024 — including final instalments of government procurement contracts … as agreed.',
  ],
];

const rows = pairs.map(([zh, en]) => `<tr><td lang="zh">${zh}</td><td lang="en">${en}</td></tr>`).join('');
const interleaved = pairs
  .map(([zh, en]) => `<p class="zh" lang="zh">${zh}</p><p class="en" lang="en">${en}</p>`)
  .join('');

const markup = `<section>
<h1 lang="zh">预算绩效目标摘要</h1><h1 lang="en">Summary of Budget Performance Targets</h1>
<table><colgroup><col style="width: 1fr"/><col style="width: 1fr"/></colgroup>
<thead><tr><th lang="zh">项目概况</th><th lang="en">Project overview</th></tr></thead>
<tbody>${rows}</tbody></table>
${interleaved}</section>`;

const look = `@page { margin: 20mm; @bottom-center { content: counter(page) } }
h1 { font-size: 16pt; text-align: center; font-family: 小标宋; }
td, th { border: 0.5pt solid; padding: 4pt 6pt; font-size: 10.5pt; vertical-align: top; }
td { text-align: justify; }
p { margin-top: 6pt; font-size: 10.5pt; text-align: justify; }
p.zh { text-indent: 2em; }
p.en { font-family: 黑体; text-align: left; }`;

export const bilingualPairs = pairs;

export function bilingual(language: Document['language'] = 'zh-CN'): Document {
  const meta = {
    title: '预算绩效目标摘要',
    author: '广州市科学技术协会',
    subject: '摘要',
    date: '2024-01-01',
    language,
  };
  const page = { width: 595.28, height: 841.89 };
  return readMarkup({ markup, file: 'summary.hbs', looks: [{ file: 'look.css', text: look }], page, meta });
}
