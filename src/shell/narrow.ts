/** Windows whose stage gets the still that is taken of a narrow one. */
export const NARROW = '(max-width: 40rem), (max-height: 35rem)';
