import { silence } from '../fixtures/silence.ts';
import { consoleFace } from './platform/console.ts';
import { plainFace } from './platform/plain.ts';
import { keepsItsPromises } from './platform/promises.ts';
import { slackFace } from './platform/slack.ts';
import { teamsFace } from './platform/teams.ts';
import { webFace } from './platform/web.ts';

silence();
for (const face of [slackFace, teamsFace, webFace, consoleFace, plainFace]) keepsItsPromises(face);
