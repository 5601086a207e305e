import type { TermState } from '../english/entry.js';
import { enCheck, zhCheck } from './checkWords.js';
import { fileEndings, listedFormats, publicationNames } from './formats.js';

/** The command line's own words, Chinese by default and English with `--lang en`. */
export type Language = 'zh' | 'en';

/** The language must be known before yargs speaks, so it is looked up in the bare arguments. Never the environment's. */
export function languageOf(argv: readonly string[]): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const value = at < 0 ? '' : argv[at] === '--lang' ? argv[at + 1] : argv[at]?.slice('--lang='.length);
  return value === 'en' ? 'en' : 'zh';
}

const zhUnits = ['小时', '分', '秒'] as const;
const enUnits = ['h', 'min', 's'] as const;

/** `1 小时 5 分`, `3 分 20 秒`, `20 秒`: the two largest units, from whole seconds. */
function duration(seconds: number, [hour, minute, second]: readonly [string, string, string]): string {
  const minutes = Math.floor(seconds / 60);
  if (minutes >= 60) return `${Math.floor(minutes / 60)} ${hour} ${minutes % 60} ${minute}`;
  return minutes > 0 ? `${minutes} ${minute} ${seconds % 60} ${second}` : `${seconds} ${second}`;
}

const zh = {
  usage: '绩表 jibiao：把绩效目标数据（JSON）排成可公开的 PDF 与 DOCX\n\n用法：$0 <命令> [选项]',
  epilogue:
    '示例：\n  jibiao build data/                 生成 data/ 中每份报告，存入 out/\n  jibiao build "全省/*/2025.json"     每个部门一份，输出保留部门的文件夹\n  jibiao check data/                 公开前核对：合计、口径、文字、完整性\n  jibiao layouts --region 上海市       看上海市的版式',
  lang: '界面语言：zh 中文，en 英文',
  help: '显示帮助',
  version: '显示版本号',
  needCommand: '请写明要做什么，例如：jibiao build 报告.json',
  seeHelp: '用 jibiao --help 查看用法。',
  ourFault: '程序内部出错（不是数据的问题），没有改动任何已有文件。请把下面的内容发给维护者：',
  build: '生成 PDF 与 DOCX',
  buildReports: '报告文件（.json）、含有报告的文件夹，或带引号的通配符，如 "全省/*/2025.json"',
  to: `生成什么，可用逗号分开：${listedFormats('zh')}`,
  out: '输出文件夹',
  layout: '指定版式（缺省按报告的地区、年度选取）',
  layouts: '另加版式文件夹',
  fonts: '另加字体文件夹',
  templates: (file: string) => `自己的模板所在文件夹（其中有 ${file} 等）`,
  docxFonts: 'DOCX 字体：used 嵌入用到的字，editable 另嵌常用字，native 只写宋体、黑体等名称',
  verify: '写出前读回文件并与数据逐字核对（--no-verify 不核对）',
  source: 'PDF 里附上报告数据，可用 extract 取回（--no-source 不附）',
  pdfa: 'PDF 的归档级别：auto 为 PDF/A-3a（带标签、附数据）与 PDF/UA-1，1b 为只认旧版的档案系统写 PDF/A-1b',
  workers: '报告多时同时用几个线程（缺省按处理器与内存，至多 4 个；1 为不用线程）',
  extract: '从已公开的 PDF 里取回报告数据',
  extractFile: 'jibiao 生成的 PDF',
  extractOut: '写入此文件（缺省打印出来）',
  json: '以 JSON 输出结果',
  quiet: '只报错误，和填了而没有印出的内容',
  notPrinted: (items: string) => `此版式不印：${items}`,
  appendix: '把一份报告的各表合成一册：封面、目录、说明、部门整体表、各项目表',
  number: '封面上的附件号，例如“附件2”',
  title: '封面标题（缺省“某年度绩效目标公开附表”）',
  force: '全部重新生成，未变的也重排',
  draft: '核对有错误也生成，每页印“草稿”（供内部查看）',
  overwrite: '覆盖生成之后被人改动过的文件（缺省保留并报错）',
  split: '另外每张表单出一份文件，按序号、编码与项目命名',
  pageStyle: '封面、目录与说明的样式：plain 与表格相配，9704 按公文格式（GB/T 9704）',
  watch: {
    command: '盯着报告、版式与字体，一保存就重新生成（Ctrl-C 停止）',
    appendix: '每份报告生成合成一册（同 appendix），不是单张表',
    serve: '另开本机网页，重排后自动刷新；可写端口（缺省 4173，被占用则顺延）',
    started: (count: number) => `盯着 ${count} 份报告，保存后自动重排，按 Ctrl-C 停止`,
    address: (address: string) => `网页：${address}`,
    built: (again: boolean, name: string, files: number, seconds: string) =>
      `${again ? '重排' : '生成'} ${name}：${files === 0 ? '与上次相同' : `${files} 个文件`}，${seconds} 秒`,
    failed: (name: string) => `${name} 有错，原有文件未动；改好保存即重排`,
    added: (file: string) => `新来 ${file}`,
    removed: (file: string) => `${file} 已不在；已生成的文件留着`,
    reopened: (count: number) => `版式或字体有改动，重排全部 ${count} 份`,
    refused: { workshop: '版式或字体有错，先用改动以前的', reports: '报告名相同，先不动新来的' },
    mended: '报告名不再相同',
    finishing: '写完手上这份就停；再按一次 Ctrl-C 立即停',
    stopped: '停了',
  },
  check: zhCheck,
  verifyCommand: '读回已生成的文件，与数据逐字核对；只给 PDF 等文件时，按旁边的 manifest 核对',
  verifyFiles: `报告文件（.json）、文件夹或通配符；或已公开的文件（${fileEndings('、')}）`,
  diff: '比较两份报告，逐格说出改动；--to pdf,docx 另出修订对照表',
  diffOld: '修订前的报告（.json），或带着数据的 PDF',
  diffNew: '修订后的报告（.json），或带着数据的 PDF',
  diffTo: '另出修订对照表：pdf、docx，可用逗号分开（缺省只打印）',
  exitCode: '有改动时退出码为 1（缺省：比较成功即为 0）',
  fix: {
    command: '列出文字里只有一种改法的毛病（标记、标点、全半角等），--write 改好写入；不动金额与数值',
    write: '写入文件（缺省只列出改动）',
    only: '只改这几种，代码用逗号分开（代码见下）',
    exitCode: '有可改之处时退出码为 1（缺省：列出或写好即为 0）',
    kinds: '改什么（--only 用左边的代码）：',
    limits: [
      '不改什么：金额、数值、日期、编码、符号的含义，一概不动；不公开的签署、认可的问题不看；',
      '名称的用词，两种改法都说得通的（句中的“。；”、嵌套或落单的引号、并列语之间的空格、(%)、0.97百分比），都留给人改。',
      '只改字符串里有毛病的字，缩进、换行、字段顺序、原有的转义写法和编码标记都保持原样；再运行一次不会再有改动。',
    ],
    unknown: (codes: string) => `不认识的改法：${codes}`,
    known: (codes: string) => `可用：${codes}`,
    columns: ['代码', '改什么', '处数'],
    found: (places: number, files: number) => `${files} 个文件，可改 ${places} 处：`,
    done: (places: number, files: number) => `已改 ${places} 处，写入 ${files} 个文件：`,
    howToWrite: '还没有写入。看过上面的改动，加 --write 写入；只改其中几种用 --only 代码。',
    nothing: (files: number) => `${files} 个文件没有可以自动改的地方。`,
  },
  terms: {
    command: '列出报告里还没有英文的文字，供翻译填写（CSV、XLIFF 2 或 TMX）',
    report: '报告（.json）',
    to: '列成什么：csv 用表格软件填，xliff、tmx 用翻译软件填',
    file: '填好的译文文件（CSV、XLIFF 2 或 TMX）；原文已改的译文标为待核，不采用',
    out: '写入此文件（缺省打印出来）；可以就是 --terms 的文件，已译的都留着',
    done: ({ missing, proposed, composed, translated, stale }: Readonly<Record<TermState, number>>) =>
      `待译 ${missing} 条，术语库建议 ${proposed} 条，由术语拼成 ${composed} 条，已译 ${translated} 条，待核 ${stale} 条。`,
  },
  summary: {
    command: '生成中英文对照的绩效目标摘要；--lang zh-en（缺省）、zh、en 选择语言',
    arrange: '排法：columns 左右对照，interleaved 逐段对照',
    to: `格式：${publicationNames('、')}，可用逗号分开`,
    terms: '译文文件（jibiao terms 列出、填好的 CSV、XLIFF 或 TMX）',
    missing: (report: string, count: number) =>
      `${report}：${count} 处文字没有英文，摘要中保留中文并标＊；用 jibiao terms ${report} 列出`,
    composed: (report: string, count: number, terms: string) =>
      `${report}：${count} 处英文由术语拼成，摘要中标†，请核对：用 jibiao terms ${report}${terms} 列出，看过后状态写“已译”`,
  },
  layoutsCommand: '列出版式',
  region: '只列此地区（名称或代码）用的版式，上级的也算',
  schema: '打印报告的 JSON Schema',
  completion: '打印命令补全脚本（bash、zsh）',
  columns: {
    file: '文件',
    layout: '版式',
    pages: '页数',
    size: '大小',
    result: '结果',
    state: '状态',
  },
  states: { same: '未变', changed: '重排', new: '新增', removed: '删除' },
  quoted: (title: string) => `“${title}”`,
  andMore: (count: number) => `等 ${count} 张`,
  changes: (report: string, list: string) => `${report} 的表：${list}`,
  layoutColumns: ['编号', '名称', '地区', '表', '年度', '纸张', '金额单位'],
  tables: { project: '项目', department: '部门整体' },
  directions: { portrait: '纵向', landscape: '横向' },
  anyYear: '不限',
  ownUnit: '随报告',
  working: (name: string) => `正在生成 ${name}`,
  made: (reports: number, files: number) => `完成：${reports} 份报告，${files} 个文件。`,
  failed: (count: number) => `${count} 份报告未能生成，原有文件未动。`,
  lacking: (count: number) => `${count} 份报告缺了要的格式，原因见上；那种格式原有的文件未动。`,
  madeMany: (reports: number, files: number, pages: number, size: string) =>
    `完成：${reports} 份报告，${files} 个文件，共 ${pages} 页、${size}。`,
  progress: (done: number, all: number, failed: number, left: number | undefined) =>
    `已完成 ${done}/${all}${failed > 0 ? `，失败 ${failed}` : ''}${left === undefined ? '' : `，约剩 ${duration(left, zhUnits)}`}`,
  moreFaults: (count: number) => `……这份报告还有 ${count} 处。`,
  moreWarnings: (count: number) => `……另有 ${count} 处提示没有列出，用 --json 可看全部。`,
  moreFailed: (count: number) => `……还有 ${count} 份，用 --json 可看全部。`,
  verified: '逐字相符',
  notVerified: '不相符',
  asMade: '与生成时相同',
  onlySound: '完好，未核对改动',
  brokenLayouts: (count: number) => `有 ${count} 个版式不能用：`,
  more: (count: number) => `……还有 ${count} 处，改好以上各处再检查一次。`,
  severity: { error: '错误', warning: '注意', hint: '提示' },
  withoutEffect: (option: string, takers: readonly string[], wanted: readonly string[]) =>
    `${option} 不起作用：它只用于 ${takers.join('、')}，${wanted.length > 0 ? `要的是 ${wanted.join('、')}` : '没有用 --to 要文件'}`,
  hint: '办法',
};

