import { bodiesTexts } from '../../src/text/bodies-texts.ts';
import { programmeTexts } from '../../src/text/programme-texts.ts';
import { aboutRoute } from './about.ts';
import type { Assets } from './assets.ts';
import { bodyTableRoutes } from './body-table/routes.ts';
import { TABLE_PATH } from './body-table/screen.ts';
import { calculatorRoutes } from './calculators/routes.ts';
import { dialogueRoutes } from './dialogue.ts';
import type { Help } from './handoff/create-help.ts';
import { createShow } from './handoff/show.ts';
import { interviewRoutes } from './interview/routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { lawRoutes } from './law/routes.ts';
import { mailRoutes } from './mail/routes.ts';
import type { WebOptions } from './options.ts';
import { programmeRoutes } from './programme/routes.ts';
import { bossRoutes } from './purchase/boss.ts';
import { purchaseRoutes } from './purchase/routes.ts';
import { rewordingRoutes } from './rewording/routes.ts';
import type { Route } from './route.ts';
import { PROGRAMME_PATH } from './screen/wire.ts';
import { trainingRoutes } from './training/routes.ts';

/** What the routes are made of. */
export interface Site {
  readonly options: WebOptions;
  readonly assets: Assets;
  readonly help: Help | undefined;
}

/** Every page that this server has. */
export function routesOf({ options, assets, help }: Site): readonly Route[] {
  const {
    about,
    desk,
    conversing,
    interpreting,
    training,
    interviews,
    purchases,
    bossPages,
    calculating,
    keys,
    law,
    tables,
    mailboxes,
    programming,
    log,
  } = options;
  return [
    ...dialogueRoutes({ desk, conversing, assets, log }),
    aboutRoute(about, assets),
    ...(interpreting === undefined ? [] : rewordingRoutes({ desk, interpreting, assets, log, now: () => new Date() })),
    ...(interviews ? interviewRoutes({ desk, assets }) : []),
    ...(calculating === undefined ? [] : calculatorRoutes({ calculating, assets, now: () => new Date() })),
    ...(help?.routes ?? []),
    ...(help === undefined || keys === undefined
      ? []
      : keyRoutes({ keys, guard: help.guard, show: createShow(assets), log })),
    ...(law === undefined ? [] : lawRoutes({ law, guard: help?.guard, show: createShow(assets) })),
    ...(mailboxes === undefined ? [] : mailRoutes({ mailboxes, guard: help?.guard, show: createShow(assets) })),
    ...(purchases && help !== undefined
      ? purchaseRoutes({ desk, assets, guard: help.guard, links: ownLinks(options) })
      : []),
    ...(bossPages === undefined || help === undefined ? [] : bossRoutes({ bossPages, assets, guard: help.guard })),
    ...(tables === undefined || help === undefined ? [] : bodyTableRoutes({ tables, assets, guard: help.guard })),
    ...(programming === undefined || help === undefined
      ? []
      : programmeRoutes({ programming, assets, guard: help.guard })),
    ...(training === undefined ? [] : trainingRoutes({ training, assets, guard: help?.guard, log })),
  ];
}

/** What else one's body keeps, from the list of one's demands. */
function ownLinks({ tables, programming }: WebOptions) {
  return [
    ...(tables === undefined ? [] : [{ path: TABLE_PATH, label: bodiesTexts.page.title }]),
    ...(programming === undefined ? [] : [{ path: PROGRAMME_PATH, label: programmeTexts.title }]),
  ];
}
