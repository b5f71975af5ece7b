import { xmlText } from './xml.ts';

/** The manifest of SCORM 1.2 (IMS Content Packaging 1.1.2 with ADL's extensions): one module, one object to launch. */
export function scormManifest(module: string, title: string, files: readonly string[], passPercent: number): string {
  const id = `truchement-${module}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="${xmlText(id)}" version="1.0"
  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
  </metadata>
  <organizations default="organisation">
    <organization identifier="organisation">
      <title>${xmlText(title)}</title>
      <item identifier="module" identifierref="player" isvisible="true">
        <title>${xmlText(title)}</title>
        <adlcp:masteryscore>${passPercent}</adlcp:masteryscore>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="player" type="webcontent" adlcp:scormtype="sco" href="index.html">
${files.map((file) => `      <file href="${xmlText(file)}"/>`).join('\n')}
    </resource>
  </resources>
</manifest>
`;
}
