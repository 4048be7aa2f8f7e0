"""The proof card of a library: everything the program promises that its content has to keep.

What the grammar of the content makes impossible is proved; the rest is enumerated over every region alone and every
pair and triple of regions that some rule joins, searched for an example, or counted. Each line of the card says which.
"""

import datetime

from spasm_gui.authoring import goals_proof, people_proof, rules_proof, screens_proof, stories_proof, texts_proof
from spasm_gui.authoring.card import Card
from spasm_gui.authoring.whereabouts import Whereabouts
from spasm_gui.knowledge.library import Library


def prove(library: Library, where: Whereabouts, today: datetime.date) -> Card:
    """Return the proof card of a library.

    Args:
        library: one that was read without problems.
        where: in which file and line its records stand, for messages.
        today: reviews are overdue or in the future as of this day.
    """
    cases, runs = people_proof.run_cases(library, where)
    return Card(
        (
            people_proof.complete(library, where),
            rules_proof.monotone(library),
            people_proof.no_red_flag_in_self_treatment(library, where),
            screens_proof.needed_rows(library, where),
            screens_proof.danger_everywhere(library, where),
            screens_proof.no_idle_finding(library, where),
            screens_proof.no_idle_row(library, where),
            rules_proof.no_dead_rule(library, where),
            rules_proof.no_shadowed_rule(library, where),
            stories_proof.counter_signs_asked(library, where),
            stories_proof.self_treatment_reachable(library, where),
            goals_proof.self_limiting_in_each_region(library),
            goals_proof.few_questions(library, where),
            stories_proof.guards_asked(library, where),
            stories_proof.causes_reachable(library, where),
            stories_proof.dangers_ruled_out(library, where),
            cases,
            people_proof.rules_needed(library, runs, where),
            people_proof.touches(runs, where),
            people_proof.caution(library, runs),
            *texts_proof.text_statements(library, where, today),
        )
    )
