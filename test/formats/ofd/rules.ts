import type { Font } from 'fontkit';
import { child, children, everyNode, located, type Node, numbers, type Ofd, openedFont, placesOf } from './package.js';
import { misshapen, shapes } from './schema.js';

/**
 * The rules of OFD (GB/T 33190-2016) and of OFD for archives (GB/T 42133-2022), as far as public sources carry them: the schemas of
 * annex A in zc310/ofd (internal/schema/xsd); clauses and tables in the documentation of ofdrw-core; the table of clauses of
 * GB/T 42133-2022 in the README of ofdrw-archive. A rule finds what in a file breaks it.
 */
export interface Rule {
  readonly clause: string;
  readonly says: string;
  readonly breaks: (ofd: Ofd) => Iterable<string>;
}

const ofdSpace = 'http://www.ofdspec.org/2016';
const isOurTags = (path: string): boolean => path.endsWith('/Structure.xml');
const texts = (content: Node): Node[] => [...everyNode(content)].filter(({ name }) => name === 'TextObject');
const paths = (content: Node): Node[] => [...everyNode(content)].filter(({ name }) => name === 'PathObject');
const all = (ofd: Ofd): [path: string, node: Node][] =>
  [...ofd.xmlFiles()].flatMap(([path, root]) => [...everyNode(root)].map((node): [string, Node] => [path, node]));
const named = (ofd: Ofd, ...names: readonly string[]): string[] =>
  all(ofd).flatMap(([path, { name }]) => (names.includes(name) ? [`${path}: ${name}`] : []));
const opened = (ofd: Ofd): Map<string, Font> => new Map(ofd.fonts.map(({ id, file }) => [id, openedFont(file)]));

/** Objects, pages, layers and fonts with their numbers (ST_ID). */
function* identified(ofd: Ofd): Generator<string> {
  for (const [path, { name, attributes }] of all(ofd)) {
    if (attributes.ID !== undefined && name !== 'Attachment' && !isOurTags(path)) yield attributes.ID;
  }
}

/** The points of a path in millimetres on the page, and whether its commands have as many numbers as they take. */
function pathPoints(object: Node): { points: [number, number][]; isWhole: boolean } {
  const [left = 0, top = 0] = numbers(object.attributes.Boundary);
  const takes: Record<string, number> = { S: 2, M: 2, L: 2, Q: 4, B: 6, C: 0 };
  const points: [number, number][] = [];
  const steps = (child(object, 'AbbreviatedData')?.text ?? '').split(/ (?=[A-Z])/);
  let isWhole = /^[SM] /.test(steps[0] ?? '');
  for (const step of steps) {
    const [command = '', ...rest] = step.split(' ');
    if (rest.length !== takes[command] || rest.some((each) => !Number.isFinite(Number(each)))) isWhole = false;
    for (let at = 0; at + 1 < rest.length; at += 2) points.push([left + Number(rest[at]), top + Number(rest[at + 1])]);
  }
  return { points, isWhole };
}

const tolerance = 0.002;
const outside = ([x, y]: readonly [number, number], [left = 0, top = 0, width = 0, height = 0]: readonly number[]) =>
  x < left - tolerance || y < top - tolerance || x > left + width + tolerance || y > top + height + tolerance;

/** The corners of the ink of each glyph of a text object, in millimetres on the page. */
function inkCorners(object: Node, font: Font): [number, number][] {
  const { text, places, baseline, glyphs } = placesOf(object);
  const scale = Number(object.attributes.Size) / font.unitsPerEm;
  return glyphs.flatMap((glyph, index): [number, number][] => {
    const { bbox } = font.getGlyph(glyph).path;
    if ((text[index] ?? '').trim() === '' || bbox.minX > bbox.maxX) return [];
    const x = places[index] as number;
    return [
      [x + bbox.minX * scale, baseline - bbox.maxY * scale],
      [x + bbox.maxX * scale, baseline - bbox.minY * scale],
    ];
  });
}

