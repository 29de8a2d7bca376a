"""Minutes as a message for a chat: short lines, no layout, the direction right by itself."""

from recorder.minutes.message.document import Bold, message, write_message

__all__ = ["Bold", "message", "write_message"]
