const sameHead = 5;
const sameTail = 4;
const otherLength = 4;

/** What a text has for a name that begins and ends so, with one other word within. */
export function nearlyIn(text: string, name: string): string | undefined {
  if (text === '' || text.includes(name)) return undefined;
  const [head, tail] = [name.slice(0, sameHead), name.slice(-sameTail)];
  const start = text.indexOf(head);
  const end = start < 0 ? -1 : text.indexOf(tail, start + sameHead);
  if (end < 0 || Math.abs(end + sameTail - start - name.length) > otherLength) return undefined;
  const written = text.slice(start, end + sameTail);
  let [same, back] = [0, 0];
  while (same < written.length && written[same] === name[same]) same += 1;
  while (back < written.length - same && written.at(-1 - back) === name.at(-1 - back)) back += 1;
  const [ours, theirs] = [name.slice(same, name.length - back), written.slice(same, written.length - back)];
  // A number or a filler word is no other thing.
  return ours.length > otherLength ||
    theirs.length > otherLength ||
    theirs === '' ||
    ours.length < 2 ||
    /\d|[的了数率量等及和与]$/.test(ours + theirs)
    ? undefined
    : written;
}
