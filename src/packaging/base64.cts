/** Stands in the bundle for base64-js, of which only this is used: Node's own takes a tenth of its time. */
function toByteArray(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'));
}

export = { toByteArray };
