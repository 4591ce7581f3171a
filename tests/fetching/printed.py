"""PDF and DOCX files, made by the programs that people use; nothing of them is kept."""

import io
import zipfile

import docx
from fpdf import FPDF
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate

HEADLINE = "Delta bridge reopens after repairs"
STORY = (
    """President Alma Torres opened the Delta bridge today, Thursday, May 30. She said that the \
reconstruction had been an extraordinarily complicated undertaking.""",
    """On May 20, a storm damaged two pillars of the bridge. Torres visited the site on May 8, \
2022, and promised repairs. The city had closed the old ferry in October 2019.""",
)
TEXT = "\n\n".join((HEADLINE, *STORY))


def by_fpdf(paragraphs=STORY, *, headline=HEADLINE, password="", gap=4, header=""):
    """A PDF of A4 pages in Helvetica; locked where a password is given."""

    class Paper(FPDF):
        def header(self):
            if header:
                self.set_font("Helvetica", size=9)
                self.cell(0, 10, f"{header} {self.page_no()}", new_x="LMARGIN", new_y="NEXT")
                self.ln(10)

    pdf = Paper()
    pdf.add_page()
    if headline:
        pdf.set_font("Helvetica", size=18)
        pdf.multi_cell(0, 9, headline, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(4)
    pdf.set_font("Helvetica", size=12)
    for paragraph in paragraphs:
        pdf.multi_cell(0, 6, paragraph, new_x="LMARGIN", new_y="NEXT")
        pdf.ln(gap)
    if password:
        pdf.set_encryption(owner_password="owner", user_password=password)
    return bytes(pdf.output())


def by_reportlab(paragraphs=STORY):
    styles = getSampleStyleSheet()
    file = io.BytesIO()
    told = [Paragraph(HEADLINE, styles["Heading1"])]
    told += [Paragraph(paragraph, styles["BodyText"]) for paragraph in paragraphs]
    SimpleDocTemplate(file).build(told)
    return file.getvalue()


def by_word(paragraphs=STORY, *, headline=HEADLINE):
    """A DOCX as python-docx writes it, from Word's own template."""
    document = docx.Document()
    if headline:
        document.add_heading(headline, 0)
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A ZIP file of these parts, name to bytes."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file.getvalue()