const format: readonly Rule[] = [
  {
    clause: 'GB/T 33190-2016 §7.1',
    says: 'all elements are of one namespace, with the prefix ofd; attributes have none',
    *breaks(ofd) {
      for (const [path, { uri, prefix, name, attributes }] of all(ofd)) {
        const isOwn = isOurTags(path) && name !== 'ObjectRef';
        if (!isOwn && (uri !== ofdSpace || prefix !== 'ofd')) yield `${path}: ${prefix}:${name}`;
        if (Object.keys(attributes).some((attribute) => attribute.includes('{'))) yield `${path}: ${name}`;
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 annex A',
    says: 'elements have the attributes and children of their schema, in its order',
    *breaks(ofd) {
      for (const [path, root] of ofd.xmlFiles()) {
        if (!isOurTags(path)) for (const wrong of misshapen(root)) yield `${path}: ${wrong}`;
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 table 2, ST_ID',
    says: 'a number is one object’s only, and not 0',
    *breaks(ofd) {
      const seen = new Set<string>();
      for (const id of identified(ofd)) {
        if (seen.has(id) || !/^[1-9]\d*$/.test(id)) yield id;
        seen.add(id);
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §7.5, MaxUnitID',
    says: 'MaxUnitID is the largest number of an object',
    *breaks(ofd) {
      const said = Number(child(child(ofd.document, 'CommonData'), 'MaxUnitID')?.text);
      const largest = Math.max(...[...identified(ofd)].map(Number));
      if (said !== largest) yield `${said}, not ${largest}`;
    },
  },
  {
    clause: 'GB/T 33190-2016 table 2, ST_Loc',
    says: 'each path leads to a file of the package',
    *breaks(ofd) {
      for (const [path, { name, text, attributes }] of all(ofd)) {
        const isLocation = /^(?:DocRoot|PublicRes|DocumentRes|FileLoc|SchemaLoc)$/.test(name);
        const isList = (name === 'CustomTags' || name === 'Attachments') && text.trim() !== '';
        const to = isLocation || isList ? text : name === 'Page' ? attributes.BaseLoc : undefined;
        if (to !== undefined && !ofd.parts[located(path, to)]) yield `${path}: ${to}`;
      }
      for (const { id, file } of ofd.fonts) if (file.length === 0) yield `font ${id}`;
    },
  },
  {
    clause: 'GB/T 33190-2016 table 2, ST_RefID',
    says: 'a text refers to a font of the resources',
    *breaks(ofd) {
      const fonts = new Set(ofd.fonts.map(({ id }) => id));
      for (const { content, path } of ofd.pages) {
        for (const { attributes } of texts(content))
          if (!fonts.has(attributes.Font ?? '')) yield `${path}: ${attributes.ID}`;
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §7.8',
    says: 'the outline goes to places on pages of the document',
    *breaks(ofd) {
      const pages = new Map(ofd.pages.map(({ id, content }) => [id, ofd.sizeOf(content)]));
      for (const { name, attributes } of everyNode(ofd.document)) {
        if (name !== 'Dest') continue;
        const [width, height] = pages.get(attributes.PageID ?? '') ?? [-1, -1];
        if (!(Number(attributes.Left) <= width && Number(attributes.Top) <= height)) yield JSON.stringify(attributes);
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §8.5, table 34',
    says: 'a boundary, beyond which an object is cut off, holds all that the object draws, and is on the page',
    *breaks(ofd) {
      const fonts = opened(ofd);
      for (const { content, path } of ofd.pages) {
        const page = [0, 0, ...ofd.sizeOf(content)];
        for (const object of ofd.objectsOf(content)) {
          const box = numbers(object.attributes.Boundary);
          const font = fonts.get(object.attributes.Font ?? '');
          const corners = font && object.name === 'TextObject' ? inkCorners(object, font) : pathPoints(object).points;
          const half = Number(object.attributes.LineWidth ?? 0) / 2;
          const drawn = corners.flatMap(([x, y]): [number, number][] => [
            [x - (isAcross(object) ? 0 : half), y - half],
            [x + (isAcross(object) ? 0 : half), y + half],
          ]);
          if (drawn.some((corner) => outside(corner, box)) || corners.some((corner) => outside(corner, page)))
            yield `${path}: ${object.name} ${object.attributes.ID}`;
        }
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §9.1, table 36',
    says: 'a path begins with a point, and each step has its numbers',
    *breaks(ofd) {
      for (const { content, path } of ofd.pages) {
        for (const object of paths(content)) if (!pathPoints(object).isWhole) yield `${path}: ${object.attributes.ID}`;
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §11.1, table 44',
    says: 'an embedded font file is OpenType, and has the name that is said',
    *breaks(ofd) {
      for (const { node, file } of ofd.fonts) {
        const kind = Buffer.from(file).toString('latin1', 0, 4);
        if (kind !== '\0\x01\0\0' && kind !== 'OTTO') yield node.attributes.FontName ?? '';
        else if (openedFont(file).postscriptName !== node.attributes.FontName) yield node.attributes.FontName ?? '';
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §11.3, table 46',
    says: 'a text has a place, and a distance for each character but the first',
    *breaks(ofd) {
      for (const { content, path } of ofd.pages) {
        for (const object of texts(content)) {
          const { text, places, baseline } = placesOf(object);
          const isPlaced = Number.isFinite(baseline) && places.every(Number.isFinite);
          if (!isPlaced || places.length !== Array.from(text).length) yield `${path}: ${object.attributes.ID}`;
        }
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §11.4.1, table 48',
    says: 'a transform has glyphs of the font for characters that the text has',
    *breaks(ofd) {
      const fonts = opened(ofd);
      for (const { content, path } of ofd.pages) {
        for (const object of texts(content)) {
          const { text, glyphs } = placesOf(object);
          const { CodePosition, CodeCount = '1', GlyphCount = '1' } = child(object, 'CGTransform')?.attributes ?? {};
          const most = fonts.get(object.attributes.Font ?? '')?.numGlyphs ?? 0;
          const isWhole = Number(CodePosition) + Number(CodeCount) === Array.from(text).length;
          const fits = Number(GlyphCount) === glyphs.length && glyphs.every((glyph) => glyph > 0 && glyph < most);
          if (!isWhole || !fits) yield `${path}: ${object.attributes.ID}`;
        }
      }
    },
  },
  {
    clause: 'GB/T 33190-2016 §16',
    says: 'tags refer to objects of the page that they name, and to each at most once',
    *breaks(ofd) {
      const there = new Set(
        ofd.pages.flatMap(({ id, content }) =>
          ofd.objectsOf(content).map(({ attributes }) => `${id} ${attributes.ID}`),
        ),
      );
      for (const [path, { name, text, attributes }] of all(ofd)) {
        if (name !== 'ObjectRef') continue;
        if (!there.delete(`${attributes.PageRef} ${text}`)) yield `${path}: ${attributes.PageRef} ${text}`;
      }
    },
  },
];

/** Whether all lines of a path are level or upright, as borders are: they end at their points. */
function isAcross(object: Node): boolean {
  return (
    object.name === 'PathObject' &&
    !object.attributes.Fill &&
    !/[QBC]/.test(child(object, 'AbbreviatedData')?.text ?? '')
  );
}

/** Tables that a subset keeps (GB/T 42133-2022 §6.2.6 c). */
const keptTables = ['cmap', 'loca', 'glyf', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'OS/2', 'post'];

const archive: readonly Rule[] = [
  {
    clause: 'GB/T 42133-2022 §6.1, §6.2.1 e',
    says: 'there is no file that the entrance does not lead to, and no resource outside',
    *breaks(ofd) {
      const reached = new Set(['OFD.xml', ofd.path, ...ofd.pages.map(({ path }) => path)]);
      for (const [path, { name, text, attributes }] of all(ofd)) {
        if (/^(?:PublicRes|FileLoc|CustomTags|Attachments)$/.test(name) && text.trim())
          reached.add(located(path, text));
        if (name === 'FontFile') reached.add(located(path, `${ofd.xml(path).attributes.BaseLoc}/${text}`));
        if (/:\/\//.test(`${text} ${attributes.BaseLoc ?? ''}`) && /Loc$|Res$|File$/.test(name))
          yield `${path}: ${text}`;
      }
      for (const path of Object.keys(ofd.parts)) if (!reached.has(path)) yield path;
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.1 a',
    says: 'DocType is OFD-A',
    *breaks(ofd) {
      if (ofd.entrance.attributes.DocType !== 'OFD-A') yield String(ofd.entrance.attributes.DocType);
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.1 b',
    says: 'what it is about stands under names of DA/T 46-2009 (§5.5.1, §5.5.11, §5.5.12)',
    *breaks(ofd) {
      const info = child(child(ofd.entrance, 'DocBody'), 'DocInfo');
      const custom = children(child(info, 'CustomDatas'), 'CustomData');
      const of = (name: string) => custom.find(({ attributes }) => attributes.Name === name)?.text;
      if (of('题名') !== child(info, 'Title')?.text) yield '题名';
      if (of('责任者') !== child(info, 'Author')?.text) yield '责任者';
      if (of('日期') !== child(info, 'CreationDate')?.text) yield '日期';
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.1 c',
    says: 'there is one document',
    *breaks(ofd) {
      if (children(ofd.entrance, 'DocBody').length !== 1) yield 'DocBody';
    },
  },
  { clause: 'GB/T 42133-2022 §6.2.2 a', says: 'no permissions', breaks: (ofd) => named(ofd, 'Permissions') },
  {
    clause: 'GB/T 42133-2022 §6.2.2 b',
    says: 'no preferences of the view',
    breaks: (ofd) => named(ofd, 'VPreferences'),
  },
  {
    clause: 'GB/T 42133-2022 §6.2.2 c, §6.2.3 c, §6.2.5 a, §6.9',
    says: 'no action but Goto',
    breaks: (ofd) => named(ofd, 'URI', 'GotoA', 'Sound', 'Movie'),
  },
  {
    clause: 'GB/T 42133-2022 §6.2.2 e, §6.12',
    says: 'no extensions',
    breaks: (ofd) => [...named(ofd, 'Extensions'), ...Object.keys(ofd.parts).filter((path) => /Extens/i.test(path))],
  },
  {
    clause: 'GB/T 42133-2022 §6.2.3 a, b',
    says: 'a page says its size only where it is not the document’s',
    *breaks(ofd) {
      const usual = child(child(child(ofd.document, 'CommonData'), 'PageArea'), 'PhysicalBox')?.text;
      for (const { content, path } of ofd.pages) {
        const own = child(child(content, 'Area'), 'PhysicalBox')?.text;
        if (own === usual) yield path;
      }
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.3 d, e, §6.2.4 a',
    says: 'layers are body or background and can be told apart; no blocks in them',
    *breaks(ofd) {
      yield* named(ofd, 'PageBlock');
      for (const { content, path } of ofd.pages) {
        const types = children(child(content, 'Content'), 'Layer').map(({ attributes }) => attributes.Type);
        if (new Set(types).size !== types.length || types.some((type) => type !== 'Body' && type !== 'Background'))
          yield path;
      }
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.5 b',
    says: 'each place that the outline goes to is there',
    *breaks(ofd) {
      const pages = new Set(ofd.pages.map(({ id }) => id));
      for (const { name, attributes } of everyNode(ofd.document)) {
        if (name === 'Dest' && !pages.has(attributes.PageID ?? '')) yield String(attributes.PageID);
      }
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.6 a, b',
    says: 'fonts are embedded, in the public resources; nothing else is there',
    *breaks(ofd) {
      for (const [path, { name, children: own }] of all(ofd)) {
        if (name === 'Font' && !own.some((each) => each.name === 'FontFile')) yield path;
        if (name === 'Font' && !path.endsWith('PublicRes.xml')) yield path;
      }
      yield* named(ofd, 'MultiMedias', 'DrawParams', 'CompositeGraphicUnits');
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.6 c',
    says: 'subsets keep the tables that programs draw by',
    *breaks(ofd) {
      for (const { id, file } of ofd.fonts) {
        const view = Buffer.from(file);
        const tags = Array.from({ length: view.readUInt16BE(4) }, (_, at) =>
          view.toString('latin1', 12 + at * 16, 16 + at * 16),
        );
        for (const table of keptTables) if (!tags.includes(table)) yield `${id}: ${table}`;
      }
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.2.6 e, f, g, §6.5, §6.7, §6.8',
    says: 'no images, sounds, films or composite objects',
    breaks: (ofd) => named(ofd, 'ImageObject', 'MultiMedia', 'CompositeObject', 'VideoObject'),
  },
  {
    clause: 'GB/T 42133-2022 §6.3.1',
    says: 'colours are of the default colour space, RGB',
    breaks: (ofd) => [
      ...named(ofd, 'ColorSpace', 'Pattern', 'AxialShd', 'RadialShd'),
      ...all(ofd).flatMap(([path, { attributes }]) => (attributes.ColorSpace ? [path] : [])),
    ],
  },
  { clause: 'GB/T 42133-2022 §6.3.2', says: 'nothing is clipped', breaks: (ofd) => named(ofd, 'Clips', 'Clip') },
  {
    clause: 'GB/T 42133-2022 §6.3.3 b',
    says: 'objects of pages have no actions',
    breaks: (ofd) =>
      ofd.pages.flatMap(({ content, path }) =>
        [...everyNode(content)].flatMap(({ name }) => (name === 'Actions' ? [path] : [])),
      ),
  },
  {
    clause: 'GB/T 42133-2022 §6.3.3 c',
    says: 'what is not stroked says nothing of strokes',
    *breaks(ofd) {
      for (const { content, path } of ofd.pages) {
        for (const object of [...texts(content), ...paths(content)]) {
          const isStroked = object.attributes.Stroke !== 'false' && object.name === 'PathObject';
          const says = Object.keys(object.attributes).some((name) => /^(?:LineWidth|Cap|Join|Miter|Dash)/.test(name));
          if (!isStroked && (says || child(object, 'StrokeColor'))) yield `${path}: ${object.attributes.ID}`;
        }
      }
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.6 a',
    says: 'an object is of one line: neighbours of one face, size and colour on it are one object',
    *breaks(ofd) {
      for (const { content, path } of ofd.pages) {
        let before: Node | undefined;
        for (const object of texts(content)) {
          const [one, other] = [before, object].map((each) => each && placesOf(each));
          const isSame =
            before &&
            one?.baseline === other?.baseline &&
            (['Font', 'Size'] as const).every((name) => before?.attributes[name] === object.attributes[name]) &&
            child(before, 'FillColor')?.attributes.Value === child(object, 'FillColor')?.attributes.Value;
          const gap = (other?.places[0] ?? 0) - (one?.places.at(-1) ?? 0);
          const isSingle = [one, other].some((each) => each?.glyphs.length === 1);
          if (isSame && !isSingle && gap >= 0 && gap <= Number(object.attributes.Size) * 1.01)
            yield `${path}: ${object.attributes.ID}`;
          if (child(object, 'TextCode')?.attributes.DeltaY) yield `${path}: ${object.attributes.ID}`;
          before = object;
        }
      }
    },
  },
  {
    clause: 'GB/T 42133-2022 §6.6 c, d',
    says: 'the size of a text is said by Size alone',
    *breaks(ofd) {
      for (const { content, path } of ofd.pages) {
        for (const { attributes } of texts(content)) {
          if (!(Number(attributes.Size) > 0) || attributes.CTM || attributes.HScale) yield `${path}: ${attributes.ID}`;
        }
      }
    },
  },
  { clause: 'GB/T 42133-2022 §6.10', says: 'no annotations', breaks: (ofd) => named(ofd, 'Annotations', 'Annot') },
  {
    clause: 'GB/T 42133-2022 §6.13',
    says: 'no signatures and no seals',
    breaks: (ofd) => [...named(ofd, 'Signatures'), ...Object.keys(ofd.parts).filter((path) => /Sign/.test(path))],
  },
  {
    clause: 'GB/T 42133-2022 §6.15.1 a',
    says: 'attachments are text',
    *breaks(ofd) {
      for (const [path, { name, attributes, children: own }] of all(ofd)) {
        if (name !== 'Attachment') continue;
        if (attributes.Format !== 'TXT' && attributes.Format !== 'XML') yield `${path}: ${attributes.Format}`;
        const bytes = ofd.parts[located(path, own[0]?.text ?? '')] ?? new Uint8Array([0xff]);
        try {
          new TextDecoder('utf-8', { fatal: true }).decode(bytes);
        } catch {
          yield `${path}: ${attributes.Name}`;
        }
      }
    },
  },
];

export const rules: readonly Rule[] = [...format, ...archive];
export const elementNames = Object.keys(shapes);
