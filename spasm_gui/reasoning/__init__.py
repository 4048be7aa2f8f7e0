"""Library and visit to assessment: triage, fit, questions, explanation. Pure functions; no screen, no file.

The whole room stands on one idea (`conditions.py`): a condition without negation is read four ways at once, depending
on how unanswered and unsure findings are taken. Everything else is counting and choosing the highest level.
"""
