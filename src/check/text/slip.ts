import type { Severity } from '../../problem.js';
import { quoted } from '../../report/pointer.js';
import type { Found } from '../rule.js';
import type { TextAt, TextKind } from '../texts.js';
import { traitsOf } from './traits.js';

/** A slip in a text: its span, what it is, and its severity where it is not the rule's own. */
export interface Slip {
  readonly start: number;
  readonly end: number;
  readonly zh: string;
  readonly en: string;
  readonly severity?: Severity;
  /** It says itself what it found; the text around it must not be repeated. */
  readonly secret?: boolean;
}

/** What finders return for most texts. */
export const none: readonly never[] = [];

/** How many slips of a text are named, and how many are counted: reports may come from strangers. */
const named = 3;
const counted = 50;

/** Which texts a rule reads: of these kinds, with one of these traits. */
export interface Reads {
  readonly kinds?: ReadonlySet<TextKind>;
  readonly traits?: number;
}

/** The texts of a check are looked through once for all rules. */
const traitsByTexts = new WeakMap<readonly TextAt[], Uint16Array>();

function traitsOfAll(texts: readonly TextAt[]): Uint16Array {
  let traits = traitsByTexts.get(texts);
  if (traits === undefined) {
    traits = Uint16Array.from(texts, ({ text }) => traitsOf(text));
    traitsByTexts.set(texts, traits);
  }
  return traits;
}

/** One finding for each text and severity: a text with ten slips is one cell to mend. */
export function* foundIn(
  texts: readonly TextAt[],
  slipsOf: (text: string, at: TextAt) => Iterable<Slip>,
  { kinds, traits }: Reads = {},
): Generator<Found> {
  const traitsAt = traits === undefined ? undefined : traitsOfAll(texts);
  for (let index = 0; index < texts.length; index += 1) {
    const at = texts[index];
    if (at === undefined) continue;
    if (traitsAt && ((traitsAt[index] ?? 0) & (traits ?? 0)) === 0) continue;
    if (kinds && !kinds.has(at.kind)) continue;
    const slips = someOf(slipsOf(at.text, at));
    if (slips.length === 0) continue;
    for (const severity of new Set(slips.map((slip) => slip.severity))) {
      yield foundOf(
        at,
        slips.filter((slip) => slip.severity === severity),
        severity,
      );
    }
  }
}

function someOf(slips: Iterable<Slip>): readonly Slip[] {
  if (slips === none) return none;
  const some: Slip[] = [];
  for (const slip of slips) if (some.push(slip) >= counted) break;
  return some;
}

function foundOf({ path, text }: TextAt, slips: readonly Slip[], severity: Severity | undefined): Found {
  const said = slips.slice(0, named);
  const more = slips.length - said.length;
  return {
    path,
    message: {
      zh:
        said.map((slip) => `${slip.zh}${around(text, slip, '：')}`).join('；') + (more > 0 ? `；另有 ${more} 处` : ''),
      en: said.map((slip) => `${slip.en}${around(text, slip, ': ')}`).join('; ') + (more > 0 ? `; ${more} more` : ''),
    },
    ...(severity && { severity }),
  };
}

/** The slip with some characters on both sides, quoted for a message. */
function around(text: string, { start, end, secret }: Slip, colon: string): string {
  if (secret) return '';
  const from = whole(text, Math.max(0, start - 8));
  const to = whole(text, Math.min(text.length, end + 8, start + 40));
  return colon + quoted(`${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`);
}

/** The offset, moved off the middle of a surrogate pair. */
function whole(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset + 1 : offset;
}

/** Every match of a global pattern as a slip. */
export function* matches(text: string, pattern: RegExp, zh: string, en: string, severity?: Severity): Generator<Slip> {
  for (const match of text.matchAll(pattern)) {
    yield { start: match.index, end: match.index + match[0].length, zh, en, ...(severity && { severity }) };
  }
}
