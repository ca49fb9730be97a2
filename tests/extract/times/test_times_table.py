"""What each way of telling a time means in an article of Wednesday, 14 May 2031."""

from __future__ import annotations

import pytest

from parley.extract.times import find_times
from tests.handmade import document, flat

PUBLISHED = "2031-05-14"

# sentence, then (words, type, TIMEX3 value, earliest day, latest day) of each time in it
TIMES = [
    ("The envoys met on Wednesday.", [("Wednesday", "DATE", "2031-05-14", "2031-05-14", "2031-05-14")]),
    ("The envoys met on Tuesday in Riga.", [("Tuesday", "DATE", "2031-05-13", "2031-05-13", "2031-05-13")]),
    ("The envoys met on Thursday.", [("Thursday", "DATE", "2031-05-08", "2031-05-08", "2031-05-08")]),
    ("The envoys will meet on Thursday.", [("Thursday", "DATE", "2031-05-15", "2031-05-15", "2031-05-15")]),
    ("The envoys will meet on Monday.", [("Monday", "DATE", "2031-05-19", "2031-05-19", "2031-05-19")]),
    ("The envoys agreed to meet on Friday.", [("Friday", "DATE", "2031-05-16", "2031-05-16", "2031-05-16")]),
    ("A round planned for Saturday was called off.", [("Saturday", "DATE", "2031-05-17", "2031-05-17", "2031-05-17")]),
    ("They spoke last Friday.", [("last Friday", "DATE", "2031-05-09", "2031-05-09", "2031-05-09")]),
    ("They will speak next Friday.", [("next Friday", "DATE", "2031-05-23", "2031-05-23", "2031-05-23")]),
    ("They will speak this Friday.", [("this Friday", "DATE", "2031-05-16", "2031-05-16", "2031-05-16")]),
    ("They will return on Tuesday week.", [("Tuesday week", "DATE", "2031-05-27", "2031-05-27", "2031-05-27")]),
    ("The call was held on Monday evening.", [("Monday evening", "TIME", "2031-05-12TEV", "2031-05-12", "2031-05-12")]),
    (
        "The call will begin at 10 a.m. GMT on Thursday.",
        [("10 a.m. GMT on Thursday", "TIME", "2031-05-15T10:00Z", "2031-05-15", "2031-05-15")],
    ),
    ("Talks open at 14:30 tomorrow.", [("14:30 tomorrow", "TIME", "2031-05-15T14:30", "2031-05-15", "2031-05-15")]),
    ("They met yesterday.", [("yesterday", "DATE", "2031-05-13", "2031-05-13", "2031-05-13")]),
    (
        "They will meet the day after tomorrow.",
        [("the day after tomorrow", "DATE", "2031-05-16", "2031-05-16", "2031-05-16")],
    ),
    ("They spoke last night.", [("last night", "TIME", "2031-05-13TNI", "2031-05-13", "2031-05-13")]),
    ("The chancellor will fly home tonight.", [("tonight", "TIME", "2031-05-14TNI", "2031-05-14", "2031-05-14")]),
    ("This morning the sides signed a pact.", [("This morning", "TIME", "2031-05-14TMO", "2031-05-14", "2031-05-14")]),
    ("The sides will meet next week.", [("next week", "DATE", "2031-W21", "2031-05-19", "2031-05-25")]),
    ("The sides will meet early next week.", [("early next week", "DATE", "2031-W21", "2031-05-19", "2031-05-21")]),
    ("They met last week.", [("last week", "DATE", "2031-W19", "2031-05-05", "2031-05-11")]),
    ("The envoys will travel later this week.", [("later this week", "DATE", "2031-W20", "2031-05-14", "2031-05-18")]),
    ("They will meet later this month.", [("later this month", "DATE", "2031-05", "2031-05-14", "2031-05-31")]),
    ("The minister resigned earlier this year.", [("earlier this year", "DATE", "2031", "2031-01-01", "2031-05-14")]),
    ("The council will sit next month.", [("next month", "DATE", "2031-06", "2031-06-01", "2031-06-30")]),
    ("The council met last year.", [("last year", "DATE", "2030", "2030-01-01", "2030-12-31")]),
    (
        "They will meet on Wednesday, September 17.",
        [("Wednesday, September 17", "DATE", "2031-09-17", "2031-09-17", "2031-09-17")],
    ),
    (
        "They will meet on 14-15 June in Oslo.",
        [("14-15 June", "DATE", "2031-06-14/2031-06-15", "2031-06-14", "2031-06-15")],
    ),
    (
        "They will meet from 28 May to 3 June.",
        [("28 May to 3 June", "DATE", "2031-05-28/2031-06-03", "2031-05-28", "2031-06-03")],
    ),
    (
        "They will confer from June 4 through the 6th.",
        [("June 4 through the 6th", "DATE", "2031-06-04/2031-06-06", "2031-06-04", "2031-06-06")],
    ),
    (
        "The leaders will meet on June 9 and 10.",
        [("June 9 and 10", "DATE", "2031-06-09/2031-06-10", "2031-06-09", "2031-06-10")],
    ),
    ("The port was shut on 3 March.", [("3 March", "DATE", "2031-03-03", "2031-03-03", "2031-03-03")]),
    (
        "The pact was signed on March 20 last year.",
        [("March 20 last year", "DATE", "2030-03-20", "2030-03-20", "2030-03-20")],
    ),
    ("The pact was signed on 5 April 2029.", [("5 April 2029", "DATE", "2029-04-05", "2029-04-05", "2029-04-05")]),
    ("The pact was signed on April 5, 2029.", [("April 5, 2029", "DATE", "2029-04-05", "2029-04-05", "2029-04-05")]),
    ("A hearing was set for January 8.", [("January 8", "DATE", "2032-01-08", "2032-01-08", "2032-01-08")]),
    ("The truce ended in mid-April.", [("mid-April", "DATE", "2031-04", "2031-04-11", "2031-04-20")]),
    ("The truce will end in late June.", [("late June", "DATE", "2031-06", "2031-06-16", "2031-06-30")]),
    ("The vote was held in early March.", [("early March", "DATE", "2031-03", "2031-03-01", "2031-03-16")]),
    ("Talks began in March.", [("March", "DATE", "2031-03", "2031-03-01", "2031-03-31")]),
    ("Talks will begin in March.", [("March", "DATE", "2032-03", "2032-03-01", "2032-03-31")]),
    ("Talks will begin in October.", [("October", "DATE", "2031-10", "2031-10-01", "2031-10-31")]),
    ("Talks began in October.", [("October", "DATE", "2030-10", "2030-10-01", "2030-10-31")]),
    ("The deal of March 2030 lapsed.", [("March 2030", "DATE", "2030-03", "2030-03-01", "2030-03-31")]),
    ("Talks in March of this year failed.", [("March of this year", "DATE", "2031-03", "2031-03-01", "2031-03-31")]),
    (
        "The leaders will meet before the end of June.",
        [("the end of June", "DATE", "2031-06", "2031-05-14", "2031-06-30")],
    ),
    ("They will answer by Friday.", [("Friday", "DATE", "2031-05-16", "2031-05-14", "2031-05-16")]),
    ("They will answer within ten days.", [("ten days", "DURATION", "P10D", "2031-05-14", "2031-05-24")]),
    (
        "They will meet within the next 48 hours.",
        [("the next 48 hours", "DURATION", "PT48H", "2031-05-14", "2031-05-16")],
    ),
    ("They will meet within two weeks or so.", [("two weeks", "DURATION", "P2W", "2031-05-14", "2031-05-28")]),
    ("They will meet in two weeks.", [("two weeks", "DURATION", "P2W", "2031-05-26", "2031-06-01")]),
    ("They spoke for the first time in two weeks.", [("two weeks", "DURATION", "P2W", None, None)]),
    ("They met a fortnight ago.", [("a fortnight ago", "DATE", "2031-W18", "2031-04-28", "2031-05-04")]),
    ("They met three days ago.", [("three days ago", "DATE", "2031-05-11", "2031-05-11", "2031-05-11")]),
    ("They met two years ago.", [("two years ago", "DATE", "2029", "2029-01-01", "2029-12-31")]),
    ("The ship left some six weeks ago.", [("some six weeks ago", "DATE", "2031-W14", "2031-03-31", "2031-04-06")]),
    ("They will meet in the next two weeks.", [("the next two weeks", "DURATION", "P2W", "2031-05-14", "2031-05-28")]),
    ("They met over the past four days.", [("the past four days", "DURATION", "P4D", "2031-05-11", "2031-05-14")]),
    ("They will meet in the coming days.", [("the coming days", "DURATION", "PXD", None, None)]),
    ("In recent weeks both sides softened.", [("recent weeks", "DURATION", "PXW", None, None)]),
    ("The ministers met over the weekend.", [("the weekend", "DATE", "2031-W19-WE", "2031-05-10", "2031-05-11")]),
    ("The ministers will meet this weekend.", [("this weekend", "DATE", "2031-W20-WE", "2031-05-17", "2031-05-18")]),
    ("They will meet over the weekend.", [("the weekend", "DATE", "2031-W20-WE", "2031-05-17", "2031-05-18")]),
    (
        "The sides will meet from Monday to Wednesday.",
        [("Monday to Wednesday", "DATE", "2031-05-19/2031-05-21", "2031-05-19", "2031-05-21")],
    ),
    (
        "The fair will run on Monday and Tuesday.",
        [("Monday and Tuesday", "DATE", "2031-05-19/2031-05-20", "2031-05-19", "2031-05-20")],
    ),
    (
        "The visit was moved from Monday to Thursday.",
        [
            ("Monday", "DATE", "2031-05-12", "2031-05-12", "2031-05-12"),
            ("Thursday", "DATE", "2031-05-15", "2031-05-15", "2031-05-15"),
        ],
    ),
    (
        "The visit was moved from 3 June to 10 June.",
        [
            ("3 June", "DATE", "2031-06-03", "2031-06-03", "2031-06-03"),
            ("10 June", "DATE", "2031-06-10", "2031-06-10", "2031-06-10"),
        ],
    ),
    (
        "The visit was put off from 3 to 10 June.",
        [("10 June", "DATE", "2031-06-10", "2031-06-10", "2031-06-10")],
    ),
    ("The pact was signed in 2017.", [("2017", "DATE", "2017", "2017-01-01", "2017-12-31")]),
    ("The road was built in the 1990s.", [("the 1990s", "DATE", "199", "1990-01-01", "1999-12-31")]),
    ("The dispute of 2019-2020 was settled.", [("2019-2020", "DATE", "2019/2020", "2019-01-01", "2020-12-31")]),
    (
        "Exports fell in the third quarter of 2030.",
        [("the third quarter of 2030", "DATE", "2030-Q3", "2030-07-01", "2030-09-30")],
    ),
    ("Exports will recover in Q3.", [("Q3", "DATE", "2031-Q3", "2031-07-01", "2031-09-30")]),
    ("The summit will be held this autumn.", [("this autumn", "DATE", "2031-FA", "2031-09-01", "2031-11-30")]),
    (
        "The visit will take place in the first half of next year.",
        [("the first half of next year", "DATE", "2032", "2032-01-01", "2032-06-30")],
    ),
    (
        "They will meet in the first week of June.",
        [("the first week of June", "DATE", "2031-06-01/2031-06-07", "2031-06-01", "2031-06-07")],
    ),
    (
        "They will meet at the end of the month.",
        [("the end of the month", "DATE", "2031-05", "2031-05-16", "2031-05-31")],
    ),
    ("They will meet by the end of the year.", [("the end of the year", "DATE", "2031", "2031-05-14", "2031-12-31")]),
    ("A three-day visit began.", [("three-day", "DURATION", "P3D", None, None)]),
    ("They talked for two and a half hours.", [("two and a half hours", "DURATION", "PT2.5H", None, None)]),
    ("The annual forum was held.", [("annual", "SET", "P1Y", None, None)]),
    ("They meet every two months.", [("every two months", "SET", "P2M", None, None)]),
    ("Prices rose by 3 percent a year.", [("a year", "SET", "P1Y", None, None)]),
    ("It pumps 900 barrels a day.", [("a day", "SET", "P1D", None, None)]),
    ("They meet every Monday.", [("every Monday", "SET", "XXXX-WXX-1", None, None)]),
    ("The plan is off the table for the time being.", [("the time being", "DATE", "PRESENT_REF", None, None)]),
    ("The two sides will soon meet.", [("soon", "DATE", "FUTURE_REF", None, None)]),
    ("So far the two sides have not met.", [("So far", "DATE", "PRESENT_REF", None, None)]),
    (
        "They will be received at noon on 3 June.",
        [("noon on 3 June", "TIME", "2031-06-03T12:00", "2031-06-03", "2031-06-03")],
    ),
    (
        "On the evening of 2 May the envoys landed.",
        [("the evening of 2 May", "TIME", "2031-05-02TEV", "2031-05-02", "2031-05-02")],
    ),
    (
        "The shelling began at half past six.",
        [("half past six", "TIME", "2031-05-14T06:30", "2031-05-14", "2031-05-14")],
    ),
    ("The week of 2 June will be busy.", [("The week of 2 June", "DATE", "2031-W23", "2031-06-02", "2031-06-08")]),
    ("GENEVA, 14 May - The talks were suspended.", [("14 May", "DATE", "2031-05-14", "2031-05-14", "2031-05-14")]),
    (
        "They met on 25 April. Two days later the truce collapsed.",
        [
            ("25 April", "DATE", "2031-04-25", "2031-04-25", "2031-04-25"),
            ("Two days later", "DATE", "2031-04-27", "2031-04-27", "2031-04-27"),
        ],
    ),
    (
        "They met on 25 April. The next day both denied it.",
        [
            ("25 April", "DATE", "2031-04-25", "2031-04-25", "2031-04-25"),
            ("The next day", "DATE", "2031-04-26", "2031-04-26", "2031-04-26"),
        ],
    ),
    (
        "They met on 25 April. The same day a bridge fell.",
        [
            ("25 April", "DATE", "2031-04-25", "2031-04-25", "2031-04-25"),
            ("The same day", "DATE", "2031-04-25", "2031-04-25", "2031-04-25"),
        ],
    ),
    (
        "They will meet on 20 June. Their aides will meet the day before.",
        [
            ("20 June", "DATE", "2031-06-20", "2031-06-20", "2031-06-20"),
            ("the day before", "DATE", "2031-06-19", "2031-06-19", "2031-06-19"),
        ],
    ),
    ("They left the day before the vote.", [("the day before", "DATE", "XXXX-XX-XX", None, None)]),
    ("The leaders will meet on the 25th.", [("the 25th", "DATE", "2031-05-25", "2031-05-25", "2031-05-25")]),
    ("The leaders met on the 9th.", [("the 9th", "DATE", "2031-05-09", "2031-05-09", "2031-05-09")]),
    ("The May summit was brief.", [("May", "DATE", "2031-05", "2031-05-01", "2031-05-31")]),
    ("The 2019 elections were held.", [("2019", "DATE", "2019", "2019-01-01", "2019-12-31")]),
    ("On 2031-06-02 the court will sit.", [("2031-06-02", "DATE", "2031-06-02", "2031-06-02", "2031-06-02")]),
    ("On 02.06.2031 the court will sit.", [("02.06.2031", "DATE", "2031-06-02", "2031-06-02", "2031-06-02")]),
    ("They met on Tuesday (13/5).", [("Tuesday (13/5)", "DATE", "2031-05-13", "2031-05-13", "2031-05-13")]),
    ("It was signed on the eve of 3 June.", [("the eve of 3 June", "DATE", "2031-06-02", "2031-06-02", "2031-06-02")]),
    ("In the 19th century the border was drawn.", [("the 19th century", "DATE", "18", "1800-01-01", "1899-12-31")]),
    (
        "They were to meet two weeks after 2 June.",
        [("two weeks after 2 June", "DATE", "2031-W25", "2031-06-16", "2031-06-22")],
    ),
    (
        "The summit will be held between 3 and 5 June.",
        [("3 and 5 June", "DATE", "2031-06-03/2031-06-05", "2031-06-03", "2031-06-05")],
    ),
    (
        "The summit will be held between late May and mid-June.",
        [("late May and mid-June", "DATE", "2031-05/2031-06", "2031-05-16", "2031-06-20")],
    ),
    ("Talks were suspended until the following week.", [("the following week", "DATE", "XXXX-WXX", None, None)]),
    ("They spoke on Tuesday at 9pm.", [("Tuesday at 9pm", "TIME", "2031-05-13T21:00", "2031-05-13", "2031-05-13")]),
]

