/** Whether the page is embedded in a frame of another page. */
export const isFramed = (): boolean => typeof window !== 'undefined' && window.parent !== window;

/** Marks an embedded page for the styles. */
export const markFrame = (): void => {
  document.documentElement.toggleAttribute('data-framed', isFramed());
};
