import { useKioskTexts } from './useKiosk.ts';

/** Poster that invites a touch anywhere; it fades under that touch, so that nothing below is pressed by it. */
export function Cover({ isFresh }: { isFresh: boolean }) {
  const t = useKioskTexts();
  return (
    <div className="kiosk-cover" data-gone={!isFresh || undefined}>
      <div className="kiosk-poster" aria-hidden="true">
        <p className="kiosk-title">{t('attract.title')}</p>
        <p className="kiosk-line">
          <svg viewBox="0 0 32 32" aria-hidden="true">
            <circle cx="13" cy="9" r="5.5" />
            <path d="M11 21V9a2 2 0 0 1 4 0v7l7 1.6a3 3 0 0 1 2.3 3.4L23 28H13l-5-7.5a2 2 0 0 1 3-2.5z" />
          </svg>
          {t('attract.line')}
        </p>
      </div>
      {/* whatever touches it ends the wait: `bindIdle` listens to the whole page */}
      <button type="button">
        <span className="unseen">
          {t('attract.title')} {t('attract.line')}
        </span>
      </button>
    </div>
  );
}
