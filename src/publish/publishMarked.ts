import type { Format } from '../formats/formats.js';
import { generateMarked } from '../generate.js';
import { chooseLayouts } from '../layouts/choose.js';
import { fault, type Problem, Problems } from '../problem.js';
import type { CheckedFile } from '../products/findings/findings.js';
import { knownRules } from '../products/findings/known.js';
import { findingNumbers } from '../products/findings/report.js';
import { publicCopy } from '../report/notPublic.js';
import { readShaped } from '../report/read.js';
import { withFilePlaces } from './attempt.js';
import { type PublishedOutputs, publishOutputs } from './outputs.js';
import { outputPath } from './paths.js';
import { type FindingsWish, findingsInput } from './publishFindings.js';
import { readFileWithin } from './readFile.js';
import type { Workshop } from './workshop.js';

/** Formats that show colours. */
const marking: readonly Format[] = ['pdf', 'html'];

const zh = { title: '检查稿，不得公开', stamp: '检查稿', tags: { error: '错', warning: '注', hint: '提' } };
const en: typeof zh = {
  title: 'CHECK COPY, NOT FOR PUBLICATION',
  stamp: '检查稿',
  tags: { error: 'E', warning: 'W', hint: 'H' },
};

/**
 * Writes the form of a checked report with each finding in its cell and the list of findings behind:
 * `<out>/<report>/<report>-检查.pdf`, never a name that is published. None for a report that could not be read, or says what cannot
 * be so. Throws Problems `mark-format`, and those of filling the layouts.
 */
export async function publishMarked(
  checked: CheckedFile,
  { layouts: found, layout: wanted, fonts, out }: Workshop,
  wish: FindingsWish,
): Promise<PublishedOutputs> {
  const others = wish.formats.filter((format) => !marking.includes(format));
  if (others.length > 0) throw new Problems([unmarkable(others)]);
  if (checked.failed) return { files: [], stages: [], pages: 0 };
  const { file } = checked;
  const { report, text, faults } = readShaped(readFileWithin(file), file);
  if (faults.length > 0) return { files: [], stages: [], pages: 0 };
  const numbers = findingNumbers(checked, wish.hints);
  const findings = [...numbers].map(([{ code, place, severity }, number]) => {
    return { pointer: place?.pointer ?? '', lacks: lacksOf(code), severity, number };
  });
  const words = wish.language === 'zh' ? zh : en;
  const list = (unshown: ReadonlySet<number>) => findingsInput([checked], fonts, wish, unshown);
  try {
    const { layouts } = chooseLayouts(found, report, wanted);
    const made = await generateMarked(publicCopy(report), layouts, { findings, words, list }, fonts, wish);
    return await publishOutputs(made, (format) => outputPath(out, file, format, '-检查'));
  } catch (cause) {
    throw cause instanceof Problems ? new Problems(withFilePlaces(cause.problems, file, text)) : cause;
  }
}

function lacksOf(code: string): string | undefined {
  const rule = knownRules.find((known) => known.code === code);
  return rule && 'lacks' in rule ? rule.lacks : undefined;
}

function unmarkable(formats: readonly Format[]): Problem {
  const message = {
    zh: `--mark 只能标在 ${marking.join('、')} 上，不能标在 ${formats.join('、')} 上`,
    en: `--mark marks ${marking.join(' and ')} only, not ${formats.join(', ')}`,
  };
  const hint = {
    zh: '写作 --to pdf,html --mark；清单另用 --to xlsx 出',
    en: 'write --to pdf,html --mark; a list of findings is made without --mark',
  };
  return fault('mark-format', message, undefined, hint);
}
