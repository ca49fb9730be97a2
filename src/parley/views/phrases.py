"""The words for what claims and reports say, the same on the terminal and on pages."""

from __future__ import annotations

AUTHOR = "the article"
HIDDEN = "a source that the article does not name"

STANCES = {
    "confirms": "confirms",
    "denies": "denies",
    "disputes_premise": "disputes that it was ever planned",
    "declines_to_confirm": "declines to confirm",
    "conditions": "sets a condition",
}
# Only what takes from a state: that a day is certain, or a meeting likely, its state says already.
CERTAINTIES = {"eos1": "planned only", "eos2": "highly uncertain", "eos3": "may take place"}
DIFFERENCES = {
    "status": "Accounts differ over how it stands",
    "time": "Accounts differ over when",
    "place": "Accounts differ over where",
    "existence": "Accounts differ over whether there was or is to be any",
}
RELATIONS = {"prepares": "prepares", "led_to": "led to", "follows": "follows"}
MOVEMENTS = {"none": "no movement", "insufficient": "has not moved enough"}
# What a claim says, as the state of an encounter that it stands for.
CLAIM_STATE = {
    "rescheduled": "scheduled",
    "refused": "denied",
    "no_plans": "denied",
    "not_yet": "unknown",
    "not_held": "cancelled",
}
