import { Input, Label, SearchField } from 'react-aria-components';

interface SearchProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Search field. Escape empties it first; a second one closes the sheet. */
export function Search({ label, value, onChange }: SearchProps) {
  return (
    <SearchField className="search" value={value} onChange={onChange}>
      <Label className="unseen">{label}</Label>
      <Input placeholder={label} />
    </SearchField>
  );
}
