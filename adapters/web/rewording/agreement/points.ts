import type { Point } from '../../../../src/rewording/port/agreement.ts';
import type { Markup } from '../../html.ts';
import type { View } from '../../view.ts';
import { renderPoints } from '../points.ts';

/** The points of a buyer's message, kept one by one, as the card they came from. */
export function renderAgreedPoints(points: readonly Point[], view: View): Markup {
  const all = (name: Point['point']) => points.filter(({ point }) => point === name).map(({ text }) => text);
  return renderPoints(
    {
      asked: all('asked'),
      send: all('send'),
      why: all('why')[0],
      byWhen: all('byWhen')[0],
      otherwise: all('otherwise')[0],
      example: all('example')[0],
    },
    view,
  );
}
