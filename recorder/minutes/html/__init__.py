"""Minutes as one HTML file: for a browser, an e-mail, a print; it fetches nothing, runs nothing."""

from recorder.minutes.html.page import write_html

__all__ = ["write_html"]
