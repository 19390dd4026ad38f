/** Addresses that someone might send: none may run script, and each leaves a page that can be used. */
const scenario = (text: string): string => `scenario=${encodeURIComponent(text)}`;
const nest = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

export const HOSTILE_QUERIES: readonly string[] = [
  scenario('<script>document.title="hacked"</script>'),
  scenario('{"version":1,"patient":{"tScore":"<img src=x onerror=document.title=\'hacked\'>"}}'),
  scenario('{"__proto__":{"polluted":1},"version":1}'),
  scenario('{"version":1,"constructor":{"prototype":{"polluted":1}},"patient":{"__proto__":{"tScore":-9}}}'),
  scenario(`{"version":1,"patient":{"sex":"${'x'.repeat(100_000)}"}}`),
  scenario(nest(2000)),
  scenario('[[[[[[1]]]]]]'),
  scenario('null'),
  scenario(
    '{"version":1,"patient":{"ageYears":1e308,"sex":"female","heightCm":-1,"massKg":0,"tScore":1e9},"events":[]}',
  ),
  scenario('{"version":99}'),
  'scenario=%E0%A4%A',
  'mode=%3Cscript%3E&lang=../../../etc&theme=x&view=__proto__&twin=constructor&quality=toString',
  'time=NaN&idle=-1&speed=Infinity',
  'time=1e999&lang=javascript:alert(1)',
  'mode=quiz&quiz=1e99&questions=-4&answers=%00',
  'mode=story&step=999999',
  'mode=kiosk&idle=0',
];

export const HOSTILE_FRAGMENTS: readonly string[] = [
  'scenario=AAAA',
  `scenario=${'A'.repeat(50_000)}`,
  'scenario=javascript:alert(1)',
  'score=%3Cscript%3E',
  '__proto__=1',
  '%',
];
