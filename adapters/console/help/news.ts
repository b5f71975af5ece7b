import type { CaseLine, CaseView } from '../../../src/handoff/views.ts';
import { catalogues } from '../../../src/text/catalogues.ts';
import { literal } from '../plain.ts';
import type { Block } from '../screen.ts';
import { renderLine } from './render.ts';

/** What there is to say of a case since it was last shown; of a change of one's own making, the words of others alone. */
export function newsOf(before: CaseView, after: CaseView, own = false): readonly Block[] {
  const fresh = after.lines.slice(before.lines.length).filter((line) => !own || isFromOther(line));
  const { other } = after;
  const named = other.name !== undefined && before.other.name !== other.name;
  return [
    ...fresh.flatMap(renderLine),
    ...(named
      ? [`**${catalogues.fr.handoffWeb.case.identityOpen(literal(other.name ?? ''), literal(other.organisation))}**`]
      : []),
    ...(before.status !== after.status ? [after.standing] : []),
  ];
}

function isFromOther(line: CaseLine): boolean {
  return line.kind === 'message' && line.from !== 'you';
}
