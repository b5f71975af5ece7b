import { ok, type Result } from '../result.ts';
import type { Archive, ArchiveFault } from './archive.ts';

interface Style {
  readonly id: string;
  basedOn: string | undefined;
  level: number | undefined;
}

/** Heading level of each style (0 for the title), its own or that of the style it is based on; French Word calls `Titre1` what it names `heading 1`. */
export async function readStyles(archive: Archive): Promise<Result<ReadonlyMap<string, number>, ArchiveFault>> {
  if (!archive.has('word/styles.xml')) return ok(new Map());
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  const read = await archive.readXml('word/styles.xml', {
    open: (name, attributes) => {
      const value = attributes['val'] ?? '';
      if (name === 'style') {
        style = { id: attributes['styleId'] ?? '', basedOn: undefined, level: undefined };
        styles.set(style.id, style);
      } else if (style === undefined) return;
      else if (name === 'basedOn') style.basedOn = value;
      else if (name === 'name') style.level = namedLevel(value) ?? style.level;
      else if (name === 'outlineLvl' && /^[0-8]$/.test(value)) style.level ??= Number(value) + 1;
    },
    close: (name) => {
      if (name === 'style') style = undefined;
    },
  });
  if (!read.ok) return read;
  const levels = new Map<string, number>();
  for (const id of styles.keys()) {
    const level = inheritedLevel(id, styles);
    if (level !== undefined) levels.set(id, level);
  }
  return ok(levels);
}

function namedLevel(name: string): number | undefined {
  if (/^(?:title|titre)$/i.test(name)) return 0;
  const numbered = /^(?:heading|titre)\s*([1-9])$/i.exec(name)?.[1];
  return numbered === undefined ? undefined : Number(numbered);
}

/** Follows the chain a few steps only: a damaged file may loop. */
function inheritedLevel(id: string, styles: ReadonlyMap<string, Style>): number | undefined {
  let style = styles.get(id);
  for (let step = 0; step < 12 && style !== undefined; step += 1) {
    if (style.level !== undefined) return style.level;
    style = styles.get(style.basedOn ?? '');
  }
  return undefined;
}
