import { ROW_FIELDS, type RowFault, type TypedRow } from '../read-rows.ts';

/** What each box of a row is called, in the order in which they are filled in. */
export const ROW_BOXES = ROW_FIELDS;
export type RowBox = (typeof ROW_FIELDS)[number];
export type RowBoxes = TypedRow;
export type BoxFault = Omit<RowFault, 'line'>;
export type LineFault = RowFault;
