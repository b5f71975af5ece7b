import type { SignedIn } from '../../../../src/reserve/port/signed-in.ts';
import { networkTexts } from '../../../../src/text/network-texts.ts';
import { field } from '../../inbound.ts';
import { type Asked, type Reply, type Route, redirect } from '../../route.ts';
import { faultPage } from '../faults.ts';
import type { HelpParts } from '../route.ts';
import { renderBoard } from './screen.ts';

/** The coordinator's board. */
export function boardRoutes({ helping, guard, show, guarded, refuse, now, log }: HelpParts): readonly Route[] {
  const forCoordinators = (asked: Asked, then: (by: SignedIn) => Promise<Reply>) =>
    guard(asked, async (by) => (by.coordinator ? then(by) : faultPage(show, asked, 403, 'not_coordinator')));

  const read = (asked: Asked) =>
    forCoordinators(asked, async ({ person }) => {
      const board = await guarded(() => helping.board(person, field(asked.query, 'tout') !== ''));
      if (!board.ok) return refuse(asked, board.error);
      const { title, approved, asideDone } = asked.view.texts.handoffWeb.board;
      const done = field(asked.query, 'fait');
      const network = Object.entries(networkTexts[asked.view.language].done).find(([name]) => name === done)?.[1];
      const notice = done === 'approve' ? approved : done === 'set_aside' ? asideDone : network;
      return show(asked, {
        status: 200,
        title,
        inside: renderBoard({ board: board.value, now: now(), notice }, asked.view),
      });
    });

  const judge = (asked: Asked) =>
    forCoordinators(asked, async ({ person }) => {
      const wish = field(asked.body, 'do');
      if (wish !== 'approve' && wish !== 'set_aside') return faultPage(show, asked, 422, 'unread');
      const judged = await guarded(() =>
        helping.judgeCandidate(person, field(asked.body, 'candidate'), wish === 'approve'),
      );
      if (judged.ok) {
        log?.info({ wish }, 'judged a candidate fiche');
        return redirect(asked.view.at(`/animation?fait=${wish}`));
      }
      // The port has no words of its own for a candidate that is not there, or was judged meanwhile.
      if (judged.error.kind === 'unknown_case') return faultPage(show, asked, 404, 'unknown_candidate');
      if (judged.error.kind === 'taken') return faultPage(show, asked, 409, 'unknown_candidate');
      return refuse(asked, judged.error);
    });

  return [
    { method: 'GET', path: '/animation', answer: read },
    { method: 'POST', path: '/animation/fiche', answer: judge },
  ];
}
