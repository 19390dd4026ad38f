import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { usePanel } from '../context.ts';
import { Cards } from './Cards.tsx';
import { COMPARISONS, type ComparedFigure, type ComparedRow } from './comparisonTable.ts';
import { Sheet } from './Sheet.tsx';
import { Source } from './Source.tsx';
import type { SheetProps } from './sheets.ts';
import { useTexts } from './texts.ts';

const countHeld = (figures: readonly ComparedFigure[]) => figures.filter(({ holds }) => holds).length;

/** Sheet that compares the model with published measurements: what agrees, and what does not. */
export default function PublishedSheet({ onClose }: SheetProps) {
  const { number } = usePanel().language;
  const t = useTexts();
  const [shown, setShown] = useState<'all' | 'failing'>('all');
  const figures = COMPARISONS.flatMap((row) => row.figures);
  const held = countHeld(figures);
  const rows = COMPARISONS.filter((row) => shown === 'all' || countHeld(row.figures) < row.figures.length);
  return (
    <Sheet wide title={t('published.title')} onClose={onClose}>
      <p className="lead">
        {t('published.intro', {
          held: number(held),
          all: number(figures.length),
          set: number(figures.filter(({ holds, calibrated }) => holds && calibrated).length),
          failing: number(figures.length - held),
        })}
      </p>
      <p className="note">{t('published.range')}</p>
      <Cards
        label={t('published.shown')}
        value={shown}
        options={[
          ['all', t('published.all')],
          ['failing', t('published.failing')],
        ]}
        onChange={setShown}
      />
      {rows.map((row) => (
        <Compared key={row.id} row={row} failingOnly={shown === 'failing'} />
      ))}
    </Sheet>
  );
}

function Compared({ row, failingOnly }: { row: ComparedRow; failingOnly: boolean }) {
  const { number } = usePanel().language;
  const t = useTexts();
  const { id, title, text, sources, notComputed, figures } = row;
  const allCalibrated = figures.every(({ calibrated }) => calibrated);
  return (
    <section className="compared" lang="en" dir="ltr">
      <h3>
        {title}{' '}
        <small>
          {t('published.count', { held: number(countHeld(figures)), all: number(figures.length) })}
          {allCalibrated && `, ${t('published.calibrated')}`}
        </small>
      </h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('published.quantity')}</th>
            <th scope="col">{t('published.model')}</th>
            <th scope="col">{t('published.measured')}</th>
            <th scope="col">{t('published.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {figures
            .filter(({ holds }) => !failingOnly || !holds)
            .map((figure) => (
              <Figure key={figure.quantity} figure={figure} marked={figure.calibrated && !allCalibrated} />
            ))}
        </tbody>
      </table>
      {notComputed.map((why) => (
        <p key={why} className="note">
          {t('published.notComputed', { why })}
        </p>
      ))}
      <Disclosure className="disclosure">
        <Heading level={4}>
          <Button
            slot="trigger"
            className="press quiet disclose"
            aria-label={`${t('published.how')}: ${title}`}
          >
            {t('published.how')}
          </Button>
        </Heading>
        <DisclosurePanel>
          <p>
            {/* Markdown's marks of emphasis and code */}
            {id}. {text.replace(/\*\*|`/g, '')}
          </p>
          {sources.map((source) => (
            <Source key={source} source={source} />
          ))}
        </DisclosurePanel>
      </Disclosure>
    </section>
  );
}

/** Number of decimals for three significant digits, as in the report. */
const calcDecimals = (value: number) => (Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2);

function Figure({ figure, marked }: { figure: ComparedFigure; marked: boolean }) {
  const { number } = usePanel().language;
  const t = useTexts();
  const { quantity, model, published, unit, tolerance, holds, why } = figure;
  const show = (value: number) => number(value, calcDecimals(value));
  return (
    <>
      <tr data-holds={holds}>
        <th scope="row">
          {quantity}
          {unit && <small> {unit}</small>}
        </th>
        <td>{show(model)}</td>
        <td>
          {show(published)} {tolerance > 0 && <small>±{show(tolerance)}</small>}
        </td>
        <td>
          <strong>{t(holds ? 'published.holds' : 'published.fails')}</strong>
          {marked && <small>, {t('published.calibrated')}</small>}
        </td>
      </tr>
      {why && (
        <tr className="why-not">
          <td colSpan={4}>{why}</td>
        </tr>
      )}
    </>
  );
}
