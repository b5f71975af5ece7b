const MIB = 1024 * 1024;

/**
 * What a file may cost, in one place. They hold the whole import of 2,000 pages under 1 GiB of memory:
 * a file past a limit gets its own error and the others go in.
 */
export const LIMITS = {
  /** Bytes of a PDF or of an Office file; pdf.js holds about twice that. */
  fileBytes: 100 * MIB,
  /** Bytes of a text, Markdown or HTML file, held whole and decoded. */
  textFileBytes: 16 * MIB,
  /** Pages of a PDF, slides of a presentation. A file of 300 pages is ordinary. */
  pages: 2_000,
  /** Characters taken out of one file; 2,000 dense pages are about 6 million. */
  characters: 12_000_000,
  /** Time one PDF may take, looked at after each page. */
  milliseconds: 5 * 60_000,
  /** Bytes one compressed stream of a PDF (a page, a font) may inflate to. */
  pdfStreamBytes: 48 * MIB,
  /** Elements within elements of HTML or XML: parsers slow down with the square of it. */
  nesting: 5_000,
  /** Entries of an Office archive; a document has tens, a presentation hundreds. */
  archiveEntries: 10_000,
  /** Bytes an archive says it inflates to, all entries together, and the bytes of one entry that is read. */
  archiveBytes: 512 * MIB,
  archiveEntryBytes: 128 * MIB,
  /** Characters of an entry, with the white space between its elements: looked at as it is read, well before it is held whole. */
  archiveCharacters: 24_000_000,
  /** Attributes of one element, which are held until it ends. */
  attributes: 2_000,
  /** Times an entry may inflate, judged above `archiveRatioFrom` bytes. Deflate stops near 1,030; real XML stays under 100. */
  archiveRatio: 200,
  archiveRatioFrom: 2 * MIB,
  /** Files looked at in one run, and folders within folders. */
  files: 20_000,
  depth: 40,
} as const;

/** A page with fewer words of its own holds no text worth finding; a PDF of such pages with images is a scan. */
export const SCANNED_WORDS_PER_PAGE = 5;

/** Words of a passage (embedded apart) and of the group of passages that is found and cited as one. */
export const PASSAGE_WORDS = 110;
export const PASSAGE_CHARACTERS = 1_500;
export const GROUP_WORDS = 600;
