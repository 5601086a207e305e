import { enCheck } from './checkWords.js';
import { duration } from './duration.js';
import { carrierNames, fileEndings, listedFormats, publicationNames } from './formats.js';
import { enQueue } from './queueWords.js';
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
  layouts: 'a further folder of layouts (default: 我的版式 of the working folder, if there)',
  fonts: 'a further folder of fonts',
  withoutEffect: (option, takers, wanted) =>
    `${option} has no effect: it is for ${takers.join(', ')}; asked for: ${wanted.join(', ') || 'no file'}`,
  templates: (file) => `a folder with templates of your own (${file} and so on)`,
  docxFonts:
    'fonts of the DOCX: used embeds the characters used, editable also the common ones, native only names 宋体, 黑体 …',
  verify: 'read the files back and compare them with the data before they are written (--no-verify: do not)',
  source: `carry the report data inside ${carrierNames(' and ')}, for extract (--no-source: do not)`,
  pdfa: 'archival level: auto is PDF/A-3a (tags, data inside) and PDF/UA-1; 1b is PDF/A-1b, for archives that know no later part',
  workers: 'threads for many reports (default: by processors and memory, at most 4; 1: none)',
  extract: `take the report data out of a published ${carrierNames(' or ')}`,
  extractFile: `a ${carrierNames(' or ')} built by jibiao`,
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
    started: (count) => `watching ${count} report${count === 1 ? '' : 's'}; save to build again, Ctrl-C to stop`,
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
  queue: enQueue,
  verifyCommand:
    'read the files that were built back and compare them with the data; a PDF or other file by itself, with the manifest beside it',
  verifyFiles: `reports (.json), folders of them or globs; or publications (${fileEndings(', ')})`,
  diff: 'compare two reports cell by cell; --to pdf,docx also makes a table of revisions',
  diffOld: `the report before (.json), or a ${carrierNames(' or ')} that carries it`,
  diffNew: `the report after (.json), or a ${carrierNames(' or ')} that carries it`,
  diffTo: 'also make a table of revisions: pdf, docx, separated by commas (default: print only)',
  exitCode: 'answer 1 when they differ (default: 0 when they could be compared)',
  desk: {
    command:
      'open the desk: fill in, check and publish the region’s own forms in the browser (the data are the folder’s .json files)',
    folder: 'the folder of reports',
    port: 'port',
    host: 'address to listen at; for other machines too, such as 0.0.0.0, it needs --token-file',
    name: 'name that a reverse proxy hands on, such as desk.example.gov.cn; may be repeated',
    tokenFile:
      'file with the token (16 or more letters and digits); without it a new one each time, for this machine only',
    open: 'open the browser (--no-open only prints the address)',
    notes: [
      'Each change is on the disk before it is acknowledged; undo goes on after a restart.',
      'On a server, signing in and HTTPS are the reverse proxy’s: see docs/desk.md.',
    ],
    address: (address: string, folder: string) => `desk: ${address}\nfolder: ${folder} (Ctrl-C ends it)`,
  },
  next: {
    command:
      'begin next year’s report from this year’s: names, tasks and indicators stay, days move on, this year’s values go into the history',
    report: 'this year’s report',
    year: 'the year (the next one when absent)',
    out: 'file to write (beside the report, with the new year in its name, when absent)',
    money: 'keep the amounts (blank when absent)',
    values: 'keep the values (--no-values leaves them blank)',
    force: 'replace an existing file',
    written: (path: string) => `wrote ${path}`,
    look: (count: number) => `${count} texts name a year or a day and were left alone; please look at them:`,
    more: (count: number) => `and ${count} more (--json lists all)`,
  },
  import: {
    command:
      "read other people's tables (DOCX, XLSX, PDF, HTML, CSV) into reports: by the form of a layout, else by their heads",
    files: 'the files to read',
    out: 'folder to write to; names stay, with the ending .json',
    layout: 'the layout whose form it is (default: found)',
    answer: 'answer a question, such as year=2024; may be repeated',
    yes: 'take the proposed answer of every question that is not answered',
    force: 'replace files that exist',
    map: 'how columns are read (mapping-….json): the file is read by it, by no layout',
    columns: (file: string) => (count: number) =>
      `how ${count} columns were read (kept as ${file} with the report: edit it and read again, elsewhere with --map):`,
    mapped: (file: string) => (count: number) => `how ${count} columns were read, by ${file}:`,
    intoReport: 'the file was made of this report and then edited: show the edits, and take them into it',
    write: 'with --into: write the report (default: show only)',
    into: (file: string, report: string) => `${file} → ${report}`,
    edited: (count: number) => `${count} edits:`,
    refused: (count: number) => `${count} edits were not taken over:`,
    otherwise: (count: number) =>
      `printed again from the changed data, ${count} other places will differ (on the right):`,
    whole: { added: 'added', removed: 'removed', moved: 'moved' },
    noEdits: 'no edits to take over',
    howToWrite: 'nothing written yet: add --write',
    limits: [
      'Every field that was read, every piece that was not (with its place) and what was inferred are told; then the layout is filled again and what differs is told.',
      'With a question open nothing is written and the exit code is 1: answer with --answer, or take the proposals with --yes.',
      '--into report.json: a published DOCX or XLSX that was edited in Word, WPS or Excel goes back into its report: only what was edited changes, the JSON keeps its form; tracked changes are read as accepted, comments are listed; edits of sums, titles and labels are refused with the fields to change instead.',
      'Scans cannot be read; .doc, .xls, .wps, .et, .odt and .ods are read with LibreOffice: without it save them as .docx or .xlsx.',
    ],
    more: (count: number) => `... and ${count} more (--json has all)`,
    noProposal: 'no proposal: please answer',
    proposal: (answer: string) => `proposed: ${answer}`,
    asForm: (id: string) => `as the form of ${id}`,
    asColumns: 'no layout has this form: read by heads',
    ownForm: (file) =>
      `to publish in this form, make a layout of it: jibiao layouts --new region/project-year --from ${file}`,
    asData: 'a file of this program: the data that it carries, not the text of its pages',
    fields: (count: number) => `${count} fields read`,
    questions: (count: number) => `${count} questions (--answer id=value):`,
    left: (count: number) => `${count} pieces were not read:`,
    notes: (count: number) => `${count} notes:`,
    lost: (count: number) => `in the file, but not printed again from what was read: ${count}`,
    extra: (count: number) => `printed from what was read, but not in the file: ${count}`,
    notWritten: 'nothing written',
    answerThem: 'nothing written: answer the questions, or add --yes',
    answerThese: (ids) => `nothing written: answer what has no proposal (${ids}); --yes takes the others`,
    written: (path: string) => `written: ${path}`,
  },
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
  like: 'the layout that a new one begins as (default: generic/project)',
  fromFile:
    'with --new: make it of a filled form (DOCX, XLSX, HTML, PDF): words, cells and widths as they stand, fields where values stood',
  madeFrom: {
    made: (folder, specimen, layouts) =>
      `made ${folder} of this form\nits specimen: jibiao build ${specimen}${layouts} --draft\nnow complete "published" in layout.json: the name of the form, its year, and where it was published (an address, or the issue of a gazette); look at each place below, and change template.hbs where needed.`,
    kept: (count) =>
      `${count} texts that were not understood are printed as words of the form; delete those that are not:`,
    place: (count) =>
      `${count} heads name a place and are printed as they stand; mend them where the layout is for other places:`,
    emptied: (count) =>
      `${count} texts that were not understood are taken for that year's and left out; add what is the form's:`,
    lost: (count) => `${count} values were read but no field prints them here; write them yourself:`,
    differences: (count) => `filled again, ${count} places differ from the file:`,
    extra: 'added',
  },
  newOut: 'the folder for a new layout',
  galleryMade: (page, layouts) => `specimens of ${layouts} layouts: ${page}`,
  newMade: (folder, specimen, out) =>
    `made ${folder}\nits specimen: jibiao build ${specimen} --layouts ${out}\nnow change template.hbs, look.css and "published" in layout.json until it is the published form.`,
  layoutColumns: ['province', 'id', 'name', 'table', 'years', 'paper', 'money unit', 'form'],
  formKnown: { whole: 'whole', partial: 'in part' },
  writeOnly: (helpers: string) => `write-only (${helpers})`,
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
