import { encode } from 'uqr';
import { useNamespace } from '../useNamespace.ts';
import './qr.css';

/** Longest text, characters: more make squares that a telephone cannot tell apart on a projector's picture. */
const LONGEST = 1200;
/** Quiet zone that readers need around the code, squares (ISO/IEC 18004). */
const BORDER = 4;

/** QR code of a text, black on white in every theme. */
export default function Qr({ text, label }: { text: string; label: string }) {
  const t = useNamespace('assignment');
  if (text.length > LONGEST) return <p className="problem">{t('link.qr.long')}</p>;
  const { size, data } = encode(text, { border: BORDER });
  const squares = data.flatMap((row, y) =>
    row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      className="task-qr"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={squares.join('')} fill="#000" />
    </svg>
  );
}
