import { posix } from 'node:path';
import { visibleText } from '../french/words.ts';
import { err, ok, type Result } from '../result.ts';
import { type Archive, type ArchiveFault, openArchive } from './archive.ts';
import type { DocumentPart, Extracted, FileContent } from './extracted.ts';
import { type DocumentFault, documentFault } from './fault.ts';
import { LIMITS } from './limits.ts';
import { CORE, titleIn } from './read-docx.ts';
import { oneLine, shorten, tableLine } from './sections.ts';

/** Slides in the order they are shown, each with its notes: what the speaker says is often the substance. */
export async function readPptx(file: FileContent): Promise<Result<Extracted, DocumentFault>> {
  const fault = ({ kind, detail }: ArchiveFault) => err(documentFault(kind, file.path, detail));
  const opened = await openArchive(file.bytes);
  if (!opened.ok) return fault(opened.error);
  const archive = opened.value;
  const slides = await slideNames(archive);
  if (!slides.ok) return fault(slides.error);
  if (slides.value.length > LIMITS.pages)
    return err(documentFault('too-large', file.path, `more than ${LIMITS.pages} slides`));

  const parts: DocumentPart[] = [];
  let firstTitle: string | undefined;
  for (const [index, name] of slides.value.entries()) {
    const slide = await readSlide(archive, name);
    if (!slide.ok) return fault(slide.error);
    const related = await relations(archive, name);
    if (!related.ok) return fault(related.error);
    const notesName = [...related.value.values()].find((relation) => relation.type.endsWith('/notesSlide'))?.target;
    const notes = notesName !== undefined && archive.has(notesName) ? await readSlide(archive, notesName) : undefined;
    if (notes !== undefined && !notes.ok) return fault(notes.error);

    const text = [...slide.value.lines, ...(notes?.value.lines ?? [])].join('\n');
    if (index === 0) firstTitle = slide.value.title;
    const label = `diapositive ${index + 1}`;
    const title = slide.value.title;
    if (text !== '') parts.push({ name: title === '' ? label : shorten(`${label} : ${title}`), text });
  }
  return ok({
    titles: [await titleIn(archive, CORE), firstTitle],
    parts,
    pages: slides.value.length,
    silentPages: slides.value.length - parts.length,
  });
}

async function slideNames(archive: Archive): Promise<Result<readonly string[], ArchiveFault>> {
  const ids: string[] = [];
  const read = await archive.readXml('ppt/presentation.xml', {
    open: (name, attributes) => {
      if (name === 'sldId') ids.push(attributes['r:id'] ?? '');
    },
  });
  if (!read.ok) return read;
  const related = await relations(archive, 'ppt/presentation.xml');
  if (!related.ok) return related;
  return ok(ids.flatMap((id) => related.value.get(id)?.target ?? []));
}

interface Relation {
  readonly type: string;
  /** Name of the entry it points to. */
  readonly target: string;
}

async function relations(archive: Archive, name: string): Promise<Result<ReadonlyMap<string, Relation>, ArchiveFault>> {
  const found = new Map<string, Relation>();
  const folder = posix.dirname(name);
  const path = `${folder}/_rels/${posix.basename(name)}.rels`;
  if (!archive.has(path)) return ok(found);
  const read = await archive.readXml(path, {
    open: (element, attributes) => {
      if (element !== 'Relationship') return;
      const target = attributes['Target'] ?? '';
      found.set(attributes['Id'] ?? '', {
        type: attributes['Type'] ?? '',
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
  });
  return read.ok ? ok(found) : read;
}

/** Placeholders that repeat on every slide. */
const FURNITURE = new Set(['sldNum', 'dt', 'ftr', 'hdr', 'sldImg']);

interface Slide {
  readonly title: string;
  readonly lines: readonly string[];
}

async function readSlide(archive: Archive, name: string): Promise<Result<Slide, ArchiveFault>> {
  const lines: string[] = [];
  let title = '';
  let role = '';
  let paragraph = '';
  let inText = false;
  let cells: string[] | undefined;
  let unshown = 0;

  const end = () => {
    const text = visibleText(paragraph);
    paragraph = '';
    if (text === '' || FURNITURE.has(role)) return;
    if (cells !== undefined) {
      cells.push(`${cells.pop() ?? ''} ${text}`);
      return;
    }
    if (role === 'title' || role === 'ctrTitle') title = oneLine(`${title} ${text}`);
    lines.push(
      ...text
        .split('\n')
        .map(visibleText)
        .filter((line) => line !== ''),
    );
  };
  const read = await archive.readXml(name, {
    open: (element, attributes) => {
      if (element === 'Fallback') unshown += 1;
      if (unshown > 0) return;
      if (element === 'sp') role = '';
      else if (element === 'ph') role = attributes['type'] ?? 'body';
      else if (element === 't') inText = true;
      else if (element === 'br') paragraph += '\n';
      else if (element === 'tr') cells = [];
      else if (element === 'tc') cells?.push('');
    },
    text: (text) => {
      if (inText && unshown === 0) paragraph += text;
    },
    close: (element) => {
      if (element === 'Fallback') unshown = Math.max(0, unshown - 1);
      else if (unshown > 0) return;
      else if (element === 't') inText = false;
      else if (element === 'p') end();
      else if (element === 'sp') role = '';
      else if (element === 'tr' && cells !== undefined) {
        const line = tableLine(cells);
        if (line !== '') lines.push(line);
        cells = undefined;
      }
    },
  });
  return read.ok ? ok({ title, lines }) : read;
}
