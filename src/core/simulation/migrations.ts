/** Version that scenarios are written in. */
export const SCENARIO_VERSION = 1;

/** From each earlier version what brings a scenario to the next one. Files and links of all versions open for ever. */
export type Migrations = Readonly<Record<number, (scenario: Readonly<Record<string, unknown>>) => unknown>>;

/** None yet: version 1 is the first. */
const MIGRATIONS: Migrations = {};

/** A scenario's value in the present version, step by step; what is no scenario of a known version is left to the schema to refuse. */
export function migrate(
  value: unknown,
  migrations = MIGRATIONS,
  present: number = SCENARIO_VERSION,
): unknown {
  let scenario = value;
  for (;;) {
    if (typeof scenario !== 'object' || scenario === null) return scenario;
    const { version } = scenario as { version?: unknown };
    if (typeof version !== 'number' || version >= present || !Object.hasOwn(migrations, version))
      return scenario;
    scenario = {
      ...(migrations[version]!(scenario as Record<string, unknown>) as object),
      version: version + 1,
    };
  }
}
