/** The parts of the notices that have neither words of a licence nor point to one that stands there. */
export function licenceFaults(notices: string): string[] {
  const [, ...parts] = notices.split(`\n\n${'-'.repeat(78)}\n`);
  const texts = new Set(parts.flatMap((part) => /^The licence (\S+)$/m.exec(part.split('\n')[0] ?? '')?.[1] ?? []));
  return parts.slice(0, -1).flatMap((part) => {
    const pointed = [...part.matchAll(/^Its licence stands below: The licence ([\w.-]*[\w-])/gm)].map(
      ([, id = '']) => id,
    );
    const missing = pointed.filter((id) => !texts.has(id));
    const isTold = pointed.length > 0 || /permi(ssion|tted)|licensed|TERMS AND CONDITIONS|Mozilla Public/i.test(part);
    return isTold && missing.length === 0 ? [] : [`${part.split('\n')[0]} ${missing.join()}`];
  });
}
