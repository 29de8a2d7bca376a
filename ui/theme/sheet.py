"""The one style sheet, made from tokens. Symmetric values only: Qt does not mirror borders."""

from collections.abc import Callable

from ui.theme.tokens import Tokens

CONTROL_RADIUS = 7
CARD_RADIUS = 10


def make_sheet(tokens: Tokens, px: Callable[[int], int]) -> str:
    """The sheet of a look.

    Args:
        tokens: the colours.
        px: turns a measure of the design into pixels at the user's text size.
    """
    return "\n".join(
        part(tokens, px) for part in (_grounds, _buttons, _fields, _lists, _bars, _popups)
    )


def _grounds(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
    QMainWindow, QDialog, QWidget[class="Page"] {{ background: {t.page}; }}
    QLabel {{ background: transparent; }}
    QFrame[class="Card"] {{ background: {t.surface}; border: 1px solid {t.line};
        border-radius: {CARD_RADIUS}px; }}
    QFrame[class="Card"][active="true"] {{ border: 2px solid {t.accent}; }}
    QFrame[class="Well"] {{ background: {t.sunken}; border: 1px solid {t.line};
        border-radius: {CONTROL_RADIUS}px; }}
    QFrame[class="Bar"] {{ background: {t.surface}; }}
    QFrame[class="Rule"] {{ background: {t.line}; border: none; }}
    QScrollArea, QScrollArea > QWidget > QWidget[class="Page"] {{ background: transparent;
        border: none; }}
    QLabel[role="title"] {{ font-size: {px(17)}px; font-weight: 600; }}
    QLabel[role="page"] {{ font-size: {px(22)}px; font-weight: 600; }}
    QLabel[role="section"] {{ font-size: {px(15)}px; font-weight: 600; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="soft"] {{ color: {t.soft}; }}
    QLabel[role="wrong"] {{ color: {t.bad}; }}
    QLabel[role="small"] {{ color: {t.faint}; font-size: {px(12)}px; }}
    QLabel[role="field"] {{ color: {t.soft}; font-size: {px(13)}px; font-weight: 500; }}
    """


def _buttons(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
    QPushButton {{ background: {t.surface}; color: {t.ink}; border: 1px solid {t.line_strong};
        border-radius: {CONTROL_RADIUS}px; padding: 0 {px(12)}px; font-weight: 500;
        outline: none; }}
    QPushButton:hover {{ background: {t.sunken}; }}
    QPushButton:pressed {{ background: {t.neutral_soft}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; }}
    QPushButton:disabled {{ color: {t.faint}; border-color: {t.line}; }}
    QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
        border: 1px solid {t.accent}; font-weight: 600; }}
    QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {t.ink}; }}
    QPushButton[kind="primary"]:disabled {{ background: {t.neutral_soft}; color: {t.faint};
        border-color: {t.line}; }}
    QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; }}
    QPushButton[kind="quiet"]:hover {{ background: {t.sunken}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; }}
    QPushButton[kind="danger"] {{ color: {t.bad}; }}
    QPushButton[kind="chip"] {{ background: {t.surface}; color: {t.soft};
        border: 1px solid {t.line}; border-radius: {px(14)}px; font-size: {px(13)}px; }}
    QPushButton[kind="chip"]:hover {{ background: {t.sunken}; }}
    QPushButton[kind="chip"]:checked {{ background: {t.accent_soft}; color: {t.accent};
        border: 1px solid {t.accent}; font-weight: 600; }}
    QPushButton[kind="chip"]:focus {{ border: 2px solid {t.accent}; }}
    QToolButton {{ background: transparent; color: {t.soft}; border: 1px solid transparent;
        border-radius: {CONTROL_RADIUS}px; padding: 0; }}
    QToolButton:hover {{ background: {t.sunken}; }}
    QToolButton:checked {{ background: {t.accent_soft}; color: {t.accent}; }}
    QToolButton:focus {{ border: 2px solid {t.accent}; }}
    QToolButton[kind="rail"] {{ font-size: {px(12)}px; font-weight: 500; padding: {px(5)}px 0;
        border-radius: {CARD_RADIUS}px; }}
    QToolButton[kind="rail"]:checked {{ font-weight: 600; }}
    QToolButton[kind="rail"]:disabled {{ color: {t.line_strong}; }}
    QLineEdit > QToolButton {{ min-height: 0; padding: 0; border: none;
        background: transparent; }}
    QToolButton::menu-indicator {{ image: none; }}
    """


def _fields(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
    QLineEdit, QTextEdit, QComboBox {{ background: {t.surface}; color: {t.ink};
        border: 1px solid {t.line_strong}; border-radius: {CONTROL_RADIUS}px;
        selection-background-color: {t.selection}; selection-color: {t.ink}; }}
    QLineEdit, QComboBox {{ padding: 0 {px(8)}px; }}
    QLineEdit:focus, QTextEdit:focus, QComboBox:focus {{ border: 2px solid {t.accent}; }}
    QLineEdit:disabled, QTextEdit:disabled, QComboBox:disabled {{ background: {t.sunken};
        color: {t.faint}; border-color: {t.line}; }}
    QLineEdit[wrong="true"] {{ border: 2px solid {t.bad}; }}
    QTextEdit[frame="none"], QTextEdit[frame="none"]:focus {{ border: none;
        background: transparent; }}
    QComboBox::drop-down {{ border: none; width: {px(28)}px; }}
    QComboBox::down-arrow {{ image: none; }}
    QCheckBox, QRadioButton {{ spacing: {px(8)}px; background: transparent; }}
    """


def _lists(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
    QAbstractItemView {{ background: transparent; color: {t.ink}; border: none; outline: none;
        selection-background-color: {t.accent_soft}; selection-color: {t.ink}; }}
    QTableView {{ gridline-color: {t.line}; alternate-background-color: {t.sunken}; }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{ background: transparent; color: {t.soft}; border: none;
        padding: 0 {px(8)}px; font-size: {px(12)}px; font-weight: 600; }}
    """


def _bars(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
    QScrollBar {{ background: transparent; border: none; margin: 0; }}
    QScrollBar:vertical {{ width: {px(10)}px; }}
    QScrollBar:horizontal {{ height: {px(10)}px; }}
    QScrollBar::handle {{ background: {t.line}; border-radius: 4px; margin: 1px; }}
    QScrollBar::handle:vertical {{ min-height: {px(32)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(32)}px; }}
    QScrollBar::handle:hover {{ background: {t.line_strong}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QSplitter::handle {{ background: transparent; }}
    QProgressBar {{ background: {t.line}; border: none; border-radius: 2px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 2px; }}
    """


def _popups(t: Tokens, px: Callable[[int], int]) -> str:
    return f"""
    QMenu, QAbstractItemView[class="Popup"], QComboBox QAbstractItemView,
    QFrame[class="Popup"] {{ background: {t.surface}; color: {t.ink};
        border: 1px solid {t.line_strong}; }}
    QLabel[class="Hint"] {{ background: {t.ink}; color: {t.surface}; font-size: {px(13)}px;
        border-radius: {CONTROL_RADIUS}px; padding: {px(5)}px {px(12)}px; }}
    QFrame[class="Palette"] {{ background: {t.surface}; border: 1px solid {t.line_strong};
        border-radius: {CARD_RADIUS}px; }}
    QMenu {{ padding: {px(4)}px; }}
    QMenu::item {{ padding: {px(6)}px {px(24)}px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; }}
    QMenu::item:disabled {{ color: {t.faint}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: {px(4)}px; }}
    QToolTip {{ background: {t.ink}; color: {t.surface}; border: none;
        padding: {px(4)}px {px(8)}px; }}
    QCalendarWidget QWidget {{ background: {t.surface}; color: {t.ink}; }}
    QCalendarWidget QAbstractItemView {{ background: {t.surface}; outline: none;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    """
