/** The bytes of a JSON file as the product writes it: UTF-8, two spaces deep, a line end behind. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, undefined, 2)}\n`);
}
