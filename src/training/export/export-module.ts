import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { err, ok, type Result } from '../../result.ts';
import type { Role } from '../../vocabulary/people.ts';
import type { TrainingParts } from '../parts.ts';
import type { TrainingFile } from '../port/training.ts';
import type { TrainingFault } from '../port/views.ts';
import { cmi5Structure } from './cmi5-structure.ts';
import { type PackageContent, packageContent } from './package-content.ts';
import { scormManifest } from './scorm-manifest.ts';
import { xmlText } from './xml.ts';

const PLAYER_FILES = ['player.js', 'report-scorm.js', 'report-cmi5.js', 'player.css'] as const;
/** The same module on the same day gives the same bytes. */
const TIMELESS = new Date('1980-01-01T00:00:00Z');

/** A module as a zip that a learning platform plays: lessons, ten questions, the result reported by SCORM 1.2 or cmi5. */
export function exportModule(
  { course, day, site }: TrainingParts,
  module: string,
  format: 'scorm12' | 'cmi5',
  role: Role,
): Result<TrainingFile, TrainingFault> {
  const known = course.corpus.modules.find(({ id }) => id === module);
  if (known === undefined) return err({ kind: 'unknown_module' });
  const content = packageContent(course, module, role, day());
  if (content.questions.length === 0) return err({ kind: 'no_quiz' });
  const report = format === 'scorm12' ? 'report-scorm.js' : 'report-cmi5.js';
  const files: Record<string, Uint8Array> = {
    'index.html': strToU8(page(content, report)),
    'content.js': strToU8(`globalThis.truchementModule = ${asScript(content)};\n`),
  };
  for (const name of PLAYER_FILES)
    if (!name.startsWith('report-') || name === report)
      files[name] = readFileSync(new URL(`player/${name}`, import.meta.url));
  const { title, passShare } = content;
  if (format === 'scorm12')
    files['imsmanifest.xml'] = strToU8(scormManifest(module, title, Object.keys(files), passShare * 100));
  else files['cmi5.xml'] = strToU8(cmi5Structure(site, module, title, known.objectives.join(' ; '), passShare));
  return ok({
    name: `${module}-${format}-${content.asOf}.zip`,
    type: 'application/zip',
    body: zipSync(files, { mtime: TIMELESS }),
  });
}

/** JSON inside a script: nothing in it may end the script. */
function asScript(content: PackageContent): string {
  return JSON.stringify(content)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

function page({ title }: PackageContent, report: string): string {
  return `<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xmlText(title)}</title>
<link rel="stylesheet" href="player.css">
<script defer src="content.js"></script>
<script defer src="${report}"></script>
<script defer src="player.js"></script>
</head>
<body>
<main id="main" tabindex="-1"><noscript><p>Ce module a besoin de JavaScript.</p></noscript></main>
</body>
</html>
`;
}
