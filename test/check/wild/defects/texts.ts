import type { Project } from '../../../../src/report/schema.js';
import { added, changed, type Defect, type Draft, listed, projectOf, prosesOf, rowOf, set } from './draft.js';

/** A set word, and it with a character lost or wrong, as published tables have it. */
const typos: readonly (readonly [right: string, wrong: string])[] = [
  ['拨付资金', '拔付资金'],
  ['建立健全管理制度', '建立建全管理制度'],
  ['招标代理机构服务', '招标代机构服务'],
  ['备齐防汛物资', '备齐防讯物资'],
  ['安装监控设备', '按装监控设备'],
  ['统一部署工作', '统一布署工作'],
  ['截至目前', '截止目前'],
  ['技能竞赛活动', '技能竟赛活动'],
  ['贯彻落实要求', '贯切落实要求'],
  ['设立专用账户', '设立专用帐户'],
  ['防止辐射污染', '防止幅射污染'],
  ['一部分经费', '一部份经费'],
  ['作为配套条件', '做为配套条件'],
  ['已经完成验收', '以经完成验收'],
  ['工程监理单位', '工程临理单位'],
  ['专项资金管理办法', '专项资金管理法'],
  ['政府采购程序', '政府采构程序'],
  ['绩效评价工作', '绩效评介工作'],
  ['基础设施维护', '基础实施维护'],
  ['信息化建设', '信息划建设'],
];

/** Letters that a scan left in a word. */
const letters: readonly (readonly [right: string, wrong: string])[] = [
  ['创建节水型机关', '创建节水Q型机关'],
  ['改善办学条件', '改善办学条rnI'],
  ['增加就业岗位', '增加LJUI岗位'],
  ['完成日期按合同', '完成H期按合同'],
  ['创建卫生单位', '创建卫生Z口单位'],
  ['提高服务质量', '提高服务质l量'],
  ['加强队伍建设', '加强队fE伍建设'],
  ['保障设备运行', '保障设ii备运行'],
  ['群众满意', '群众满k意'],
  ['严格资金管理', '严格资jin金管理'],
];

/** Pinyin in brackets behind a character. */
const pinyin = [
  '按流域规(guī)划开展。',
  '落实管护责任(rèn)。',
  '加强疏浚（jùn）作业。',
  '清除河道淤(yū)泥。',
  '做好巡查记录(lu)。',
  '推进标准化（huà）管理。',
];

const templates = [
  '请各单位结合实际，从上表中选取指标填写，可自行增减。',
  '注：各地请根据实际情况，从上述绩效指标中选择适合的填报。',
  '（此处填写项目主要内容，不超过300字）',
  '填表说明：本栏由项目单位填写。',
  '请用简练语言概括项目目标。',
  '（逐条填写，每条控制在150字以内）',
  '以下指标为参考，可自行增加或适当调整。',
  '【填写要求】目标应明确、量化。',
];

const laws = [
  '依据中华人民共和国水法、本市河道管理办法实施。',
  '按照中华人民共和国预算法和政府采购条例执行。',
  '根据中华人民共和国传染病防治法开展工作。',
  '依据公共文化服务保障法、全民阅读促进办法实施。',
  '执行中华人民共和国会计法及单位财务管理办法。',
  '依照森林防火条例、古树名木保护办法开展巡护。',
];

const markups = [
  '<p>按计划推进。</p>',
  '按计划推进&nbsp;',
  '按计划推进<br/>',
  '<span>按计划推进</span>',
  '按计划推进&lt;',
  '<strong>按计划推进</strong>。',
  '<div>按计划推进',
  '按计划推进&amp;按期完成。',
];
const tex = [
  '完成率$\\geq 90\\%$。',
  '误差$\\pm 5\\%$以内。',
  '完成率\\geq 90%。',
  '$\\leq$预算。',
  '占比\\frac{1}{2}。',
];
const fields = [
  '[bookmark: _Toc_4_4_0000000012]',
  'PAGEREF _Toc25831 \\h 3',
  'HYPERLINK \\l "_Toc123"',
  '[bookmark: _GoBack]',
  'TOC \\o "1-3"',
];
const lost = ['?????', '\ufffd', '\ufffd\ufffd', '???', '锟斤拷', '\ue4c6', '■■■', '????'];
const doubled = [
  '主要用于主要用于',
  '的的',
  '854万854万',
  '加强加强',
  '设备采购设备采购',
  '进行进行',
  '按计划按计划',
  '工作工作',
];
const placeholders = ['××', 'XX', '**', '***', 'xxx', '待填', '（待定）', '＊＊', 'XXXX', '某某某'];

