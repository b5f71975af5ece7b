/** What people are told of by themselves, by kind: each can be stopped alone where it comes by e-mail. */
export const TOLD_KINDS = ['offers', 'cases', 'purchases', 'training', 'law', 'network'] as const;

export type ToldKind = (typeof TOLD_KINDS)[number];
