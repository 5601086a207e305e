import type { Node } from './package.js';

/**
 * The elements of the files of a package, as the schemas of GB/T 33190-2016, annex A, have them (read in zc310/ofd,
 * internal/schema/xsd): the attributes, with ! those that must be there, and the order of children as a pattern of their names.
 */
interface Shape {
  readonly attributes?: string;
  /** Each name with a blank behind it. */
  readonly children?: RegExp;
  /** Whether it holds text. */
  readonly text?: RegExp;
}

const graphic =
  'ID! Boundary! Name Visible CTM DrawParam LineWidth Cap Join MiterLimit DashOffset DashPattern Alpha Actions Clips';
const number = /^-?\d+(?:\.\d+)?$/;
const id = /^[1-9]\d*$/;
const anything = /^[\s\S]*$/;

export const shapes: Readonly<Record<string, Shape>> = {
  // A.1 OFD.xsd
  OFD: { attributes: 'Version! DocType!', children: /^(?:DocBody )+$/ },
  DocBody: { children: /^DocInfo DocRoot (?:Versions )?(?:Signatures )?$/ },
  DocInfo: {
    children:
      /^DocID (?:Title )?(?:Author )?(?:Subject )?(?:Abstract )?(?:CreationDate )?(?:ModDate )?(?:DocUsage )?(?:Cover )?(?:Keywords )?(?:Creator )?(?:CreatorVersion )?(?:CustomDatas )?$/,
  },
  DocID: { text: /^[0-9a-f]{32}$/ },
  Title: { text: anything },
  Author: { text: anything },
  Subject: { text: anything },
  CreationDate: { text: /^\d{4}-\d\d-\d\d$/ },
  Creator: { text: anything },
  CustomDatas: { children: /^(?:CustomData )+$/ },
  CustomData: { attributes: 'Name!', text: anything },
  DocRoot: { text: /\S/ },
  // A.2 Document.xsd, A.4 Definitions.xsd
  Document: {
    children:
      /^CommonData Pages (?:Outlines )?(?:Permissions )?(?:Actions )?(?:VPreferences )?(?:Bookmarks )?(?:Annotations )?(?:CustomTags )?(?:Attachments )?(?:Extensions )?$/,
  },
  CommonData: { children: /^MaxUnitID PageArea (?:PublicRes )*(?:DocumentRes )*(?:TemplatePage )*(?:DefaultCS )?$/ },
  MaxUnitID: { text: id },
  PageArea: { children: /^PhysicalBox (?:ApplicationBox )?(?:ContentBox )?(?:BleedBox )?$/ },
  PhysicalBox: { text: /^0 0 [\d.]+ [\d.]+$/ },
  PublicRes: { text: /\S/ },
  Pages: { children: /^(?:Page )+$/ },
  Outlines: { children: /^(?:OutlineElem )+$/ },
  OutlineElem: { attributes: 'Title! Count Expanded', children: /^(?:Actions )?(?:OutlineElem )*$/ },
  Actions: { children: /^(?:Action )+$/ },
  Action: { attributes: 'Event!', children: /^(?:Region )?(?:Goto|URI|GotoA|Sound|Movie) $/ },
  Goto: { children: /^(?:Dest|Bookmark) $/ },
  Dest: { attributes: 'Type! PageID! Left Top Right Bottom Zoom' },
  // A.3 Page.xsd; a page in the list of the document has its own attributes
  Page: {
    attributes: 'ID BaseLoc',
    children: /^(?:Template )*(?:PageRes )*(?:Area )?(?:Content )?(?:Actions )?$/,
  },
  Area: { children: /^PhysicalBox (?:ApplicationBox )?(?:ContentBox )?(?:BleedBox )?$/ },
  Content: { children: /^(?:Layer )+$/ },
  Layer: {
    attributes: 'ID! Type DrawParam',
    children: /^(?:(?:TextObject|PathObject|ImageObject|CompositeObject|PageBlock) )*$/,
  },
  TextObject: {
    attributes: `${graphic} Font! Size! Stroke Fill HScale ReadDirection CharDirection Weight Italic`,
    children: /^(?:Actions )?(?:Clips )?(?:FillColor )?(?:StrokeColor )?(?:(?:CGTransform )*TextCode )+$/,
  },
  CGTransform: { attributes: 'CodePosition! CodeCount GlyphCount', children: /^(?:Glyphs )?$/ },
  Glyphs: { text: /^\d+(?: \d+)*$/ },
  TextCode: { attributes: 'X Y DeltaX DeltaY', text: /\S/ },
  PathObject: {
    attributes: `${graphic} Stroke Fill Rule`,
    children: /^(?:Actions )?(?:Clips )?(?:StrokeColor )?(?:FillColor )?AbbreviatedData $/,
  },
  AbbreviatedData: { text: /\S/ },
  FillColor: { attributes: 'Value Index ColorSpace Alpha' },
  StrokeColor: { attributes: 'Value Index ColorSpace Alpha' },
  // Res.xsd
  Res: {
    attributes: 'BaseLoc!',
    children: /^(?:(?:ColorSpaces|DrawParams|Fonts|MultiMedias|CompositeGraphicUnits) )*$/,
  },
  Fonts: { children: /^(?:Font )+$/ },
  Font: { attributes: 'ID! FontName! FamilyName Charset Italic Bold Serif FixedWidth', children: /^(?:FontFile )?$/ },
  FontFile: { text: /\S/ },
  // A.9 CustomTags.xsd, Attachments.xsd
  CustomTags: { children: /^(?:CustomTag )*$/, text: anything },
  CustomTag: { attributes: 'NameSpace!', children: /^(?:SchemaLoc )?FileLoc $/ },
  FileLoc: { text: /\S/ },
  Attachments: { children: /^(?:Attachment )*$/, text: anything },
  Attachment: { attributes: 'ID! Name! Format CreationDate ModDate Size Visible Usage', children: /^FileLoc $/ },
};

