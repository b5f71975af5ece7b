import { xmlText } from './xml.ts';

/** The course structure of cmi5 (AICC, 1.0 Quartz): one assignable unit that is mastered at the pass mark. */
export function cmi5Structure(site: string, module: string, title: string, summary: string, passShare: number): string {
  const course = `${site}/formation/${module}`;
  const langString = (text: string) => `<langstring lang="fr-FR">${xmlText(text)}</langstring>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="${xmlText(course)}">
    <title>${langString(title)}</title>
    <description>${langString(summary)}</description>
  </course>
  <au id="${xmlText(`${course}/quiz`)}" moveOn="Passed" masteryScore="${passShare}" launchMethod="AnyWindow">
    <title>${langString(title)}</title>
    <description>${langString(summary)}</description>
    <url>index.html</url>
  </au>
</courseStructure>
`;
}
