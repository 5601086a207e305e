/** A field of a report, whoever has it and whichever of several like it it is: the names of all steps without the numbers of members. */
export class FieldName {
  readonly #inner = new Map<string, FieldName>();
  readonly name: string;

  constructor(name: string) {
    this.name = name
      .replace(/^\/units\/projects(?=\/)|^\/department\/overall(?=\/)/, '/owner')
      .replace(/^(\/owner\/indicators)(?:\/places|\/history)?\/\w*[tT]arget(?=\/)/, '$1/target');
  }

  /** What it has inside, by name; a member of a list is the list's field. */
  inside(name: string): FieldName {
    const known = this.#inner.get(name) ?? new FieldName(`${this.name}/${name}`);
    this.#inner.set(name, known);
    return known;
  }
}

export const wholeReport = new FieldName('');

/** Fields that are no texts of a file: words of the schema, what names things for the program, what is printed above forms. */
export function isLearnt(name: string): boolean {
  return !/(?:^\/(?:\$schema|year|title|date|layout|moneyUnit)|^\/region\/.*|^\/(?:notes|glossary)\b.*|En|\/(?:source|kind|period|id|parent|goal|group|functionClass|executionWeight|years))$/.test(
    name,
  );
}