const en: typeof zh = {
  usage:
    'jibiao: publishable PDF and DOCX of budget performance target tables, from JSON\n\nUsage: $0 <command> [options]',
  epilogue:
    'Examples:\n  jibiao build data/                    build every report of data/ into out/\n  jibiao build "province/*/2025.json"   one a department, outputs keep the folders\n  jibiao check data/                    look for what is wrong before it is published\n  jibiao layouts --region 上海市 --lang en   the layouts of Shanghai',
  lang: 'language: zh Chinese, en English',
  help: 'show help',
  version: 'show the version',
  needCommand: 'say what to do, for example: jibiao build report.json',
  seeHelp: 'See jibiao --help --lang en.',
  ourFault:
    'This is our fault, not the data’s; no existing file was changed. Please send the following to the maintainers:',
  build: 'build PDF and DOCX',
  buildReports: 'report files (.json), folders of them, or quoted globs such as "province/*/2025.json"',
  to: `what to make, separated by commas: ${listedFormats('en')}`,
  out: 'output folder',
  layout: 'layout id (default: by the region and year of the report)',
  layouts: 'a further folder of layouts',
  fonts: 'a further folder of fonts',
  templates: (file) => `a folder with templates of your own (${file} and so on)`,
  docxFonts:
    'fonts of the DOCX: used embeds the characters used, editable also the common ones, native only names 宋体, 黑体 …',
  verify: 'read the files back and compare them with the data before they are written (--no-verify: do not)',
  source: 'carry the report data inside the PDF, for extract (--no-source: do not)',
  pdfa: 'archival level: auto is PDF/A-3a (tags, data inside) and PDF/UA-1; 1b is PDF/A-1b, for archives that know no later part',
  workers: 'threads for many reports (default: by processors and memory, at most 4; 1: none)',
  extract: 'take the report data out of a published PDF',
  extractFile: 'a PDF built by jibiao',
  extractOut: 'write it to this file (default: print it)',
  json: 'print the result as JSON',
  quiet: 'print errors only, and what is filled but not printed',
  notPrinted: (items: string) => `this layout does not print: ${items}`,
  appendix: 'bind all tables of a report into one booklet: cover, contents, note, department table, project tables',
  number: 'number of the annex on the cover, such as 附件2',
  title: 'title on the cover (default: 某年度绩效目标公开附表)',
  force: 'make all anew, also what has not changed',
  draft: 'go on although the check found errors, with 草稿 across every page',
  overwrite: 'replace files that were edited after they were made (default: keep them and say so)',
  split: 'also write each table by itself, named by number, code and project',
  pageStyle:
    'look of cover, contents and note: plain goes with the tables, 9704 is that of official documents (GB/T 9704)',
  watch: {
    command: 'watch reports, layouts and fonts, and build again on every save (Ctrl-C stops)',
    appendix: 'build the booklet of each report (as appendix does) instead of its table',
    serve: 'also show a page on this machine that reloads itself; takes a port (default 4173, or the next free one)',
    started: (count) => `watching ${count} report${count === 1 ? '' : 's'}; save to build again, Ctrl-C to stop`,
    address: (address) => `page: ${address}`,
    built: (again, name, files, seconds) =>
      `${again ? 'rebuilt' : 'built'} ${name}: ${files === 0 ? 'nothing new' : `${files} file${files === 1 ? '' : 's'}`}, ${seconds} s`,
    failed: (name) => `${name} is faulty, existing files are untouched; mend and save it to build again`,
    added: (file) => `new: ${file}`,
    removed: (file) => `${file} is gone; its files stay`,
    reopened: (count) => `layouts or fonts have changed: building all ${count} again`,
    refused: {
      workshop: 'layouts or fonts are faulty: those from before stay in use',
      reports: 'reports of one name: the new one waits',
    },
    mended: 'report names are distinct again',
    finishing: 'stopping after the report in hand; Ctrl-C again stops at once',
    stopped: 'stopped',
  },
  check: enCheck,
  verifyCommand:
    'read the files that were built back and compare them with the data; a PDF or other file by itself, with the manifest beside it',
  verifyFiles: `reports (.json), folders of them or globs; or publications (${fileEndings(', ')})`,
  diff: 'compare two reports cell by cell; --to pdf,docx also makes a table of revisions',
  diffOld: 'the report before (.json), or a PDF that carries it',
  diffNew: 'the report after (.json), or a PDF that carries it',
  diffTo: 'also make a table of revisions: pdf, docx, separated by commas (default: print only)',
  exitCode: 'answer 1 when they differ (default: 0 when they could be compared)',
  fix: {
    command:
      'show what has one right answer in texts (markup, marks, widths …) and mend it with --write; never amounts or values',
    write: 'write the files (default: show the changes only)',
    only: 'only these kinds, codes separated by commas (see below)',
    exitCode: 'answer 1 when there is something to mend (default: 0 when it was shown or written)',
    kinds: 'What is mended (codes for --only):',
    limits: [
      'What is not: amounts, values, dates, codes and what a sign means; signatures and accepted findings, which are not printed;',
      'the wording of names; and what two people could mend in two ways (。； within a text, nested or odd quotation marks, spaces between parallel words, (%), 0.97百分比).',
      'Only the wrong characters within strings change: indents, line ends, order, escapes and a byte order mark stay. A second run finds nothing.',
    ],
    unknown: (codes) => `unknown kind: ${codes}`,
    known: (codes) => `known: ${codes}`,
    columns: ['code', 'what', 'count'],
    found: (places, files) =>
      `${files} file${files === 1 ? '' : 's'}, ${places} place${places === 1 ? '' : 's'} to mend:`,
    done: (places, files) =>
      `mended ${places} place${places === 1 ? '' : 's'} in ${files} file${files === 1 ? '' : 's'}:`,
    howToWrite: 'Nothing is written yet. Add --write when these are right; --only CODE,… mends some kinds only.',
    nothing: (files) => `nothing to mend in ${files} file${files === 1 ? '' : 's'}.`,
  },
  terms: {
    command: 'list the texts of a report that have no English, for a translator (CSV, XLIFF 2 or TMX)',
    report: 'a report (.json)',
    to: 'what to write: csv is filled in with a spreadsheet, xliff and tmx with a translation tool',
    file: 'the file that was filled in (CSV, XLIFF 2 or TMX); a translation whose Chinese has changed is stale and not used',
    out: 'write it to this file (default: print it); it may be the file of --terms: what is translated stays',
    done: ({ missing, proposed, composed, translated, stale }) =>
      `${missing} without English, ${proposed} proposed by the termbase, ${composed} composed from terms, ${translated} translated, ${stale} stale.`,
  },
  summary: {
    command: 'make a summary of performance targets in Chinese and English; --lang zh-en (default), zh, en',
    arrange: 'columns: side by side; interleaved: paragraph by paragraph',
    to: `formats: ${publicationNames(', ')}, separated by commas`,
    terms: 'a file of translations (CSV, XLIFF or TMX that jibiao terms listed, filled in)',
    missing: (report, count) =>
      `${report}: ${count} text${count === 1 ? '' : 's'} without English, kept in Chinese and marked ＊; jibiao terms ${report} lists them`,
    composed: (report, count, terms) =>
      `${report}: English of ${count} text${count === 1 ? '' : 's'} composed from terms and marked †: read them (jibiao terms ${report}${terms}) and set what is right to 已译`,
  },
  layoutsCommand: 'list the layouts',
  region: 'only those that this region (name or code) gets, also from what it stands in',
  schema: 'print the JSON Schema of reports',
  completion: 'print the completion script (bash, zsh)',
  columns: {
    file: 'file',
    layout: 'layout',
    pages: 'pages',
    size: 'size',
    result: 'result',
    state: 'state',
  },
  states: { same: 'unchanged', changed: 'remade', new: 'added', removed: 'removed' },
  quoted: (title) => `“${title}”`,
  andMore: (count) => `, ${count} in all`,
  changes: (report, list) => `Tables of ${report}: ${list}`,
  layoutColumns: ['id', 'name', 'region', 'table', 'years', 'paper', 'money unit'],
  tables: { project: 'project', department: 'department' },
  directions: { portrait: 'portrait', landscape: 'landscape' },
  anyYear: 'any',
  ownUnit: "the report's",
  working: (name) => `building ${name}`,
  made: (reports, files) =>
    `Done: ${reports} report${reports === 1 ? '' : 's'}, ${files} file${files === 1 ? '' : 's'}.`,
  failed: (count) => `${count} report${count === 1 ? '' : 's'} could not be built; existing files are untouched.`,
  lacking: (count) =>
    `${count} report${count === 1 ? ' lacks a format that was' : 's lack formats that were'} asked for; existing files of it are untouched.`,
  madeMany: (reports, files, pages, size) => `Done: ${reports} reports, ${files} files, ${pages} pages, ${size}.`,
  progress: (done, all, failed, left) =>
    `${done}/${all} done${failed > 0 ? `, ${failed} failed` : ''}${left === undefined ? '' : `, about ${duration(left, enUnits)} left`}`,
  moreFaults: (count) => `… and ${count} more in this report.`,
  moreWarnings: (count) => `… and ${count} more warnings; --json has them all.`,
  moreFailed: (count) => `… and ${count} more; --json has them all.`,
  verified: 'identical',
  notVerified: 'differs',
  asMade: 'as it was made',
  onlySound: 'sound; changes unknown',
  brokenLayouts: (count) => `${count} layout${count === 1 ? '' : 's'} cannot be used:`,
  more: (count) => `… and ${count} more: mend these and check again.`,
  severity: { error: 'error', warning: 'warning', hint: 'hint' },
  withoutEffect: (option, takers, wanted) =>
    `${option} has no effect: it is for ${takers.join(', ')}; asked for: ${wanted.join(', ') || 'no file'}`,
  hint: 'hint',
};

export type Words = typeof zh & { readonly language: Language };

export function words(language: Language): Words {
  return { ...(language === 'en' ? en : zh), language };
}
