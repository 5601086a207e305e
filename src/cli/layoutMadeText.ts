import { join } from 'node:path';
import type { MadeLayout } from '../publish/layoutFromFile.js';
import { listed, placeWords, short } from './importText.js';
import { ownLayouts } from './options.js';
import type { Words } from './words.js';

/** What was made of a file, and what its user has to look at before it is published. */
export function layoutMadeText(made: MadeLayout, folder: string, out: string, text: Words): string {
  const words = text.madeFrom;
  const lines = (what: MadeLayout['looks'][number]['what']): string[] =>
    made.looks
      .filter((look) => look.what === what)
      .map(({ place, text: piece }) => `${placeWords(place, text.language)}  ${short(piece)}`);
  const differences = made.differences.map(({ place, text: piece, isExtra }) =>
    isExtra ? `${words.extra}  ${short(piece)}` : `${place ? placeWords(place, text.language) : ''}  ${short(piece)}`,
  );
  return [
    words.made(folder, join(folder, 'specimen.json'), out === ownLayouts ? '' : ` --layouts ${out}`),
    ...listed(words.kept, lines('kept'), text.import.more),
    ...listed(words.place, lines('place'), text.import.more),
    ...listed(words.emptied, lines('emptied'), text.import.more),
    ...listed(words.lost, lines('lost'), text.import.more),
    ...listed(words.differences, differences, text.import.more),
  ].join('\n');
}
