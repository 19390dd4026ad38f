import { PROTECTIONS } from './tell.ts';
import { useStoryTexts } from './useStory.ts';

/** List of what protects, each with what one can do. */
export function ProtectionList() {
  const t = useStoryTexts();
  return (
    <dl className="protections">
      {PROTECTIONS.map((name) => (
        <div key={name}>
          <dt>{t(`protect.${name}`)}</dt>
          <dd>
            {t(`protect.${name}.text`)} {name === 'treat' && t('protect.stop')}
          </dd>
        </div>
      ))}
    </dl>
  );
}
