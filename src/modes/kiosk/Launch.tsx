import { useState } from 'react';
import { LANGUAGE_NAMES } from '../../i18n/languages.ts';
import { usePanel, useSettings } from '../../panels/context.ts';
import { Choice, Press } from '../../panels/controls/Control.tsx';
import { ModeSwitch } from '../../panels/page/ModeSwitch.tsx';
import { Copy } from '../../panels/sheets/Copy.tsx';
import { putIntoQuery, readAddress } from '../../runtime/address/address.ts';
import { writeAddress } from '../../runtime/address/writeAddress.ts';
import { readIdleS } from './idle.ts';
import { useKiosk, useKioskTexts } from './useKiosk.ts';

/** Idle times that are offered, s. */
const IDLE_S = [30, 60, 120, 300];
const SWITCH = ['on', 'off'] as const;
const THEMES = ['dark', 'light'] as const;

/** Launch page, where a kiosk is set up: how it starts, its address, and the way out of it. */
export function Launch() {
  const kiosk = useKiosk();
  const { settings, language } = usePanel();
  const t = useKioskTexts();
  const theme = useSettings((state) => state.theme);
  const [sound, setSound] = useState<(typeof SWITCH)[number]>('on');
  const [idleS, setIdleS] = useState(() => readIdleS(readAddress(location)));
  const values = { mode: 'kiosk', lang: language.lang, idle: String(idleS), sound, theme };
  const rest = putIntoQuery(location, values);
  const offered = [...new Set([...IDLE_S, idleS])].sort((a, b) => a - b);
  return (
    <aside className="panel kiosk-launch">
      <header className="masthead">
        <h1>{t('launch.title')}</h1>
        <ModeSwitch />
      </header>
      <p className="lead">{t('launch.text')}</p>
      <div className="kiosk-choices">
        <Choice
          showLabel
          label={t('launch.lang')}
          value={language.lang}
          options={LANGUAGE_NAMES}
          onChange={(lang) => settings.setState({ lang })}
        />
        <Choice
          showLabel
          label={t('launch.idle')}
          value={String(idleS)}
          options={offered.map((seconds) => [String(seconds), language.unit(seconds, 'second')] as const)}
          onChange={(seconds) => setIdleS(Number(seconds))}
        />
        <Choice
          showLabel
          label={t('launch.sound')}
          value={sound}
          options={SWITCH.map((value) => [value, t(`launch.${value}`)] as const)}
          onChange={setSound}
        />
        <Choice
          showLabel
          label={t('launch.theme')}
          value={theme}
          options={THEMES.map((value) => [value, t(`launch.${value}`)] as const)}
          onChange={(next) => settings.setState({ theme: next })}
        />
      </div>
      <p>{t('launch.out')}</p>
      <Press
        className="main"
        onPress={() => {
          writeAddress(rest);
          settings.setState({ sound: sound === 'on' });
          kiosk.start();
        }}
      >
        {t('launch.start')}
      </Press>
      <p>{t('launch.address')}</p>
      <Copy
        className=""
        text={location.origin + location.pathname + rest}
        label={t('launch.copy')}
        done={t('launch.copied')}
      />
      <footer>{language.t('footer')}</footer>
    </aside>
  );
}
