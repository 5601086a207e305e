import { isMark } from '../../fonts/clusters.js';
import type { Face } from '../../fonts/face.js';
import { fontSubset, keptNames } from '../../fonts/subset.js';
import { needsShaping } from '../../script/scripts.js';
import { commonCharacters } from './characters.js';
import type { FontNames } from './names.js';

/** A face that runs name by its family and weight, and the font file that is put into the document; none where Word takes none. */
export interface WrittenFace {
  readonly face: Face;
  readonly bytes?: Uint8Array;
}

/**
 * The faces that the written runs name, each cut down to its characters; with `editable` also to the common ones, so that the
 * text can be changed on a machine without the fonts. Those with CFF outlines have no file: Word embeds TrueType only
 * (notEmbedded.ts says so in the run).
 */
export async function embeddedFaces(names: FontNames, editable: boolean): Promise<WrittenFace[]> {
  const common = editable ? Array.from(commonCharacters(), codePointOf) : [];
  const faces: WrittenFace[] = [];
  for (const face of names.fonts.faces) {
    const used = names.used.get(face);
    if (!used) continue;
    const characters = [...Array.from(used, codePointOf), ...common.filter((character) => face.has(character))];
    faces.push(face.hasTrueTypeOutlines ? { face, bytes: await cutDown(face, characters) } : { face });
  }
  return faces;
}

/** Characters that are joined or put upon each other need the tables that say how: harfbuzz cuts them down too. */
async function cutDown(face: Face, characters: readonly number[]): Promise<Uint8Array> {
  if (!characters.some((character) => isMark(character) || needsShaping(character)))
    return fontSubset(face, characters);
  const { default: subsetFont } = await import('subset-font');
  const text = String.fromCodePoint(...[...new Set(characters)].sort((one, other) => one - other));
  return subsetFont(face.bytes, text, { targetFormat: 'truetype', preserveNameIds: keptNames });
}

function codePointOf(character: string): number {
  return character.codePointAt(0) as number;
}
