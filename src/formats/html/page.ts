import type { Footer, FooterPart, PageStyle, Stamp } from '../../document/document.js';
import { cssString, rem, rounded } from './escape.js';
import { fontStack } from './stacks.js';

/**
 * A shade at an edge where a table can be scrolled on: white covers that scroll with the table hide fixed shades, except where
 * there is more to see. Wide enough for the narrow margin of a telephone, and visible in grey.
 */
const moreAtEdges = [
  'linear-gradient(to right,#fff 40%,transparent) left/2.5rem 100% local',
  'linear-gradient(to left,#fff 40%,transparent) right/2.5rem 100% local',
  'linear-gradient(to right,rgba(0,0,0,.35),transparent) left/1rem 100% scroll',
  'linear-gradient(to left,rgba(0,0,0,.35),transparent) right/1rem 100% scroll',
]
  .map((image) => image.replace(/ (local|scroll)$/, ' no-repeat $1'))
  .join(',');

/** The styles of every page. With sizes in rem and tables that scroll it is readable at 400 % and on a telephone. */
const base = `*{box-sizing:border-box}
body{margin:0;padding:1rem;color:#000;background:#fff;text-autospace:no-autospace;line-break:strict}
main section{margin:0 auto}
main section+section{margin-top:3rem}
h1,h2,h3,p{margin:0;white-space:pre-wrap;overflow-wrap:break-word}
p:empty{min-height:1.2em}
table{border-collapse:collapse}
th,td{border-color:#000;font-weight:normal;text-align:left}
.region{overflow-x:auto;background:${moreAtEdges}}
figure svg{vertical-align:top}
.region:focus-visible,a:focus-visible,summary:focus-visible{outline:3px solid #1a5fb4;outline-offset:2px}
main .new-page{margin-top:3rem}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:1rem;padding:.5rem 1rem;background:#fff;z-index:1}
.title{font-family:${fontStack('小标宋')};font-size:1.5rem;font-weight:normal;text-align:center;margin-bottom:1rem}
nav{margin:0 auto 1.5rem}
nav ul{margin:.5rem 0;padding:0;list-style:none}
nav li{padding:.25rem 0;overflow-wrap:break-word}
nav .level2{padding-left:1.5rem}
nav .level3{padding-left:3rem}
a{color:#0b57a4}
@media print{
body{padding:0}
.skip,nav,header{display:none}
main section{max-width:none;margin:0}
main section+section,main .new-page{break-before:page;margin-top:0}
.region{overflow:visible;background:none}
thead{display:table-header-group}
tr:not(.open){break-inside:avoid}
main section>h1,main section>h2,main section>h3{break-after:avoid}
th,td{-webkit-print-color-adjust:exact;print-color-adjust:exact}
}`;

/** The style sheet of a web page: the common styles, paper and margins of each section, and the classes in use. */
export function style(pages: readonly PageStyle[], looks: string): string {
  const widest = Math.max(0, ...pages.map(textWidth));
  const stamp = pages.find((page) => page.stamp)?.stamp;
  const all = [base, `nav{max-width:${rem(widest)}}`, stampRule(stamp), ...pages.flatMap(sectionRules), looks];
  return all.filter(Boolean).join('\n');
}

/** A fixed box is printed on every page; its word is not in the text. */
function stampRule(stamp: Stamp | undefined): string {
  if (!stamp) return '';
  const look = `font-family:${fontStack(stamp.role)};font-weight:bold;font-size:min(30vw,${rounded(stamp.size)}pt)`;
  const place = 'position:fixed;inset:0;display:flex;align-items:center;justify-content:center;pointer-events:none';
  return `body::after{content:${cssString(stamp.text)};${look};color:rgba(0,0,0,.12);transform:rotate(-50deg);${place}}`;
}

/** The class and page name of a section. */
export function sectionName(index: number): string {
  return `s${index + 1}`;
}

/** The width that text and tables of a section have, in points. */
export function textWidth({ width, margin }: PageStyle): number {
  return width - margin.left - margin.right;
}

function sectionRules(page: PageStyle, index: number): string[] {
  const name = sectionName(index);
  const { margin } = page;
  const size = `size:${rounded(page.width)}pt ${rounded(page.height)}pt`;
  const margins = [margin.top, margin.right, margin.bottom, margin.left].map((edge) => `${rounded(edge)}pt`).join(' ');
  return [
    `.${name}{page:${name};max-width:${rem(textWidth(page))}}`,
    `@page ${name}{${size};margin:${margins}${marginBoxes(page, 'right')}}`,
    // Odd pages are right-hand; where the number is outside, left-hand pages differ.
    ...(page.footer?.align === 'outside'
      ? [`@page ${name}:left{@bottom-right{content:none}${marginBox('bottom', page.footer, 'left')}}`]
      : []),
  ];
}

function marginBoxes({ header, footer }: PageStyle, outside: 'left' | 'right'): string {
  const boxes = [header && marginBox('top', header, outside), footer && marginBox('bottom', footer, outside)];
  return boxes.flatMap((box) => (box ? [`;${box}`] : [])).join('');
}

function marginBox(edge: 'top' | 'bottom', { parts, style: text, align }: Footer, outside: 'left' | 'right'): string {
  const look = `font-family:${fontStack(text.role)};font-size:${rounded(text.size)}pt`;
  const content = parts.map(footerPart).join(' ');
  return `@${edge}-${align === 'outside' ? outside : align}{content:${content};${look};font-weight:${text.bold ? 'bold' : 'normal'}}`;
}

function footerPart(part: FooterPart): string {
  switch (part.type) {
    case 'text':
      return cssString(part.text);
    case 'pageNumber':
      return 'counter(page)';
    case 'pageCount':
      return 'counter(pages)';
  }
}
