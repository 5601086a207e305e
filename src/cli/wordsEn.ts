import { enCheck } from './checkWords.js';
import { duration } from './duration.js';
import { fileEndings, listedFormats, publicationNames } from './formats.js';
import type { zh } from './wordsZh.js';

const units = ['h', 'min', 's'] as const;

/** The words of the command line in English. */
export const en: typeof zh = {
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
  withoutEffect: (option, takers, wanted) =>
    `${option} has no effect: it is for ${takers.join(', ')}; asked for: ${wanted.join(', ') || 'no file'}`,
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
  diffInternal: 'the table of revisions lists signers, contacts and withheld projects too (not to be published)',
  internal: 'print signers, telephones and other contacts (a copy for inside, not to be published)',
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
      'What is not: amounts, values, codes and what a sign means, and of dates more than a lost dot or 年; signatures and accepted findings, which are not printed;',
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
  gallery: 'write a page with pictures and filled specimens of all layouts into this folder',
  newLayout: 'start a layout of your own: region/table-year, like 苏州市/project-2026 (a copy of --like, in --out)',
  like: 'the layout that a new one begins as',
  newOut: 'the folder for a new layout',
  galleryMade: (page, layouts) => `specimens of ${layouts} layouts: ${page}`,
  newMade: (folder, specimen, out) =>
    `made ${folder}\nits specimen: jibiao build ${specimen} --layouts ${out}\nnow change template.hbs, look.css and "published" in layout.json until it is the published form.`,
  layoutColumns: ['province', 'id', 'name', 'table', 'years', 'paper', 'money unit', 'form'],
  formKnown: { whole: 'whole', partial: 'in part' },
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
    `${done}/${all} done${failed > 0 ? `, ${failed} failed` : ''}${left === undefined ? '' : `, about ${duration(left, units)} left`}`,
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
  hint: 'hint',
};
