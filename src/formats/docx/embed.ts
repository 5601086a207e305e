import subsetFont from 'subset-font';
import type { Face } from '../../fonts/face.js';
import type { Shelf } from '../../kept/kept.js';
import { commonCharacters } from './characters.js';
import type { FontNames } from './names.js';

/** A face that runs name by its family and weight, and the font file that is put into the document; none where Word takes none. */
export interface WrittenFace {
  readonly face: Face;
  readonly bytes?: Uint8Array;
}

/** Names, licence and its address stay in the file; without the family's names Word does not find it. */
const nameIds = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17];

/**
 * The faces that the written runs name, each cut down by harfbuzz to its characters; with `editable` also to the common ones,
 * so that the text can be changed on a machine without the fonts. Those with CFF outlines have no file: Word embeds TrueType only
 * (notEmbedded.ts says so in the run).
 */
export async function embeddedFaces(
  names: FontNames,
  editable: boolean,
  known: Shelf<Uint8Array>,
): Promise<WrittenFace[]> {
  const common = editable ? [...commonCharacters()] : [];
  const faces: WrittenFace[] = [];
  for (const face of names.fonts.faces) {
    const used = names.used.get(face);
    if (!used) continue;
    if (!face.hasTrueTypeOutlines) {
      faces.push({ face });
      continue;
    }
    const extra = common.filter((character) => face.has(character.codePointAt(0) as number));
    const text = [...new Set([...used, ...extra])].sort().join('');
    const key = `${face.postscriptName} ${text}`;
    const bytes =
      known.get(key) ??
      (await subsetFont(await face.whole(), text, { targetFormat: 'truetype', preserveNameIds: nameIds }));
    known.put(key, bytes);
    faces.push({ face, bytes });
  }
  return faces;
}
