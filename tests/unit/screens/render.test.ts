import fc from 'fast-check';
import { expect, it } from 'vitest';
import { homeOf, messageOf, modalOf } from '../../../adapters/slack/render.ts';
import { toActivities } from '../../../adapters/teams/message/activities.ts';
import { cardOf } from '../../../adapters/teams/render.ts';
import { createSay } from '../../../adapters/teams/say.ts';
import { validateMessage } from '../../fakes/slack-server/validate/message.ts';
import { validateView } from '../../fakes/slack-server/validate/view.ts';
import { checkActivity } from '../../fakes/teams-connector/rules.ts';
import { faultsOf } from '../../fixtures/adaptive-cards.ts';
import { anyScreen } from '../../fixtures/any-screen.ts';
import { runs } from '../../fixtures/runs.ts';

const RUNS = { numRuns: runs(20) };
const plainJson = (value: unknown) => JSON.parse(JSON.stringify(value));

it('any screen is a message, a form and a tab that Slack takes, and calls nobody', () => {
  fc.assert(
    fc.property(anyScreen, (screen) => {
      const { text, blocks } = messageOf(screen, 'T:D');
      expect(validateMessage({ text, blocks: plainJson(blocks) })).toEqual([]);
      expect(validateView(plainJson(modalOf(screen, { callback: 'form', meta: {} })))).toEqual([]);
      expect(validateView(plainJson(homeOf(screen)))).toEqual([]);
      const said = JSON.stringify(blocks);
      expect(said).not.toMatch(/"type":"(?:broadcast|user|usergroup|channel|emoji)"/);
      // In mrkdwn, what a person wrote is neither a mention nor a link of theirs.
      for (const mrkdwn of said.match(/"type":"mrkdwn","text":"(?:[^"\\]|\\.)*"/g) ?? [])
        expect(mrkdwn).not.toMatch(/<[!@#]|<https:\/\/mechant/);
    }),
    RUNS,
  );
});

it('any screen is activities that Teams takes, and its words are read as no markup', () => {
  fc.assert(
    fc.property(anyScreen, (screen) => {
      const say = createSay(screen.language);
      for (const activity of toActivities({ card: cardOf(screen) }, say)) {
        const wire = { ...activity, serviceUrl: 'https://smba.example/x', conversation: { id: 'x'.repeat(200) } };
        expect(checkActivity(wire, JSON.stringify(wire), { kind: 'personal' })).toBeUndefined();
        for (const { content } of activity.attachments ?? []) {
          expect(faultsOf(content)).toEqual([]);
          expect(JSON.stringify(content)).not.toMatch(/"Action\.OpenUrl"[^}]*javascript/);
        }
      }
    }),
    RUNS,
  );
});
