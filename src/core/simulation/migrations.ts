/** Version in which scenarios are written. */
export const SCENARIO_VERSION = 1;

/** Functions from each earlier version to the next one. Files and links of all versions stay readable. */
export type Migrations = Readonly<Record<number, (scenario: Readonly<Record<string, unknown>>) => unknown>>;

/** None yet: version 1 is the first. */
const MIGRATIONS: Migrations = {};

/** Scenario in the present version, migrated step by step; a value of no known version is left for the schema to refuse. */
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
