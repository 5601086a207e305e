import type { Document } from '../../document/document.js';
import { edit, type Parts, xml } from '../office/parts.js';

/**
 * Puts the word across each page into the heads of all sections, as Word's own watermarks are made: WordArt in VML (ECMA-376
 * part 4, §19.1.2.23), behind the text, in the middle of the page.
 */
export function withStamp(parts: Parts, document: Document): Parts {
  const stamp = document.sections.find(({ page }) => page.stamp)?.page.stamp;
  if (!stamp) return parts;
  const heads = Object.keys(parts).filter((path) => /^word\/header\d+\.xml$/.test(path));
  return heads.reduce((stamped, path, index) => {
    const shape = picture(stamp.text, stamp.size, index);
    return edit(stamped, path, (part) =>
      part.replace('</w:p>', `<w:r><w:rPr><w:noProof/></w:rPr>${shape}</w:r></w:p>`),
    );
  }, parts);
}

/** WordArt's plain text shape, as Word defines it in each file that uses it. */
const shapeType = [
  '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">',
  '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>',
  '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>',
  '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>',
  '<v:f eqn="sum @6 0 @5"/></v:formulas>',
  '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>',
  '<v:textpath on="t" fitshape="t"/></v:shapetype>',
].join('');

function picture(text: string, size: number, index: number): string {
  const box = `width:${Math.round([...text].length * size)}pt;height:${Math.round(size)}pt`;
  const place = [
    'position:absolute;margin-left:0;margin-top:0',
    box,
    'rotation:310;z-index:-251658752;mso-wrap-edited:f',
    'mso-position-horizontal:center;mso-position-horizontal-relative:page',
    'mso-position-vertical:center;mso-position-vertical-relative:page',
  ].join(';');
  const said = xml(text);
  return [
    `<w:pict>${shapeType}<v:shape id="draft${index + 1}" o:spid="_x0000_s${2049 + index}" type="#_x0000_t136" alt="${said}"`,
    ` style="${place}" o:allowincell="f" fillcolor="#d9d9d9" stroked="f">`,
    `<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="${said}"/></v:shape></w:pict>`,
  ].join('');
}
