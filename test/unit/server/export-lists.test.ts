import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { labelsOf } from '../../../server/jobs/export-lists.ts';
import { utf8 } from '../../support/small-xml.ts';

/**
 * Lists with the runner's columns, and behind the name of the file the service's own, which repeat some headers. It is the
 * order of the columns that tells, and the language of the headers that must not matter.
 */
const LANGUAGES: Readonly<Record<string, readonly string[]>> = {
  English: [
    'Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,Gear,Media',
    '7,"Mar 26, 2026, 10:56:05 AM",Lunch Run,Run,"Easy, then hills",1800,5.01,150,12,false,my note,Red Shoes,activities/901.fit.gz,70,,1800,5010,150,12,0,12345,',
  ],
  German: [
    'Aktivitäts-ID,Aktivitätsdatum,Name der Aktivität,Aktivitätsart,Aktivitätsbeschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Relative Leistung,Pendelfahrt,Private Notiz,Ausrüstung der Aktivität,Dateiname,Gewicht,Verstrichene Zeit,Distanz,Pendelfahrt,Ausrüstung',
    '7,"26.03.2026, 10:56:05",Lunch Run,Lauf,"erste Zeile\nund ein ""Zitat""",1800,"5,01",150,12,false,Notiz,Red Shoes,activities/901.fit.gz,70,1800,5010,0,12345',
  ],
  French: [
    "ID de l'activité,Date de l'activité,Nom de l'activité,Type d'activité,Description de l'activité,Temps écoulé,Distance,Fréquence cardiaque max.,Mesure d'effort relatif,Trajet,Note privée de l'activité,Matériel d'activité,Nom du fichier,Poids,Temps écoulé,Distance,Trajet,Matériel",
    '7,"26 mars 2026 à 10:56:05",Lunch Run,Course à pied,,1800,"5,01",150,12,false,,Red Shoes,activities/901.fit.gz,70,1800,5010,0,12345',
  ],
  Spanish: [
    'Identificador de actividad,Fecha de la actividad,Nombre de la actividad,Tipo de actividad,Descripción de la actividad,Tiempo transcurrido,Distancia,Ritmo cardíaco máximo,Esfuerzo relativo,Desplazamiento,Nota privada de la actividad,Equipo de la actividad,Nombre de archivo,Peso,Tiempo transcurrido,Distancia,Desplazamiento,Equipo',
    '7,"26 mar. 2026, 10:56:05",Lunch Run,Carrera,,1800,"5,01",150,12,false,nota,Red Shoes,activities/901.fit.gz,70,1800,5010,0,12345',
  ],
};
const RUN = { file: 'activities/901.fit.gz', started_at_ms: null, title: 'Lunch Run', gear: 'Red Shoes' };
/** What the runner wrote, by the language of the list. */
const WRITTEN: Readonly<Record<string, string>> = {
  English: 'Easy, then hills',
  German: 'erste Zeile\nund ein "Zitat"',
};

const listOf = (lines: readonly string[], newline = '\n') => utf8(lines.join(newline));

describe('the list of a Strava export', () => {
  it.each(Object.keys(LANGUAGES))('gives name and shoes of a run where the account speaks %s', (language) => {
    expect(labelsOf('activities.csv', listOf(LANGUAGES[language] ?? []))).toEqual([
      { ...RUN, description: WRITTEN[language] ?? null },
    ]);
  });

  it('names its recordings from where it stands in the export', () => {
    const [label] = labelsOf('export_7/activities.csv', listOf(LANGUAGES.English ?? []));
    expect(label?.file).toBe('export_7/activities/901.fit.gz');
  });

  it('is read with the mark and the line ends of a spreadsheet', () => {
    expect(
      labelsOf('activities.csv', listOf([`\ufeff${LANGUAGES.French?.[0]}`, LANGUAGES.French?.[1] ?? ''], '\r\n')),
    ).toEqual([{ ...RUN, description: null }]);
  });

  it('finds the shoes by their header where another column stands before the file', () => {
    const lines = [
      'id,date,name,type,gear,commute,file',
      '7,today,Lunch Run,Run,Red Shoes,false,activities/901.fit.gz',
    ];
    expect(labelsOf('activities.csv', listOf(lines))).toEqual([{ ...RUN, description: null }]);
  });

  it('leaves out activities that were typed in and have no file', () => {
    const [header = '', run = ''] = LANGUAGES.German ?? [];
    const typed = run.replace('activities/901.fit.gz', '').replace('Lunch Run', 'Von Hand');
    expect(labelsOf('activities.csv', listOf([header, typed, run]))).toEqual([{ ...RUN, description: WRITTEN.German }]);
  });

  it('is read as a spreadsheet of another country has saved it: semicolons, its own letters', () => {
    const lines = ['id;date;name;type;text;gear;file', '7;heute;Läufchen;Lauf;schön;Rote Schuhe;activities/901.fit.gz'];
    const label = { file: 'activities/901.fit.gz', started_at_ms: null, gear: 'Rote Schuhe' };
    const told = [{ ...label, title: 'Läufchen', description: 'schön' }];
    const text = lines.join('\r\n');
    expect(labelsOf('activities.csv', utf8(text))).toEqual(told);
    expect(labelsOf('activities.csv', Buffer.from(text, 'latin1'))).toEqual(told);
    expect(labelsOf('activities.csv', Buffer.from(`\ufeff${text}`, 'utf16le'))).toEqual(told);
    expect(labelsOf('activities.csv', Buffer.from(`\ufeff${text}`, 'utf16le').swap16())).toEqual(told);
  });

  it('with a quote that is never closed, or of random bytes, says nothing and takes no time', () => {
    const [header = '', run = ''] = LANGUAGES.English ?? [];
    const endless = `${header}\n"${`${run.replaceAll('"', '')}\n`.repeat(10_000)}`;
    const startedAtMs = Date.now();
    expect(labelsOf('activities.csv', utf8(endless))).toEqual([]);
    expect(labelsOf('activities.csv', randomBytes(1_000_000))).toEqual([]);
    expect(labelsOf('a_0_summarizedActivities.json', randomBytes(1_000_000))).toEqual([]);
    expect(Date.now() - startedAtMs).toBeLessThan(5000);
  });

  it('keeps texts of a length that somebody reads', () => {
    const lines = [
      'id,date,name,type,text,gear,file',
      `7,x,${'n'.repeat(9999)},Run,${'d'.repeat(99_999)},,activities/1.fit`,
    ];
    const [label] = labelsOf('activities.csv', listOf(lines));
    expect([label?.title?.length, label?.description?.length]).toEqual([500, 5000]);
  });

  it('is read as far as anybody has run, however many lines it has', () => {
    const line = (i: number) => `${i},today,Run ${i},Run,,Shoes,activities/${i}.fit`;
    const lines = Array.from({ length: 120_000 }, (_, i) => line(i));
    const labels = labelsOf('activities.csv', listOf(['id,date,name,type,text,gear,file', ...lines]));
    expect([labels.length, labels[0]?.title, labels.at(-1)?.title]).toEqual([50_000, 'Run 0', 'Run 49999']);
  });

  it('says nothing where it is another list of that name', () => {
    expect(labelsOf('activities.csv', listOf(['a,b', '1,2']))).toEqual([]);
    expect(labelsOf('activities.csv', utf8(''))).toEqual([]);
  });
});
