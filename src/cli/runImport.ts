import { fault, Problems } from '../problem.js';
import { importFile, importPath, writeImported } from '../publish/import.js';
import { type ImportResult, importText } from './importText.js';
import { foldersOf, layoutsIn, tellBroken } from './layoutFolders.js';
import type { ImportOptions } from './options.js';
import { exit, type Outcome } from './outcome.js';
import { printProblems, problemData } from './print.js';
import type { Words } from './words.js';

/** Reads files of anybody into reports. A file that cannot be read does not stop the others. */
export async function runImport(options: ImportOptions, text: Words, outcome: Outcome): Promise<void> {
  const found = layoutsIn(foldersOf(options.layouts));
  tellBroken(found, options, text);
  const wish = {
    layouts: found.layouts,
    layout: options.layout,
    answers: answersIn(options.answer),
    map: options.map,
    folder: options.out,
  };
  doubled(options);
  const data: object[] = [];
  for (const file of options.files) {
    const result = await attempt(file, wish, options);
    if (!('written' in result) || result.written === undefined) outcome.code = exit.input;
    if (options.json) data.push(resultData(result, text));
    else print(result, options, text);
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ files: data }, undefined, 2)}\n`);
}

async function attempt(
  file: string,
  wish: Parameters<typeof importFile>[1],
  options: ImportOptions,
): Promise<ImportResult> {
  try {
    const imported = await importFile(file, wish);
    const isOpen = imported.questions.some(({ proposed }) => proposed === undefined || !options.yes);
    if (imported.problems.some(({ severity }) => severity === 'error') || isOpen)
      return { imported, written: undefined, problems: imported.problems };
    return { imported, written: writeImported(imported, options.out, options.force), problems: imported.problems };
  } catch (cause) {
    if (cause instanceof Problems) return { file, problems: cause.problems };
    throw cause;
  }
}

/** Throws Problems import-same-name: two files whose reports would be one file. */
function doubled({ files, out }: ImportOptions): void {
  const seen = new Map<string, string>();
  for (const file of files) {
    const path = importPath(file, out);
    const other = seen.get(path);
    if (other !== undefined) {
      const message = { zh: `与 ${other} 会写成同一个文件 ${path}`, en: `would be the same file as ${other}: ${path}` };
      throw new Problems([
        fault(
          'import-same-name',
          message,
          { file },
          { zh: '请分两次读入，用 --out 写到两个文件夹', en: 'import them in two runs, with --out to two folders' },
        ),
      ]);
    }
    seen.set(path, file);
  }
}

/** `year=2024` as year → 2024. Throws Problems import-answer. */
function answersIn(given: readonly string[]): Record<string, string> {
  const wrong = given.filter((each) => !/^[^=]+=./.test(each));
  if (wrong.length > 0) {
    const message = {
      zh: `--answer 写作 问题=答案：${wrong.join('、')}`,
      en: `--answer is written id=value: ${wrong.join(', ')}`,
    };
    throw new Problems([
      fault('import-answer', message, undefined, { zh: '例如 --answer year=2024', en: 'such as --answer year=2024' }),
    ]);
  }
  return Object.fromEntries(given.map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)]));
}

function print(result: ImportResult, options: ImportOptions, text: Words): void {
  printProblems(result.problems, text.language);
  if ('imported' in result && !options.quiet) process.stdout.write(`${importText(result, text)}\n`);
}

/** The shape is stable: what was read, asked, left, noted, and what the proof found. */
function resultData(result: ImportResult, { language }: Words): object {
  const problems = result.problems.map((problem) => problemData(problem, language));
  if (!('imported' in result)) return { file: result.file, problems };
  const { file, by, layout, fields, questions, left, notes, beside, differences, columns } = result.imported;
  return {
    ...{ file, by, layout: layout ?? null, report: result.written ?? null, fields },
    questions: questions.map(({ id, options, proposed, place, ...words }) => ({
      ...{ id, question: words[language], options: options.map(({ value }) => value), proposed: proposed ?? null },
      ...(place && { place }),
    })),
    left: left.map(({ place, text, why }) => ({ place, text, why: why[language] })),
    notes: notes.map(({ place, ...words }) => ({ note: words[language], ...(place && { place }) })),
    beside: beside.map(({ place, ...words }) => ({ place, note: words[language] })),
    ...(columns && { mapping: columns.mapping, mappedBy: columns.given ?? null }),
    ...{ differences, problems },
  };
}
