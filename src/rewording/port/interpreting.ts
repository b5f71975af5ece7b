import type { Once } from '../../once.ts';
import type { Result } from '../../result.ts';
import type { Language, Role } from '../../vocabulary/people.ts';
import type { Direction } from '../../vocabulary/rewording.ts';
import type { StoppedReading } from '../../within-time.ts';
import type { AgreementAct, AgreementFault, AgreementView, OpenedAgreement, SheetLine } from './agreement.ts';
import type { Opener, Party } from './party.ts';
import type { Rewording } from './rewording.ts';

/** What the faces use to reword a text and to agree on a brief. */
export interface Interpreting {
  /**
   * @param direction undefined: the way in which the text is most likely to be wanted
   * @param language of the questions; the rewording itself is French
   */
  reword(
    text: string,
    direction: Direction | undefined,
    language: Language,
  ): Promise<Result<Rewording, StoppedReading>>;
  /** Keeps the rewording as a brief to agree on; the same one again under the same key. */
  open(
    rewording: Rewording,
    by: Role,
    opener: Opener,
    more?: OpenedWith,
  ): Promise<Result<OpenedAgreement, AgreementFault>>;
  agreement(id: string): Promise<Result<AgreementView, AgreementFault>>;
  /** @param version the one the change was decided on */
  change(
    id: string,
    version: number,
    act: AgreementAct,
    party: Party,
    once?: Pick<Once, 'key'>,
  ): Promise<Result<AgreementView, AgreementFault>>;
  exportAs(id: string, format: ExportFormat): Promise<Result<ExportedBrief, AgreementFault>>;
}

/** @property sheet of the purchase that it is for */
export interface OpenedWith extends Pick<Once, 'key'> {
  readonly sheet?: readonly SheetLine[];
}

export type ExportFormat = 'md' | 'docx' | 'json';

interface ExportedBrief {
  readonly fileName: string;
  /** Media type. */
  readonly type: string;
  readonly body: string | Uint8Array;
}
