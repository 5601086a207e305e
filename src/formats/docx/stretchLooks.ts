import type { ParagraphLook } from './looks.js';
import type { TableLook } from './tableLook.js';
import { type Kind, paragraphsIn, type WordBlock } from './word.js';

/** Which looks a stretch has: all that styles are derived from. Plain data. */
export interface StretchLooks {
  /** Looks are absent of paragraphs without text, which take their style's. */
  readonly paragraphs: readonly {
    readonly kind: Kind;
    readonly look?: ParagraphLook;
    readonly isInTable: boolean;
    readonly count: number;
  }[];
  readonly tables: readonly TableLook[];
  /** Ids. */
  readonly characterStyles: readonly string[];
}

export function stretchLooks(blocks: readonly WordBlock[]): StretchLooks {
  const counts = new Map<string, Map<ParagraphLook | undefined, number>>();
  const characterStyles = new Set<string>();
  for (const { paragraph, isInTable } of paragraphsIn(blocks)) {
    const { kind, look, isBlank, runs } = paragraph;
    const group = `${kind} ${isInTable}`;
    const own = counts.get(group) ?? new Map<ParagraphLook | undefined, number>();
    counts.set(group, own);
    const counted = isBlank ? undefined : look;
    own.set(counted, (own.get(counted) ?? 0) + 1);
    for (const { style } of runs) if (style !== undefined) characterStyles.add(style);
  }
  const paragraphs = [...counts].flatMap(([group, looks]) => {
    const [kind, isInTable] = group.split(' ') as [Kind, string];
    return [...looks].map(([look, count]) => ({ kind, ...(look && { look }), isInTable: isInTable === 'true', count }));
  });
  const tables = blocks.flatMap((block) => (block.type === 'table' ? [block.look] : []));
  return { paragraphs, tables, characterStyles: [...characterStyles] };
}
