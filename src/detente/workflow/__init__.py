"""The line, from an article to a brief: the only place that knows the order.

Each arrow is one function. What is wrong with the data travels with the result as findings;
one input that gives nothing never stops the others.
"""

from detente.workflow.adding import Added, add_articles, read_again
from detente.workflow.briefing import brief_articles, brief_record
from detente.workflow.drafting import (
    Redrafted,
    counting,
    draft_file,
    draft_readings,
    draft_record,
    remembering,
    revise_file,
    with_questions,
)
from detente.workflow.explaining import Fallen, why, without
from detente.workflow.lawful import Matter, bring_before_law, lawful_outcomes
from detente.workflow.news import changes
from detente.workflow.reading import Article, Tell, read_articles, take
from detente.workflow.solving import Solved, analyse_dispute, not_analysed, solve

__all__ = [
    "Added",
    "Article",
    "Fallen",
    "Matter",
    "Redrafted",
    "Solved",
    "Tell",
    "add_articles",
    "analyse_dispute",
    "brief_articles",
    "brief_record",
    "bring_before_law",
    "changes",
    "counting",
    "draft_file",
    "draft_readings",
    "draft_record",
    "lawful_outcomes",
    "not_analysed",
    "read_again",
    "read_articles",
    "remembering",
    "revise_file",
    "solve",
    "take",
    "why",
    "with_questions",
    "without",
]
