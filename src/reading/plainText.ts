/** One character as texts are compared: NFKC, no white space but the ends of lines, brackets half-width. */
function plainCharacter(character: string): string {
  if (character === '\n' || character === '\u2028' || character === '\u2029') return '\n';
  if (/[\s\u200b-\u200d\u2066-\u2069\ufeff\u00ad]/u.test(character)) return '';
  const plain = character.normalize('NFKC');
  return plain.length === 1 ? plain : character;
}

const known = new Map<string, string>();

/** A text as texts are compared; ends of lines are `\n`. As long as the text or shorter. */
export function plainText(text: string): string {
  let plain = '';
  for (let at = 0; at < text.length; at += 1) plain += kept(text[at] as string);
  return plain;
}

function kept(character: string): string {
  const code = character.charCodeAt(0);
  if ((code > 0x20 && code < 0x7f) || (code >= 0x4e00 && code < 0xa000)) return character;
  const found = known.get(character) ?? plainCharacter(character);
  known.set(character, found);
  return found;
}

/** `plainText` on one line. */
export function bareText(text: string): string {
  if (isBare.test(text)) return text;
  const known = bare.get(text);
  if (known !== undefined) return known;
  const made = plainText(text).replace(/\n/g, '');
  if (bare.size > 20_000) bare.clear();
  bare.set(text, made);
  return made;
}

const isBare = /^[\x21-\x7e\u4e00-\u9fff]*$/;
/** The same cell is compared with every cell of a form. */
const bare = new Map<string, string>();

/** A text to be matched: its characters without the ends of lines, which are kept beside. */
export class Matched {
  readonly plain: string;
  readonly #back: number[] = [];
  /** By position in `plain`: an end of a line (1) or of a paragraph (2) stands before it. */
  readonly breaks = new Map<number, 1 | 2>();
  /** The positions of `breaks`, in order. */
  readonly ends: readonly number[];

  constructor(readonly raw: string) {
    let plain = '';
    // PDF and sheets know lines only: behind a full stop one is a paragraph's end.
    const hasParagraphs = /\n\s*\n/.test(raw);
    for (let at = 0; at < raw.length; at += 1) {
      const character = kept(raw[at] as string);
      if (character === '\n') {
        const isEnd = this.breaks.has(plain.length) || (!hasParagraphs && /[。；;]$/.test(plain));
        this.breaks.set(plain.length, isEnd ? 2 : 1);
      } else if (character !== '') {
        plain += character;
        this.#back.push(at);
      }
    }
    this.plain = plain;
    this.ends = [...this.breaks.keys()].filter((at) => at > 0 && at < plain.length);
  }

  /** The raw text between two positions of `plain`, without white space around it. */
  cut(from: number, to: number): string {
    if (from >= to) return '';
    return this.raw.slice(this.#back[from], (this.#back[to - 1] ?? 0) + 1);
  }
}

/** A cell is matched with one pattern after another. */
const matched = new Map<string, Matched>();

export function matchedOf(text: string): Matched {
  const known = matched.get(text);
  if (known) return known;
  const made = new Matched(text);
  if (matched.size > 1_000) matched.clear();
  matched.set(text, made);
  return made;
}

/** A text without what conversions leak into published tables: tags and character references of web pages, formulas of TeX. */
export function withoutLeaks(text: string): string {
  if (!/[&<\\$]/.test(text)) return text;
  return text
    .replace(/&nbsp;?/g, ' ')
    .replace(/<\/?(?:p|span|font|div|strong|b|o:p)(?:\s[^<>]*)?>/gi, '')
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/&([lg])t;/g, (_, kind: string) => (kind === 'l' ? '<' : '>'))
    .replace(/\$([^$\n]{1,40})\$/g, '$1')
    .replace(/\\geq?(?![a-z])/g, '≥')
    .replace(/\\leq?(?![a-z])/g, '≤')
    .replace(/\\%/g, '%');
}
