import { quoted } from '../json/pointer.js';
import { type Problem, warning } from '../problem.js';
import { type Lexicon, termsInside } from './compose/lexicon.js';
import { type TermEntry, tidy } from './entry.js';
import type { Translated, Translation } from './translate.js';

/** Kinds whose shipped English a translator should see, because another word may be right here. */
const doubtful: ReadonlySet<string> = new Set(['indicator', 'value', 'department', 'project', 'task', 'goal', 'note']);

/**
 * The lines of a translator's file, in the order of the data: texts without English, with the termbase's only, with English
 * put together from terms, with the user's, and the user's stale lines. Texts that are not settled come with the known terms
 * inside them. A text that stands in several places is listed once. Nothing of the user's file is lost.
 */
export function listing({ texts, stale, lexicon }: Translation, own: readonly TermEntry[] = []): TermEntry[] {
  const stales = new Map(stale.map((entry) => [entry.pointer, entry]));
  const seen = new Set<string>();
  const lines = texts.flatMap((text) => {
    const old = stales.get(text.pointer);
    const isOpen = text.english === undefined || text.english.source === 'composed';
    const key = `${text.kind} ${tidy(text.zh)} ${text.english?.source === 'user' ? text.english.en : ''}`;
    if (seen.has(key) && !(isOpen && old)) return [];
    seen.add(key);
    if (isOpen && old) stales.delete(text.pointer);
    const lines = isOpen && old ? [reopened(text, old)] : lineOf(text);
    return isOpen ? lines.map((line) => ({ ...line, ...knownIn(text.zh, lexicon) })) : lines;
  });
  const general = own.filter(({ pointer, state }) => pointer === '' && state !== 'stale');
  return [...lines, ...[...stales.values()], ...general];
}

function lineOf({ pointer, kind, context, zh, english }: Translated): TermEntry[] {
  const line = { pointer, kind, context, zh };
  if (english === undefined) return [{ ...line, en: '', state: 'missing' }];
  if (english.source === 'composed') return [{ ...line, en: english.en, state: 'composed' }];
  if (english.source === 'user') return [{ ...line, en: english.en, state: 'translated' }];
  return english.source !== 'report' && doubtful.has(kind) ? [{ ...line, en: english.en, state: 'proposed' }] : [];
}

/** 科普 = science outreach；满意度 = satisfaction; nothing where no term is known. */
function knownIn(zh: string, lexicon: Lexicon): Pick<TermEntry, 'terms'> {
  const terms = termsInside(zh, lexicon).map((term) => `${term.zh} = ${term.en}`);
  return terms.length === 0 ? {} : { terms: terms.join('；') };
}

/** The new Chinese beside the English of the old. */
function reopened({ pointer, kind, context, zh }: Translated, old: TermEntry): TermEntry {
  const before = tidy(old.zh) === tidy(zh) ? old.context : `${context}（原文曾为：${tidy(old.zh)}）`;
  return { pointer, kind, context: before, zh, en: old.en, state: 'stale' };
}

/** A warning `term-stale` for each entry of the user's file that is not used. */
export function staleProblems(stale: readonly TermEntry[], file: string): Problem[] {
  return stale.map(({ pointer, zh, en }) =>
    warning(
      'term-stale',
      {
        zh: `译文待核，没有采用：${quoted(zh)} → ${quoted(en)}`,
        en: `a translation is stale and was not used: ${quoted(zh)} → ${quoted(en)}`,
      },
      { file, ...(pointer !== '' && { pointer }) },
      {
        zh: '原文已改、不在，或译文由术语拼成而尚未核对；核对译文后把状态改为“已译”，并使中文与报告一致',
        en: 'its Chinese has changed or gone, or it was composed from terms and not yet looked at; look at the translation, set its state to 已译 and its Chinese to the report’s',
      },
    ),
  );
}
