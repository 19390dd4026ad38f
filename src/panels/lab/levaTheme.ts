/** Theme of leva in the page's own colours. */
export const levaTheme = {
  colors: {
    elevation1: 'transparent',
    elevation2: 'transparent',
    elevation3: 'var(--well)',
    accent1: 'var(--cool)',
    accent2: 'var(--cool)',
    accent3: 'var(--cool)',
    highlight1: 'var(--muted)',
    highlight2: 'var(--ink)',
    highlight3: 'var(--ink)',
  },
  fontSizes: { root: '0.8rem' },
  fonts: { mono: 'inherit', sans: 'inherit' },
  sizes: { rowHeight: '2.75rem', controlWidth: '9.5rem', numberInputMinWidth: '4.5rem' },
};
