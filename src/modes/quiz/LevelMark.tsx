import { type Level, levelIndex } from '../../core/anatomy/levels.ts';
import { useBodyPlaces } from '../../panels/context.ts';

/** Mark at the chosen vertebra in the picture, if the column is upright in it. */
export function LevelMark({ level }: { level: Level }) {
  const y = useBodyPlaces((state) => state.levelY)?.[levelIndex(level)];
  if (y === undefined) return null;
  return (
    <p className="level-mark" style={{ top: `${y}px` }} aria-hidden="true">
      <span>{level}</span>
    </p>
  );
}
