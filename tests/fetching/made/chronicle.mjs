// Writes docx-js.docx, with the package docx of npm: node chronicle.mjs
import fs from "node:fs";
import { Document, Packer, Paragraph, TextRun, HeadingLevel, FootnoteReferenceRun, Table, TableRow, TableCell, ExternalHyperlink, LevelFormat } from "docx";
const says = (text, more = {}) => new Paragraph({ text, ...more });
const cell = (text) => new TableCell({ children: [says(text)] });
const row = (...texts) => new TableRow({ children: texts.map(cell) });
const document = new Document({
  title: "Delta bridge reopens after repairs",
  creator: "Nora Hale",
  footnotes: { 1: { children: [says("The first bridge was opened on 4 June 1931.")] } },
  numbering: { config: [{ reference: "steps", levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1." }] }] },
  sections: [{ children: [
    says("Delta bridge reopens after repairs", { heading: HeadingLevel.TITLE }),
    says("Nora Hale"),
    says("30 May 2024"),
    new Paragraph({ children: [
      new TextRun("President Alma Torres opened the Delta bridge today."), new FootnoteReferenceRun(1),
      new TextRun(" She said that the "), new TextRun({ text: "reconstruction", italics: true }),
      new TextRun(" had been “an extraordinarily complicated undertaking”."),
    ] }),
    says("What happened", { heading: HeadingLevel.HEADING_2 }),
    says("On May 20, a storm damaged two pillars of the bridge:"),
    says("the northern one, on 21 May it fell;", { bullet: { level: 0 } }),
    says("the southern one.", { bullet: { level: 0 } }),
    says("Torres visited the site on May 8, 2022.", { numbering: { reference: "steps", level: 0 } }),
    says("She promised repairs.", { numbering: { reference: "steps", level: 0 } }),
    new Table({ rows: [row("Day", "What was opened"), row("October 2019", "The old ferry closed"), row("3 March 2021", "A new ferry opened")] }),
    new Paragraph({ children: [
      new TextRun("The "),
      new ExternalHyperlink({ link: "https://example.org/city", children: [new TextRun("city")] }),
      new TextRun(" had closed the old ferry in October 2019."),
    ] }),
  ] }],
});
Packer.toBuffer(document).then((data) => fs.writeFileSync("docx-js.docx", data));
