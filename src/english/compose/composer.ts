import { saysTheSame } from '../compare.js';
import { tidy } from '../entry.js';
import { shippedTerms } from '../shipped/all.js';
import type { Term, TermKind } from '../term.js';
import type { Termbase } from '../termbase.js';
import type { Text } from '../texts.js';
import { writtenQuantity } from '../writtenQuantity.js';
import { chinesePunctuation, lexicon, wholeOnly } from './lexicon.js';
import { phraseOf } from './phrase.js';
import { piecesOf } from './pieces.js';

/** English of a short text put together from terms; undefined where it is not covered wholly, or English would say it otherwise. */
export type Composer = (text: Pick<Text, 'zh' | 'kind' | 'path' | 'indicator'>) => string | undefined;

/** Longer texts are sentences. */
const longestText = 40;
/** Names, and short texts of indicators. What a body calls itself, and its goals, somebody has to write. */
const composed: ReadonlySet<TermKind> = new Set(['project', 'task', 'goal', 'indicator', 'value', 'note']);
/** Names open with a capital; values and notes stand in the middle of a line. */
const capitals: ReadonlySet<TermKind> = new Set(['project', 'task', 'goal', 'indicator']);

const shippedKinds: ReadonlySet<TermKind> = new Set(['concept', 'funding', 'indicator', 'region']);
/** Adjectives among the concepts. */
const adjectives: ReadonlySet<string> = new Set(['定性', '定量', '公开', '批复']);
const shipped = shippedTerms.filter(
  ({ kind, zh }) => (shippedKinds.has(kind) && !adjectives.has(zh)) || (kind === 'label' && zh === '项目'),
);

/** A composer by the user's terms, before which the shipped ones stand back. What the user's file renders in two ways is no term. */
export function composer(own: readonly Term[], terms: Termbase): Composer {
  const mine = own.filter(({ kind }) => !wholeOnly.has(kind));
  const meanings = new Map<string, Set<string>>();
  for (const { zh, en } of mine) meanings.set(zh, (meanings.get(zh) ?? new Set()).add(en));
  const words = lexicon([...mine.filter(({ zh }) => meanings.get(zh)?.size === 1), ...besides(meanings)].map(inside));
  return ({ zh, kind, path, indicator = '' }) => {
    if (!composed.has(kind) || (kind === 'goal' && path.at(-1) !== 'name')) return undefined;
    if (zh.length > 2 * longestText) return undefined;
    const text = chinesePunctuation(tidy(zh));
    if (text.length > longestText || /[。；;！!？?，,\n]/.test(text)) return undefined;
    const quantity = (part: string) => writtenQuantity(part, `${indicator} ${text}`, terms);
    const pieces = piecesOf(text, words, quantity);
    // A value is a statement unless it ends in a number, and terms in a row state nothing.
    if (pieces === undefined || (kind === 'value' && pieces.at(-1)?.type !== 'quantity')) return undefined;
    const en = phraseOf(pieces);
    if (en === undefined || !saysTheSame(text, en)) return undefined;
    return capitals.has(kind) ? en.charAt(0).toUpperCase() + en.slice(1) : en;
  };
}

function besides(own: ReadonlyMap<string, unknown>): Term[] {
  return shipped.filter(({ zh }) => !own.has(zh));
}

/** Hebei Province is Hebei before another noun. */
function inside(term: Term): Term {
  return term.kind === 'region' ? { ...term, en: term.en.replace(/ (?:Province|Autonomous Region)$/, '') } : term;
}
