# SPDX-FileCopyrightText: 2026 The Terkha developers
# SPDX-License-Identifier: MIT
"""Every change a reader can make to the library, with the words that name it in the undo menu."""

from __future__ import annotations

from dataclasses import dataclass

ACTIONS: tuple[tuple[str, str], ...] = (
    ("bookmark.add", "Keep {subject}"),
    ("bookmark.remove", "Remove {subject}"),
    ("bookmark.rename", "Rename {subject}"),
    ("bookmark.pin", "Pin {subject}"),
    ("bookmark.unpin", "Unpin {subject}"),
    ("collection.create", "Create collection {subject}"),
    ("collection.rename", "Rename collection {subject}"),
    ("collection.move", "Move collection {subject}"),
    ("collection.remove", "Remove collection {subject}"),
    ("collection.file", "File {subject}"),
    ("collection.take-out", "Take {subject} out of the collection"),
    ("collection.arrange", "Arrange {subject}"),
    ("note.add", "Add note on {subject}"),
    ("note.edit", "Edit note on {subject}"),
    ("note.remove", "Remove note on {subject}"),
    ("tag.add", "Tag {subject}"),
    ("tag.remove", "Untag {subject}"),
    ("tag.rename", "Rename tag {subject}"),
    ("tag.delete", "Delete tag {subject}"),
    ("tray.add", "Put {subject} into the tray"),
    ("tray.remove", "Take {subject} out of the tray"),
    ("tray.clear", "Clear the tray"),
    ("search.save", "Save search {subject}"),
    ("search.rename", "Rename search {subject}"),
    ("search.move", "Move search {subject}"),
    ("search.remove", "Remove search {subject}"),
    ("history.forget", "Forget the visit to {subject}"),
    ("history.clear", "Clear the history"),
    ("work.add", "Add the work {subject}"),
    ("work.edit", "Edit the work {subject}"),
    ("work.remove", "Remove the work {subject}"),
    ("library.import", "Import {subject}"),
)
TEMPLATES = dict(ACTIONS)


@dataclass(frozen=True, slots=True)
class Change:
    """One step that can be undone or redone."""

    action: str
    """A key of ACTIONS, so that an interface can say it in another language."""
    subject: str
    """The title of what was changed, the first one of several."""
    count: int
    """How many things were changed."""
    at: str

    @property
    def label(self) -> str:
        """The step in English, as it stands after "Undo: "."""
        more = f" and {self.count - 1} more" if self.count > 1 else ""
        return TEMPLATES[self.action].format(subject=self.subject + more)
