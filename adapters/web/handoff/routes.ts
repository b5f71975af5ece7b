import type { Route } from '../route.ts';
import { boardRoutes } from './board/routes.ts';
import { briefRoutes } from './brief/routes.ts';
import { caseRoutes } from './case/routes.ts';
import { dataRoutes } from './data-routes.ts';
import { deskRoutes } from './desk/routes.ts';
import type { HelpParts } from './route.ts';

/** The pages of the hand-over. */
export function helpRoutes(parts: HelpParts): readonly Route[] {
  return [
    ...briefRoutes(parts),
    ...caseRoutes(parts),
    ...deskRoutes(parts),
    ...boardRoutes(parts),
    ...dataRoutes(parts),
  ];
}
