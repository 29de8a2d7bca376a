"""The look of the HTML minutes, that of the Word ones: dark ink, one quiet teal, hairlines.

Sides are said by the direction of reading (inline-start), so one sheet serves both languages.
The faces are those that a machine has already; none is fetched.
"""

from recorder.minutes.docx.look import ACCENT, CAUTION, HEAD_TINT, INK, LINE, QUIET, TINT

STYLE = f"""\
:root {{ color-scheme: light; }}
* {{ box-sizing: border-box; }}
html {{ background: #{TINT}; }}
body {{ margin: 1.5rem auto; max-width: 52rem; padding: 2.6rem 3rem; background: #fff;
  color: #{INK}; font: 1.06rem/1.75 "Noto Naskh Arabic", "Times New Roman", "Geeza Pro", serif; }}
:lang(en) {{ font-size: 1rem; line-height: 1.55; }}
h1, h2, h3, h4, th, .host, .capacity, .reference, .state {{
  font-family: "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", Arial, sans-serif; }}
h1, h2, h3, h4, p, th, td, .host, .person {{ white-space: pre-wrap; overflow-wrap: break-word; }}
.whole {{ white-space: nowrap; }}
h1, h2, h3, h4 {{ line-height: 1.4; break-after: avoid; }}
h1 {{ margin: 1.6rem 0 .2rem; font-size: 1.5rem; text-align: center; color: #{ACCENT}; }}
h2 {{ margin: 1.9rem 0 .5rem; font-size: 1.2rem; color: #{ACCENT}; }}
h3 {{ margin: 1.2rem 0 .35rem; font-size: 1.05rem; }}
h4 {{ margin: 1rem 0 .3rem; font-size: 1rem; color: #{QUIET}; }}
p {{ margin: 0 0 .55rem; orphans: 2; widows: 2; }}
.subject, .reference, .state {{ text-align: center; margin: 0 0 .2rem; }}
.subject {{ font-size: 1.12rem; font-weight: 700; }}
.reference {{ color: #{QUIET}; font-size: .92rem; }}
.state {{ color: #{CAUTION}; font-size: .92rem; font-weight: 700; }}
.lead {{ margin: .8rem 0; }}
.quote {{ padding: .55rem .9rem; background: #{TINT}; }}
.remark, .credit {{ color: #{QUIET}; font-size: .9rem; }}
.credit {{ margin-top: 1rem; }}
.item, .subitem {{ display: flex; gap: .6rem; }}
.subitem {{ padding-inline-start: 2.2rem; }}
.item .label, .subitem .label {{ flex: none; min-width: 1.6rem; font-weight: 700; }}
.text {{ flex: 1; min-width: 0; }}
.quiet {{ color: #{QUIET}; }}
.keep {{ break-after: avoid; }}
.page {{ break-before: page; }}
.letterhead {{ display: flex; flex-wrap: wrap; justify-content: space-between; gap: 1rem 2rem;
  padding-bottom: .8rem; border-bottom: 2px solid #{ACCENT}; }}
.host {{ flex: 0 1 16rem; text-align: center; font-weight: 700; line-height: 1.45; }}
.host img {{ display: block; width: auto; height: auto; max-width: 11rem; max-height: 4.2rem;
  margin: 0 auto .4rem; }}
.host small {{ display: block; color: #{QUIET}; font-size: .8rem; font-weight: 400; }}
.host b {{ display: block; color: #{ACCENT}; font-size: .9rem; }}
table {{ width: 100%; margin: .5rem 0 1.2rem; border-collapse: collapse; font-size: .93rem;
  line-height: 1.5; border-block: 1.5px solid #{ACCENT}; }}
th, td {{ padding: .38rem .6rem; text-align: start; vertical-align: top;
  border-bottom: 1px solid #{LINE}; }}
thead th {{ background: #{HEAD_TINT}; border-bottom: 1.5px solid #{ACCENT};
  vertical-align: middle; }}
thead {{ display: table-header-group; }}
tr {{ break-inside: avoid; }}
tbody tr:nth-child(even) td {{ background: #{TINT}; }}
.values th {{ width: 24%; background: #{TINT}; color: #{QUIET}; }}
.values tbody tr td {{ background: none; }}
.centre {{ text-align: center; }}
.contents {{ margin: 1.4rem 0; break-inside: avoid; }}
.contents h2 {{ margin: 0 0 .3rem; font-size: 1.1rem; }}
.contents p {{ margin: 0; line-height: 1.7; }}
.contents a {{ color: inherit; text-decoration: none; }}
.contents a:hover, .contents a:focus {{ text-decoration: underline; }}
.level1 {{ font-weight: 700; }}
.level2 {{ padding-inline-start: 1.4rem; }}
.card {{ display: flex; flex-direction: column; justify-content: center; min-height: 26rem;
  padding: 1rem 0; border-bottom: 1px dashed #{QUIET}; break-inside: avoid; }}
.card_head {{ display: flex; justify-content: space-between; gap: 1rem; margin: 0 0 .4rem;
  color: #{ACCENT}; font-size: 1.6rem; }}
.card_head .label {{ font-weight: 700; }}
.card_head .text {{ flex: none; }}
.card_title {{ margin: 0 0 .9rem; font-size: 2.4rem; font-weight: 700; line-height: 1.35; }}
.card_line {{ font-size: 1.25rem; }}
.card_head, .card_title {{
  font-family: "IBM Plex Sans Arabic", "Noto Sans Arabic", "Segoe UI", Arial, sans-serif; }}
.facing {{ display: grid; grid-template-columns: 1fr 1fr; gap: 0 2rem; }}
figure {{ margin: 1rem 0; text-align: center; break-inside: avoid; }}
figure img {{ max-width: 70%; max-height: 26rem; width: auto; height: auto; }}
figcaption {{ font-size: .9rem; }}
figcaption div + div {{ color: #{QUIET}; font-size: .85rem; }}
sup {{ line-height: 0; font-size: .7em; font-weight: 400; }}
sup a, .notes a {{ color: #{ACCENT}; text-decoration: none; }}
.notes {{ margin-top: 2rem; padding-top: .6rem; border-top: 1px solid #{LINE};
  font-size: .85rem; color: #{QUIET}; }}
.signatures {{ display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr));
  gap: 1.6rem 2rem; margin: 1.2rem 0; break-inside: avoid; }}
.capacity {{ font-weight: 700; color: #{ACCENT}; }}
.person {{ min-height: 1.6em; }}
.role {{ color: #{QUIET}; font-size: .9rem; }}
.line {{ display: flex; gap: .5rem; align-items: baseline; margin-top: 1rem; font-size: .9rem; }}
.line::after {{ content: ""; flex: 1; border-bottom: 1px dotted #{INK}; }}
@media print {{
  html, body {{ background: none; }}
  body {{ margin: 0; max-width: none; padding: 0; font-size: 11.5pt; }}
  .unprinted {{ display: none; }}
  .card {{ min-height: 124mm; }}
  * {{ print-color-adjust: exact; -webkit-print-color-adjust: exact; }}
}}
@media (max-width: 40rem) {{
  body {{ margin: 0; padding: 1.2rem; }}
  table {{ font-size: .85rem; }}
}}
"""


def paper(page: str, of: str) -> str:
    """The sheet when it is printed, A4 as in Word; the words stand around the page numbers."""
    first, second = css_string(f"{page} "), css_string(f" {of} ")
    return (
        "@page { size: A4; margin: 20mm 20mm 18mm; @bottom-center { "
        f"content: {first} counter(page) {second} counter(pages); "
        f"font: 9pt Arial, sans-serif; color: #{QUIET}; }} }}\n"
    )


def css_string(text: str) -> str:
    """A text as a CSS string: all but letters, figures and spaces by their numbers."""
    return '"' + "".join(
        each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in text
    ) + '"'  # fmt: skip