# words that look like a time and are none
NO_TIMES = [
    "It was the 25th anniversary.",
    "Ministers may meet again.",
    "The troops march on the capital.",
    "May said nothing on the deal.",
    "A column of 2000 km was seen.",
    "They counted 1950 soldiers.",
    "Resolution 1701 was adopted.",
    "It was named Black Friday.",
    "The spring was dry.",
    "A clash broke out after the fall of the cabinet.",
    "The Daily Herald said so.",
    "They paid $2024 for it.",
    "A 19-year-old student was held.",
    "The second round was held.",
    "He raised the matter with Jan Egelund.",
    "Some 1900 troops crossed the river.",
    "It was a second-hand car.",
]


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str, str | None, str | None, str | None]]:
    """The times of a text as plain rows."""
    found = find_times(flat(text), document(text, published))
    return [(t.text, t.type, t.value, t.earliest, t.latest) for t in found]


@pytest.mark.parametrize(("sentence", "expected"), TIMES, ids=[row[0] for row in TIMES])
def test_a_time_means(sentence: str, expected: list[tuple[str, str, str, str, str]]) -> None:
    assert read(sentence) == expected


@pytest.mark.parametrize("sentence", NO_TIMES)
def test_no_time_in(sentence: str) -> None:
    assert read(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("They met on Monday.", ("Monday", "DATE", "XXXX-WXX-1", None, None)),
        ("They met last week.", ("last week", "DATE", "XXXX-WXX", None, None)),
        ("They met in October.", ("October", "DATE", "XXXX-10", None, None)),
        ("They met on 5 May.", ("5 May", "DATE", "XXXX-05-05", None, None)),
        ("They met yesterday.", ("yesterday", "DATE", "XXXX-XX-XX", None, None)),
        ("They met on 5 May 2030.", ("5 May 2030", "DATE", "2030-05-05", "2030-05-05", "2030-05-05")),
        ("They met in 2030.", ("2030", "DATE", "2030", "2030-01-01", "2030-12-31")),
    ],
)
def test_without_a_date_of_publication_only_absolute_times_are_resolved(
    sentence: str, expected: tuple[str, str, str, str | None, str | None]
) -> None:
    assert read(sentence, None) == [expected]


@pytest.mark.parametrize("published", ["2031-05-14T23:40", "2031-05-14T01:15:00+03:00", "2031-05-14T01:15:00Z"])
def test_the_day_of_publication_is_the_local_day_as_written(published: str) -> None:
    assert read("They met today.", published) == [("today", "DATE", "2031-05-14", "2031-05-14", "2031-05-14")]


@pytest.mark.parametrize("published", ["", "May 2031", "2031", "not a date"])
def test_an_unreadable_date_of_publication_counts_as_none(published: str) -> None:
    assert read("They met today.", published) == [("today", "DATE", "XXXX-XX-XX", None, None)]


def test_a_surname_is_no_month() -> None:
    text = "Aides in May hoped to stay."
    assert find_times(flat(text, {"May": "PER"}), document(text, PUBLISHED)) == ()
