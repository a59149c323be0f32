#include "base/calendar.h"
#include "base/secret.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("a day is read as it is written, and nothing else is one")
{
    auto const day = calendar_day("2026-11-25");
    REQUIRE(day);
    auto const parts = parts_of(*day);
    CHECK(parts.year == 2026);
    CHECK(parts.month == 11);
    CHECK(parts.day == 25);
    CHECK(parts.weekday == 3); // a Wednesday
    CHECK(day_text(*day) == "2026-11-25");
    CHECK(day_text(*day + std::chrono::days(6)) == "2026-12-01");
    for (auto const* wrong : {"", "2026-02-29", "2026-13-01", "2026-11-00", "2026-1-01", "26-11-25", "2026-11-25T14",
                              "unknown", "2026--1-01", "2026-11-2x"})
        CHECK_FALSE(calendar_day(wrong));
}

TEST_CASE("a secret holds digits until it is wiped, and no more than there may be")
{
    Secret secret("12345678901234");
    CHECK(secret.digits() == "1234567890");
    secret.pop();
    CHECK(secret.digits() == "123456789");
    auto const copy = secret;
    CHECK(copy == secret);
    auto const* memory = secret.digits().data();
    secret.wipe();
    CHECK(secret.empty());
    for (std::size_t i = 0; i < Secret::kMost; ++i) CHECK(memory[i] == 0);
    CHECK(secret == Secret());
    CHECK(copy.size() == 9);
}
