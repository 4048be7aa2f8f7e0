"""The handout as plain HTML with real headings and lists, for those who read with a screen reader."""

from collections.abc import Iterable
from html import escape

from spasm_gui.handout.contents import Handout


def html_page(handout: Handout) -> str:
    """Return a page that needs no other file: no picture, no script, no address. All text is escaped."""
    words = handout.words
    out = [f"<p>{escape(words.program)}, {escape(handout.date)}</p>"]
    out += [f"<p>{escape(place)}</p>" for place in handout.places]
    out += [f"<h1>{escape(handout.state)}: {escape(handout.act)}</h1>"]
    out += [_heading(words.why)] if handout.is_advice else []
    out += [_paragraph(handout.why)]
    out += [_list(handout.said)] if handout.said else []
    out += [_heading(words.do_now), _list(handout.do_now, "ol")] if handout.do_now else []
    if handout.then:
        out += [_heading(words.then), _list(handout.then)]
    if handout.changes:
        out.append(_heading(handout.signs_title))
        for change in handout.changes:
            out += [_heading(change.act, 3), _list(change.signs)]
        if handout.has_more_signs:
            out.append(_paragraph(words.any_other_sign))
    out += [_heading(words.until), _paragraph(handout.until)] if handout.until else []
    if handout.avoid:
        out += [_heading(words.avoid), _list(handout.avoid)]
    if handout.exercises:
        out.append(_heading(words.your_plan if handout.is_chosen else words.what_you_can_do))
        out += [_paragraph(f"{words.note}: {handout.note}")] if handout.note else []
        for one in handout.exercises:
            out.append(_heading(one.name, 3))
            out += [_paragraph(one.own)] if one.own else []
            out += [_paragraph(one.dose), _list(one.steps, "ol")]
            out += [_paragraph(one.remark)] if one.remark else []
        out += [_heading(words.stop_if), _list(handout.stop_if)]
        out += [_paragraph(words.more_to_do.format(count=handout.more_exercises))] if handout.more_exercises else []
    out += [_heading(words.sources), _paragraph(handout.sources), _paragraph(handout.edition)]
    out.append(f"<p><strong>{escape(handout.legal)}</strong></p>")
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(handout.language)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{escape(handout.title)}</title>\n</head>\n<body>\n" + "\n".join(out) + "\n</body>\n</html>\n"
    )


def _heading(text: str, level: int = 2) -> str:
    return f"<h{level}>{escape(text)}</h{level}>"


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _list(texts: Iterable[str], kind: str = "ul") -> str:
    return f"<{kind}>\n" + "\n".join(f"<li>{escape(text)}</li>" for text in texts) + f"\n</{kind}>"
