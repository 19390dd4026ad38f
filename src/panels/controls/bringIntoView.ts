/** Scrolls what was just opened to where it is read: below the fold nobody would know that it is there. */
export const bringIntoView = (opened: HTMLElement | null): void => opened?.scrollIntoView({ block: 'start' });
