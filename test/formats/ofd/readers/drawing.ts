import type { Node } from '../package.js';
import { child, numbers, Ofd, openedFont, type Parts, placesOf } from '../package.js';

/** Pages of an OFD as SVG, in millimetres: every glyph by its outline in the embedded subset, every path by its data. */
export function drawings(parts: Parts): string[] {
  const ofd = new Ofd(parts);
  const fonts = new Map(ofd.fonts.map(({ id, file }) => [id, openedFont(file)]));
  return ofd.pages.map(({ content }) => {
    const [width, height] = ofd.sizeOf(content);
    const shapes = ofd.objectsOf(content).map((object) => {
      const font = fonts.get(object.attributes.Font ?? '');
      return font ? glyphs(object, font) : path(object);
    });
    const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
    return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><rect width="100%" height="100%" fill="#fff"/>${shapes.join('')}</svg>`;
  });
}

function color(node: Node | undefined, otherwise: string): string {
  return node ? `rgb(${(node.attributes.Value ?? '').split(' ').join()})` : otherwise;
}

function glyphs(object: Node, font: ReturnType<typeof openedFont>): string {
  const { places, baseline, glyphs: own } = placesOf(object);
  const scale = Number(object.attributes.Size) / font.unitsPerEm;
  const outlines = own.map((glyph, index) => {
    const d = font.getGlyph(glyph).path.toSVG();
    return d === '' ? '' : `<path transform="matrix(${scale} 0 0 ${-scale} ${places[index]} ${baseline})" d="${d}"/>`;
  });
  return `<g fill="${color(child(object, 'FillColor'), '#000')}">${outlines.join('')}</g>`;
}

function path(object: Node): string {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const { LineWidth = '0.353', DashPattern, Stroke, Fill } = object.attributes;
  const letters: Readonly<Record<string, string>> = { B: 'C', C: 'Z' };
  const data = (child(object, 'AbbreviatedData')?.text ?? '').replace(/[BC]/g, (letter) => letters[letter] as string);
  const stroke =
    Stroke === 'false'
      ? ''
      : ` stroke="${color(child(object, 'StrokeColor'), '#000')}" stroke-width="${LineWidth}"${DashPattern ? ` stroke-dasharray="${DashPattern}"` : ''}`;
  const fill = Fill === 'true' ? color(child(object, 'FillColor'), 'none') : 'none';
  return `<path transform="translate(${left} ${top})" fill="${fill}"${stroke} d="${data}"/>`;
}
