/** Whether the page stands in a frame of another. */
export const isFramed = (): boolean => typeof window !== 'undefined' && window.parent !== window;

/** Says it to the styles. */
export const markFrame = (): void => {
  document.documentElement.toggleAttribute('data-framed', isFramed());
};