/** What is wrong with what is written in running text. */
export const texts: readonly Defect[] = [
  listed('typo', typos, (draft, [, wrong]) => added(draft, `${wrong}。`)),
  listed('stray-latin', letters, (draft, [, wrong]) => added(draft, `${wrong}。`)),
  listed('pinyin-residue', pinyin, added),
  listed('template-text', templates, added),
  listed('title-marks-missing', laws, (draft, sentence) => {
    const found = projectOf(draft, ({ basis }) => basis !== undefined);
    if (!found) return added(draft, sentence);
    found.project.basis = sentence;
    return [`${found.at}/basis`];
  }),
  listed('markup', markups, added),
  listed('tex', tex, added),
  listed('field-code', fields, (draft, code) => changed(draft, (text) => `${code}${text}`)),
  listed('csv-quotes', ['"', '""'], (draft, quote) =>
    changed(draft, (text) => `${quote}1.${text}\n2.按季度检查。${quote}`),
  ),
  listed('lost-characters', lost, (draft, marks) => changed(draft, (text) => inside(text, marks))),
  listed('doubled', doubled, (draft, words) => added(draft, `经费${words}日常管理。`)),
  listed('double-mark', ['。。', '，，', '；；', '、，', '：：'], (draft, marks) =>
    changed(draft, (text) => (text.includes('，') ? text.replace('，', marks) : undefined)),
  ),
  listed('stray-mark', [',', '，', '、', '；,', ' ,'], (draft, mark) =>
    changed(draft, (text) => text.replace(/。$/, mark)),
  ),
  listed('range-hyphens', ['3月--9月', '1月---11月', '上半年--下半年', '2--3期', '7月-- 9月'], (draft, range) =>
    added(draft, `实施时间为${range}。`),
  ),
  listed('half-width', [', ', '; ', ',', ';', ': '], (draft, mark) =>
    changed(draft, (text) => (text.includes('，') ? text.replace('，', mark) : undefined)),
  ),
  listed('stray-space', [3, 5, 8, 4, 6], (draft, at) =>
    changed(draft, (text) =>
      /^[\u4e00-\u9fff]{10}/.test(text) ? `${text.slice(0, at)} ${text.slice(at)}` : undefined,
    ),
  ),
  listed('mark-missing', [0, 1, 2], (draft, how) =>
    changed(draft, () =>
      nthOfList(
        [
          '1、按规定办理。2、群众多次反映淤堵3、上级已批复。',
          '1.完善制度2.加强检查。3.按期验收。',
          '（1）编制方案；（2）组织实施（3）检查验收。',
        ],
        how,
      ),
    ),
  ),
  listed(
    'numbering',
    [
      '1.完善制度。2.加强检查。4.按期验收。',
      '1、完善制度。2、加强检查。2、按期验收。',
      '一是完善制度，三是加强检查。',
      '1.完善制度。2.加强检查。1.按期验收。',
      '（1）完善制度；（3）加强检查。',
      '1、完善制度。2.加强检查。3、按期验收。',
    ],
    (draft, text) => changed(draft, () => text),
  ),
  listed('placeholder', placeholders, (draft, mark) => {
    if (draft.random.chance(0.5)) return added(draft, `由${mark}单位负责。`);
    const found = projectOf(draft);
    if (!found) return undefined;
    found.project.name = `${mark}${found.project.name.slice(2)}`;
    return [`${found.at}/name`];
  }),
  listed(
    'quotes-reversed',
    [
      ['”', '“'],
      ['“', '“'],
      ['”', '”'],
      ["'", "'"],
      ['"', '"'],
    ] as const,
    (draft, [open, close]) => added(draft, `开展${open}进社区${close}活动。`),
  ),
  listed(
    'unbalanced',
    ['（含安装调试。', '含安装调试）。', '《项目管理办法。', '项目管理办法》。', '“一站式服务。', '【含运输费。'],
    added,
  ),
  listed('mixed-brackets', ['（2024)年度设备更新。', '(含运输费）另计。', '（详见附件)。'], added),
  listed(
    'document-number',
    ['（2022)224号', '[2018]96号', '【2011】68号', '(2021)15号', '（2020）7号', '〔2019]3号'],
    (draft, number) => added(draft, `按照财办发${number}文件执行。`),
  ),
  listed(
    'personal',
    [
      '联系人陈清13812345678。',
      '联系电话139 0000 1234。',
      '身份证号110101199003071234。',
      '咨询电话0571-88123456。',
      '负责人王澄，手机15088886666。',
      '家庭住址为和平路12号3单元502室。',
    ],
    added,
  ),
  listed('year-lost', ['组织实施', '全面启动', '继续推进', '完成年度任务'], (draft, what) => {
    const place = pickGoal(draft, (text) => /^[\u4e00-\u9fff]/.test(text));
    if (!place) return undefined;
    set(draft.report, place.at, `${draft.report.year}${what}，${place.text}`);
    return [place.at];
  }),
  listed(
    'number-bare',
    [
      '工期90，按合同执行。',
      '服务期180，持续开展。',
      '共覆盖12，逐步推广。',
      '合同期3，一年一签。',
      '配备60，分两班。',
      '每处200，据实结算。',
    ],
    added,
  ),
  listed('stale-year', [-1, -2, -1, -3, -1], (draft, years) => {
    const place = pickGoal(draft, () => true);
    if (!place) return undefined;
    set(draft.report, place.at, `${draft.report.year + years}年，${place.text}`);
    return [place.at];
  }),
  listed('goal-missing', [' ', '', '\n', '　'], (draft, text) => {
    const place = pickGoal(draft, () => true);
    if (!place) return undefined;
    set(draft.report, place.at, text);
    return [place.at];
  }),
  listed(
    'tick-lost',
    [
      '延续项目R',
      '新增项目□ 延续项目R',
      'R新增项目 □延续项目',
      '1.新建类 □\n2.维护类 R',
      '□经常性项目 R一次性项目',
      '延续项目 R',
    ],
    (draft, text) => tick(draft, text),
  ),
  listed(
    'none-ticked',
    [
      '□ 经常性项目 □ 一次性项目',
      '新增项目□ 延续项目□',
      '部门预算 □ 切块预算 □',
      '1、持续性项目 □ 2、新增性项目 □',
      '□新建 □扩建 □改建',
    ],
    (draft, text) => tick(draft, text),
  ),
  listed('blank-line', ['\n\n', '\n\n\n'], (draft, lines) =>
    changed(draft, (text) => (text.includes('。') && !text.endsWith('\n') ? `${text}${lines}按季度检查。` : undefined)),
  ),
  listed('clock-style', ['下午5时闭馆，17:30清场。', '上午8:30开馆，下午5时闭馆。', '晚8点结束，20:30前清场。'], added),
  listed('long-name', [101, 120], (draft, length) => {
    const row = rowOf(draft, () => true);
    if (!row) return undefined;
    row.indicator.name = row.indicator.name.repeat(30).slice(0, length);
    return [`${row.at}/name`];
  }),
];

/** A goal, drawn among those that are so. */
function pickGoal(
  draft: Draft,
  is: (text: string) => boolean,
): { readonly at: string; readonly text: string } | undefined {
  const goals = prosesOf(draft).filter(({ at, text }) => at.includes('/goals/') && is(text));
  return goals.length === 0 ? undefined : draft.random.pick(goals);
}

/** Words in the middle of a text, at its first comma or stop. */
function inside(text: string, words: string): string | undefined {
  const at = text.search(/[，。]/);
  return at < 0 ? undefined : text.slice(0, at) + words + text.slice(at);
}

function nthOfList(list: readonly string[], nth: number): string {
  return list[nth % list.length] as string;
}

/** Options with boxes in the first field of the form that has set words. */
function tick(draft: Draft, text: string): readonly string[] | undefined {
  const options = ['type', 'attribute', 'nature', 'kind'] as const satisfies (keyof Project)[];
  const found = projectOf(draft, (project) => options.some((field) => project[field] !== undefined));
  const field = found && options.find((one) => found.project[one] !== undefined);
  if (!found || !field) return undefined;
  found.project[field] = text;
  return [`${found.at}/${field}`];
}
