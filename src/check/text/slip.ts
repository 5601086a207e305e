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

/** How many slips of a text are named, and how many are counted: reports may come from strangers. */
const named = 3;
const counted = 50;

/** Which texts a rule reads: of these kinds, with one of these traits. */
export interface Reads {
  readonly kinds?: ReadonlySet<TextKind>;
  readonly traits?: number;
}

/** Each text is looked through once for all rules of a check. */
const traitsByText = new WeakMap<TextAt, number>();

function has(at: TextAt, wanted: number): boolean {
  let traits = traitsByText.get(at);
  if (traits === undefined) {
    traits = traitsOf(at.text);
    traitsByText.set(at, traits);
  }
  return (traits & wanted) !== 0;
}

/** One finding for each text and severity: a text with ten slips is one cell to mend. */
export function* foundIn(
  texts: readonly TextAt[],
  slipsOf: (text: string, at: TextAt) => Iterable<Slip>,
  { kinds, traits }: Reads = {},
): Generator<Found> {
  for (const at of texts) {
    if ((kinds && !kinds.has(at.kind)) || (traits !== undefined && !has(at, traits))) continue;
    const slips: Slip[] = [];
    for (const slip of slipsOf(at.text, at)) if (slips.push(slip) >= counted) break;
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
