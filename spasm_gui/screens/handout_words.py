"""The handout of the visit that is on the screen, in the visitor's language."""

import datetime
import re
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from spasm_gui.handout.contents import Handout, Words, make_handout
from spasm_gui.handout.examined import make_examined_handout
from spasm_gui.handout.plan import Plan
from spasm_gui.knowledge.level import Level
from spasm_gui.knowledge.self_care import SelfCare
from spasm_gui.reasoning.assessment import offered_self_care
from spasm_gui.screens.act_words import ActWords
from spasm_gui.screens.examined_visit import ExaminedVisit
from spasm_gui.screens.places_words import both_name, capitalised, place_name
from spasm_gui.screens.visit_model import VisitModel
from spasm_gui.screens.what_changes import signs_by_level


def handout_words() -> Words:
    """Return the interface's words on a handout."""
    translate = QCoreApplication.translate
    return Words(
        program=translate("handout", "Spasm Map"),
        advice=translate("handout", "Advice"),
        advice_so_far=translate("handout", "Advice so far; some questions are open"),
        why=translate("handout", "Why this advice"),
        fits_best=translate("handout", "{cause} fits best: {fits} of your answers, {against} against."),
        none=translate("handout", "none"),
        no_danger_sign=translate("handout", "None of the danger signs asked about"),
        not_sure=translate("handout", "Not sure: {said}"),
        do_now=translate("handout", "Do this now"),
        then=translate("handout", "After that"),
        what_you_can_do=translate("handout", "What you can do"),
        more_to_do=translate("handout", "More to do, with pictures, in the program: {count}"),
        your_plan=translate("handout", "Your plan"),
        chosen_by=translate("handout", "Chosen by your physiotherapist"),
        chosen_act=translate("handout", "Your exercises"),
        chosen_why=translate(
            "handout",
            "Your physiotherapist examined you and chose these exercises for you. "
            "The program asked no questions and gives no advice here.",
        ),
        get_help=translate("handout", "Stop and get help if one of these comes"),
        times_a_day=translate("handout", "Times a day: {count}."),
        days=translate("handout", "Days: {count}."),
        usually=translate("handout", "Usually: {dose}"),
        note=translate("handout", "For you"),
        hold=translate("handout", "Hold {seconds} seconds. {repeats}"),
        stop_if=translate("handout", "Stop if"),
        until=translate("handout", "Until when"),
        that_is_until=translate("handout", "{text} That is until {date}."),
        avoid=translate("handout", "Leave out"),
        no_longer_holds=translate("handout", "When this advice no longer holds"),
        any_other_sign=translate("handout", "Any other sign that the questions named counts as well."),
        on_your_phone=translate("handout", "On your phone"),
        shortened=translate("handout", "Shortened. The printed page says more."),
        phone_note=translate(
            "handout", "The square holds the plan in short. It opens no link, and nothing was stored."
        ),
        sources=translate("handout", "Sources"),
        more_sources=translate("handout", "and more in the program: {count}"),
        general_knowledge=translate("handout", "some statements rest on general medical knowledge"),
        edition=translate("handout", "Content {version} of {date}; compared with its sources on {reviewed}."),
    )


def date_text(day: datetime.date) -> str:
    """Return a date as the visitor's language writes it, without the day of the week."""
    form = re.sub(r"^d{3,4}\W*|\W*d{3,4}$", "", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return str(QLocale().toString(day, form))  # type: ignore[call-overload]


def handout_of(
    model: VisitModel,
    acts: ActWords,
    legal: str,
    care: Sequence[SelfCare] | None = None,
    plan: Plan | None = None,
) -> Handout:
    """Return what the person may take along of this visit, as it stands now.

    `care` is what is still offered after an exercise was stopped; None for all that the advice offers. `plan` is what
    was chosen of it, if anything was.
    """
    offered = offered_self_care(model.library, model.visit, model.assessment)
    care = offered if care is None else [one for one in care if one in offered]  # a button may be older than an answer
    level = model.assessment.level or Level.PHYSICIAN
    return make_handout(
        model.library,
        model.visit,
        model.assessment,
        handout_words(),
        acts,
        care=care,
        plan=plan or Plan(),
        places=_places(model),
        signs=signs_by_level(model, level),
        legal=legal,
        today=datetime.date.today(),
        date_text=date_text,
    )


def examined_handout_of(model: VisitModel, acts: ActWords, legal: str, examined: ExaminedVisit) -> Handout:
    """Return the page of a plan that a physiotherapist chose and confirmed."""
    return make_examined_handout(
        model.library,
        handout_words(),
        acts,
        plan=examined.plan(model),
        places=[f"{capitalised(place_name(model.library, one, model.for_whom))}." for one in examined.places],
        signs=examined.signs(model),
        legal=legal,
        today=datetime.date.today(),
        date_text=date_text,
    )


def _places(model: VisitModel) -> tuple[str, ...]:
    """Every touched place in words, with its pain where somebody said how much it hurts."""
    texts: dict[str, None] = {}
    for place in model.visit.places:
        two_sided = place.region in model.visit.two_sided
        name = (both_name if two_sided else place_name)(model.library, place, model.for_whom)
        text = f"{capitalised(name)}."
        strength = model.strength(place)
        if strength is not None:
            text += " " + QCoreApplication.translate("handout", "Pain {strength} of 10.").format(strength=strength)
        texts[text] = None
    return tuple(texts)
