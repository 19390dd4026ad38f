/** Media query for windows whose stage gets the still of a narrow one. */
export const NARROW = '(max-width: 40rem), (max-height: 35rem)';
