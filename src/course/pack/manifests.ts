import { createHash } from 'node:crypto';
import { getPolicy, type ModeName } from '../../runtime/session/modePolicy.ts';

export const STANDARDS = ['scorm12', 'scorm2004', 'cmi5'] as const;
export type Standard = (typeof STANDARDS)[number];

/** Lesson in a package: an item to launch on its own. */
export interface Item {
  readonly lesson: ModeName;
  readonly title: string;
  readonly about: string;
  /** Query of the launched page, without `?`. */
  readonly query: string;
}

export interface Course {
  readonly title: string;
  readonly about: string;
  /** Language of the titles, as a tag. */
  readonly lang: string;
  /** Percent of right answers that passes the quiz; null where none is asked for. */
  readonly passPercent: number | null;
  readonly items: readonly Item[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const toXml = (text: string): string => text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]!);

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
/** Only a lesson that asks is passed. */
const getPass = ({ passPercent }: Course, { lesson }: Item): number | null =>
  getPolicy(lesson).lesson === 'asks' ? passPercent : null;

/** One resource per lesson, all with the same files: platforms differ in what they do with a resource shared by two items. */
function writeResources({ items }: Course, files: readonly string[], type: string): string {
  const listed = files.map((file) => `      <file href="${toXml(file)}"/>`).join('\n');
  const resources = items.map(
    ({ lesson }) =>
      `    <resource identifier="resource-${lesson}" type="webcontent" ${type}="sco" href="course.html">\n${listed}\n    </resource>`,
  );
  return `  <resources>\n${resources.join('\n')}\n  </resources>`;
}

function writeOrganization(course: Course, inItem: (item: Item) => string): string {
  const items = course.items.map(
    (item) =>
      `      <item identifier="item-${item.lesson}" identifierref="resource-${item.lesson}" isvisible="true" parameters="?${toXml(item.query)}">
        <title>${toXml(item.title)}</title>${inItem(item)}
      </item>`,
  );
  return `    <organization identifier="columna-course">
      <title>${toXml(course.title)}</title>
${items.join('\n')}
    </organization>`;
}

/** `imsmanifest.xml` of SCORM 1.2 (content aggregation model 1.2). */
export function writeScorm12(course: Course, files: readonly string[]): string {
  const inItem = (item: Item) => {
    const pass = getPass(course, item);
    return pass === null ? '' : `\n        <adlcp:masteryscore>${pass}</adlcp:masteryscore>`;
  };
  return `${HEAD}<manifest identifier="columna" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="columna-course">
${writeOrganization(course, inItem)}
  </organizations>
${writeResources(course, files, 'adlcp:scormtype')}
</manifest>
`;
}

/** `imsmanifest.xml` of SCORM 2004, 4th edition. */
export function writeScorm2004(course: Course, files: readonly string[]): string {
  const inItem = (item: Item) => {
    const pass = getPass(course, item);
    const objective =
      pass === null
        ? '<imsss:primaryObjective/>'
        : `<imsss:primaryObjective objectiveID="passed" satisfiedByMeasure="true">
              <imsss:minNormalizedMeasure>${pass / 100}</imsss:minNormalizedMeasure>
            </imsss:primaryObjective>`;
    return `
        <imsss:sequencing>
          <imsss:objectives>
            ${objective}
          </imsss:objectives>
          <imsss:deliveryControls completionSetByContent="true" objectiveSetByContent="true"/>
        </imsss:sequencing>`;
  };
  const organization = writeOrganization(course, inItem).replace(
    '\n    </organization>',
    `
      <imsss:sequencing>
        <imsss:controlMode choice="true" flow="true"/>
      </imsss:sequencing>
    </organization>`,
  );
  return `${HEAD}<manifest identifier="columna" version="1.0"
  xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_v1p3"
  xmlns:imsss="http://www.imsglobal.org/xsd/imsss">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>2004 4th Edition</schemaversion>
  </metadata>
  <organizations default="columna-course">
${organization}
  </organizations>
${writeResources(course, files, 'adlcp:scormType')}
</manifest>
`;
}

/** IRI that stays the same for the same lesson, as a name-based UUID. */
function calcIri(name: string): string {
  const hex = createHash('sha256').update(`columna ${name}`).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16);
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `cmi5.xml`: the course structure. */
export function writeCmi5(course: Course): string {
  const say = (tag: string, text: string) =>
    `<${tag}><langstring lang="${toXml(course.lang)}">${toXml(text)}</langstring></${tag}>`;
  const units = course.items.map((item) => {
    const pass = getPass(course, item);
    const mastery = pass === null ? '' : ` masteryScore="${pass / 100}"`;
    return `  <au id="${calcIri(item.query)}" moveOn="Completed"${mastery} launchMethod="AnyWindow">
    ${say('title', item.title)}
    ${say('description', item.about)}
    <url>course.html?${toXml(item.query)}</url>
  </au>`;
  });
  return `${HEAD}<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${calcIri(course.items.map(({ query }) => query).join(' '))}">
    ${say('title', course.title)}
    ${say('description', course.about)}
  </course>
${units.join('\n')}
</courseStructure>
`;
}
