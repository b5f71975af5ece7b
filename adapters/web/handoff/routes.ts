import type { HelpRoute } from '../session/route.ts';
import { boardRoutes } from './board/routes.ts';
import { briefRoutes } from './brief/routes.ts';
import { caseRoutes } from './case/routes.ts';
import { dataRoutes } from './data-routes.ts';
import { deskRoutes } from './desk/routes.ts';
import type { HelpParts } from './route.ts';

/** The pages of the hand-over; `ask` goes on with a question that waited for a person to sign in. */
export function helpRoutes(parts: HelpParts): {
  readonly routes: readonly HelpRoute[];
  readonly ask: HelpRoute['answer'];
} {
  const brief = briefRoutes(parts);
  const routes = [
    ...brief.routes,
    ...caseRoutes(parts),
    ...deskRoutes(parts),
    ...boardRoutes(parts),
    ...dataRoutes(parts),
  ];
  return { routes, ask: brief.ask };
}
