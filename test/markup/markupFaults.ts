/** Faulty input, and its problems as `file:line[:column] code → hint in English`. Markup stands in `test.hbs`, CSS in `look.css`. */
export interface FaultCase {
  readonly name: string;
  readonly markup?: string;
  readonly css?: string;
  readonly problems: readonly string[];
}

const at = '<?at a/template.hbs:7?>';

export const markupFaults: readonly FaultCase[] = [
  {
    name: 'br left open',
    markup: '<p>一<br>二</p>',
    problems: ['test.hbs:1 markup-syntax → use <br/>'],
  },
  {
    name: 'text that is turned round',
    markup: '<p>一&#x202e;二</p>',
    problems: ['test.hbs:1 markup-character → delete the character'],
  },
  {
    name: 'col left open',
    markup: '<table><colgroup><col></colgroup></table>',
    problems: ['test.hbs:1 markup-syntax → use <col/>'],
  },
  {
    name: 'img left open',
    markup: '<figure><img src="chart:a" alt="b"></figure>',
    problems: ['test.hbs:1 markup-syntax → use <img/>'],
  },
  {
    name: 'figure that there is not',
    markup: `${at}<figure><img src="chart:a" alt="b"/></figure>`,
    problems: ['a/template.hbs:7 markup-figure → there is nothing to name here'],
  },
  {
    name: 'figure from elsewhere, without words',
    markup: '<p>一</p>\n<figure><img src="https://example.org/a.png"/></figure>',
    problems: [
      'test.hbs:2 markup-figure → write alt="…" with what the figure shows',
      'test.hbs:2 markup-figure → write src="chart:NAME"',
    ],
  },
  {
    name: 'figure without img',
    markup: '<figure></figure>',
    problems: ['test.hbs:1 markup-nesting → write <img src="chart:…" alt="…"/>'],
  },
  {
    name: 'img outside a figure',
    markup: '<p><img src="chart:a" alt="b"/></p>',
    problems: ['test.hbs:1 markup-nesting → <img> belongs in <figure>'],
  },
  {
    name: 'padding of a figure',
    markup: '<figure style="padding: 1pt"><img src="chart:a" alt="b"/></figure>',
    problems: [
      'test.hbs:1 css-property → use it on td, th',
      'test.hbs:1 markup-figure → there is nothing to name here',
    ],
  },
  { name: 'nbsp', markup: '<p>一&nbsp;二</p>', problems: ['test.hbs:1 markup-syntax → use &#160;'] },
  {
    name: 'another entity',
    markup: '<p>&copy;</p>',
    problems: ['test.hbs:1 markup-syntax → write the character itself'],
  },
  { name: 'bare ampersand', markup: '<p>甲 & 乙</p>', problems: ['test.hbs:1 markup-syntax → use &amp;'] },
  { name: 'bare less-than', markup: '<p>\n1 < 2</p>', problems: ['test.hbs:2 markup-syntax → use &lt;'] },
  {
    name: 'less-than in an attribute',
    markup: '<p class="a<b">x</p>',
    problems: ['test.hbs:1 markup-syntax → use &lt;'],
  },
  {
    name: 'unclosed element, at its template line',
    markup: `${at}<p><?at a/template.hbs:8?><span>一</p>`,
    problems: ['a/template.hbs:8 markup-syntax → add </span>'],
  },
  { name: 'unclosed at the end', markup: '<p>一', problems: ['test.hbs:1 markup-syntax → add </p>'] },
  {
    name: 'closing tag that closes nothing',
    markup: '<p>一</div></p>',
    problems: ['test.hbs:1 markup-syntax → remove </div> or open <div> before it'],
  },
  { name: 'unquoted attribute', markup: '<p class=x>一</p>', problems: ['test.hbs:1 markup-syntax → use class="…"'] },
  {
    name: 'attribute without value',
    markup: '<p class>一</p>',
    problems: ['test.hbs:1 markup-syntax → use class="…"'],
  },
  { name: 'repeated attribute', markup: '<p class="a" class="b"/>', problems: ['test.hbs:1 markup-syntax → '] },
  {
    name: 'control character',
    markup: '<p>\u0001</p>',
    problems: ['test.hbs:1 markup-syntax → remove this character from the data'],
  },
  { name: 'comment', markup: '<!-- 注 --><p>一</p>', problems: ['test.hbs:1 markup-syntax → use {{!-- --}}'] },
  { name: 'CDATA', markup: '<p><![CDATA[一]]></p>', problems: ['test.hbs:1 markup-syntax → use &lt; &gt; &amp;'] },
  { name: 'doctype', markup: '<!DOCTYPE html><p>一</p>', problems: ['test.hbs:1 markup-syntax → use <section>'] },
  {
    name: 'misspelt element',
    markup: `${at}<spam>一</spam>`,
    problems: ['a/template.hbs:7 markup-element → allowed: p, h1, h2, h3, table, figure, section'],
  },
  {
    name: 'misspelt element in its place',
    markup: '<p><spam>一</spam></p>',
    problems: ['test.hbs:1 markup-element → use span'],
  },
  {
    name: 'HTML by habit',
    markup: '<div><p><b>一</b></p></div>',
    problems: ['test.hbs:1 markup-element → use section', 'test.hbs:1 markup-element → use strong'],
  },
  {
    name: 'capital letters',
    markup: '<P>一</P>',
    problems: ['test.hbs:1 markup-element → use p'],
  },
  { name: 'unknown attribute', markup: '<p clas="x">一</p>', problems: ['test.hbs:1 markup-attribute → use class'] },
  {
    name: 'attribute that CSS says',
    markup: '<p align="center">一</p>',
    problems: ['test.hbs:1 markup-attribute → use style="text-align: …"'],
  },
  {
    name: 'span of nothing',
    markup: '<table><tr><td rowspan="0">一</td></tr></table>',
    problems: ['test.hbs:1 markup-attribute → leave covered cells out with {{#if}}'],
  },
  {
    name: 'span that is no number',
    markup: '<table><tr><td colspan="two">一</td></tr></table>',
    problems: ['test.hbs:1 markup-attribute → allowed: 1–1000'],
  },
  {
    name: 'scope',
    markup: '<table><tr><th scope="rows">一</th></tr></table>',
    problems: ['test.hbs:1 markup-attribute → use row'],
  },
  {
    name: 'text at the outermost level',
    markup: '一<p>二</p>',
    problems: ['test.hbs:1 markup-nesting → put it into <p>'],
  },
  {
    name: 'text in a row',
    markup: '<table><tr>一<td>二</td></tr></table>',
    problems: ['test.hbs:1 markup-nesting → put it into <td> or <th>'],
  },
  {
    name: 'cell outside a row',
    markup: '<table><td>一</td></table>',
    problems: ['test.hbs:1 markup-nesting → <td> belongs in <tr>'],
  },
  {
    name: 'nested table',
    markup: '<table><tr><td><table><tr><td>一</td></tr></table></td></tr></table>',
    problems: ['test.hbs:1 markup-nesting → tables do not nest: use merged cells'],
  },
  {
    name: 'text and blocks in a cell',
    markup: '<table><tr><td>一<p>二</p></td></tr></table>',
    problems: ['test.hbs:1 markup-nesting → put the text into <p> too'],
  },
  {
    name: 'parts out of order',
    markup: '<table><tr><td>一</td></tr><thead><tr><td>二</td></tr></thead></table>',
    problems: ['test.hbs:1 markup-nesting → order: at most one caption, colgroup and thead, then tbody or tr'],
  },
  {
    name: 'short row',
    markup: '<table>\n<tr><td>一</td><td>二</td></tr>\n<tr><td>三</td></tr></table>',
    problems: ['test.hbs:3 markup-grid → add cells for 1 more, or widen a colspan'],
  },
  {
    name: 'long row',
    markup: '<table><colgroup><col/></colgroup>\n<tr><td>一</td><td>二</td></tr></table>',
    problems: ['test.hbs:2 markup-grid → take away 1, or narrow a colspan or a rowspan above'],
  },
  {
    name: 'rowspan that leaves the head',
    markup: '<table><thead>\n<tr><td rowspan="2">一</td></tr></thead><tr><td>二</td></tr></table>',
    problems: ['test.hbs:2 markup-grid → make the rowspan smaller'],
  },
  {
    name: 'colspan over a cell from above',
    markup: '<table><tr><td>1</td><td rowspan="2">2</td><td>3</td></tr>\n<tr><td colspan="2">4</td></tr></table>',
    problems: ['test.hbs:2 markup-grid → narrow its colspan or split the cell'],
  },
  {
    name: 'table without rows',
    markup: '<table><caption>题</caption></table>',
    problems: ['test.hbs:1 markup-grid → leave the table out with {{#if}} when it has no content'],
  },
  {
    name: 'style attribute, at each template line that has it',
    markup: '<p style="font-size: 12px">一</p>\n<p style="font-size: 12px">二</p>',
    problems: ['test.hbs:1 css-unit → write 9pt', 'test.hbs:2 css-unit → write 9pt'],
  },
  {
    name: 'broken style attribute',
    markup: '<p style="color">一</p>',
    problems: ['test.hbs:1 css-syntax → write property: value;'],
  },
];
