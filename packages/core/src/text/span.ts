/** A half-open range of a text. Offsets are UTF-16 code units from 0. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
