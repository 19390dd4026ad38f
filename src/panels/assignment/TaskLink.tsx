import { lazy, useEffect, useState } from 'react';
import { calcFragment, joinFragment } from '../../runtime/address/address.ts';
import { type Assignment, calcTaskQuery } from '../../runtime/address/assignment.ts';
import { useSession, useSettings } from '../context.ts';
import { Press } from '../controls/Control.tsx';
import { Copy } from '../sheets/Copy.tsx';
import { OnDemand } from '../sheets/OnDemand.tsx';
import { useNamespace } from '../useNamespace.ts';

// the library that makes QR codes comes with it
const Qr = lazy(() => import('./Qr.tsx'));

/** The link to an assignment, to be copied or photographed. */
export function TaskLink({ questions, hidden }: Assignment) {
  const t = useNamespace('around');
  const link = useTaskLink({ questions, hidden });
  const [isCoded, setIsCoded] = useState(false);
  return (
    <>
      {location.protocol === 'file:' && <p>{t('link.file')}</p>}
      <div className="sheet-row">
        <Copy className="" text={link} label={t('link.copy')} done={t('link.done')} />
        <Press aria-pressed={isCoded} onPress={() => setIsCoded(!isCoded)}>
          {t('link.qr')}
        </Press>
      </div>
      {isCoded && (
        <OnDemand onFail={() => setIsCoded(false)}>
          <Qr text={link} label={t('link.qr.alt')} />
        </OnDemand>
      )}
    </>
  );
}

/** Link, ready before it is asked for: browsers let a page copy only directly after a tap. */
function useTaskLink(assignment: Assignment): string {
  const scenario = useSession((state) => state.scenario);
  const lang = useSettings((state) => state.lang);
  const register = useSettings((state) => state.register);
  const units = useSettings((state) => state.units);
  const [fragment, setFragment] = useState('');
  useEffect(() => {
    let stale = false;
    void calcFragment(scenario).then((next) => {
      if (!stale) setFragment(next);
    });
    return () => {
      stale = true;
    };
  }, [scenario]);
  const query = calcTaskQuery(assignment, { lang, register, units });
  return location.origin + location.pathname + joinFragment(query, fragment);
}
