import { PROTECTIONS, tellProtection } from './tell.ts';
import { useManner } from './useStory.ts';

/** List of what protects, each with what one can do. */
export function ProtectionList() {
  const manner = useManner();
  const { t } = manner;
  return (
    <dl className="protections">
      {PROTECTIONS.map((name) => (
        <div key={name}>
          <dt>{t(`protect.${name}`)}</dt>
          <dd>
            {tellProtection(name, manner)} {name === 'treat' && t('protect.stop')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
