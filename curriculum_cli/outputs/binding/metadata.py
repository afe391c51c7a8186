"""What a document says of itself: title, subject, language, PDF/UA, and how to show and print it.

No dates: the same content gives the same bytes on any day.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

import pikepdf
from pikepdf import Dictionary, Name, String

PRODUCER = "curriculum"
XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li>\
<rdf:li xml:lang={language}>{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language_text}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def describe(
    document: pikepdf.Pdf, *, title: str, language: str, subject: str, duplex: bool
) -> None:
    """Write title, subject, language and viewer preferences into a document."""
    xmp = XMP.format(
        title=escape(title),
        subject=escape(subject),
        language=quoteattr(language),
        language_text=escape(language),
        producer=PRODUCER,
    )
    root = document.Root
    root.Metadata = document.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if duplex:
        root.ViewerPreferences.Duplex = Name.DuplexFlipLongEdge
    document.docinfo.Title = String(title)
    document.docinfo.Subject = String(subject)
    document.docinfo.Producer = String(PRODUCER)
