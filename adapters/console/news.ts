import type { CaseLine, CaseView } from '../../src/handoff/port/views.ts';
import { catalogues } from '../../src/text/catalogues.ts';
import { literal } from './plain.ts';
import { renderHidden, renderLine } from './render.ts';
import type { Block } from './screen.ts';

/** What is new in a case since it was last shown; after an act of one's own, others' words and what was hidden in one's own. */
export function newsOf(before: CaseView, after: CaseView, own = false): readonly Block[] {
  const fresh = after.lines.slice(before.lines.length);
  const { other } = after;
  const named = other.name !== undefined && before.other.name !== other.name;
  return [
    ...fresh.flatMap((line) => (!own || isFromOther(line) ? renderLine(line) : renderHidden(line))),
    ...(named
      ? [`**${catalogues.fr.handoffWeb.case.identityOpen(literal(other.name ?? ''), literal(other.organisation))}**`]
      : []),
    ...(before.status !== after.status ? [after.standing] : []),
  ];
}

function isFromOther(line: CaseLine): boolean {
  return line.kind === 'message' && line.from !== 'you';
}
