/** Origin of an address, as in messages; null, and a warning in the console, where the address has none. */
export function readOrigin(address: string): string | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url && /^https?:$/.test(url.protocol)) return url.origin;
  console.warn(
    `Columna listens to no page: embed=${address.slice(0, 60)} is no origin such as https://school.example.`,
  );
  return null;
}