/** Attributes whose values have one form wherever they are. */
const values: Readonly<Record<string, RegExp>> = {
  ID: /^(?:[1-9]\d*|[A-Za-z_][\w.-]*)$/,
  Boundary: /^-?[\d.]+ -?[\d.]+ [\d.]+ [\d.]+$/,
  Size: number,
  X: number,
  Y: number,
  Left: number,
  Top: number,
  LineWidth: number,
  Font: id,
  PageID: id,
  DeltaX: /^(?:(?:g \d+ )?-?[\d.]+(?: |$))+$/,
  DashPattern: /^[\d.]+ [\d.]+$/,
  Value: /^\d{1,3} \d{1,3} \d{1,3}$/,
  Type: /^(?:XYZ|Fit|FitH|FitV|FitR|Body|Background|Foreground|Custom)$/,
  Event: /^(?:DO|PO|CLICK)$/,
  Bold: /^(?:true|false)$/,
  Stroke: /^(?:true|false)$/,
  Fill: /^(?:true|false)$/,
  CodePosition: /^\d+$/,
  CodeCount: /^[1-9]\d*$/,
  GlyphCount: /^[1-9]\d*$/,
  Version: /^1\.\d$/,
};

/** What in an element is not as its schema has it. */
export function* misshapen(node: Node): Generator<string> {
  // The list of files that the document root refers to has the name of the reference.
  const isReference = node.children.length === 0 && node.text.trim() !== '';
  const shape = shapes[node.name];
  if (!shape) {
    yield `no element ${node.name}`;
    return;
  }
  const allowed = (shape.attributes ?? '').split(' ').filter(Boolean);
  for (const [name, value] of Object.entries(node.attributes)) {
    if (!allowed.some((each) => each.replace('!', '') === name)) yield `${node.name} has ${name}`;
    if (values[name]?.test(value) === false) yield `${node.name} ${name}="${value}"`;
  }
  for (const name of allowed.filter((each) => each.endsWith('!'))) {
    if (node.attributes[name.slice(0, -1)] === undefined) yield `${node.name} lacks ${name.slice(0, -1)}`;
  }
  const names = node.children.map(({ name }) => `${name} `).join('');
  if (!isReference && !(shape.children ?? (shape.text ? /^$/ : /^$/)).test(names)) yield `${node.name}: ${names}`;
  if (!(shape.text ?? /^\s*$/).test(node.text)) yield `${node.name}: “${node.text}”`;
  for (const child of node.children) yield* misshapen(child);
}
