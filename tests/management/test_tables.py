from timeline.management.tables import table


def test_the_first_column_goes_to_the_left_and_numbers_to_the_right():
    assert table("Speed", ("", "ms"), [("page", "19.0"), ("figure", "120.5")]).splitlines() == [
        "",
        "Speed",
        "           ms",
        "------  -----",
        "page     19.0",
        "figure  120.5",
    ]
