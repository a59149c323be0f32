#include "files/files.h"
#include "support/temporary_folder.h"
#include "system/requests.h"

#include <doctest/doctest.h>

using namespace kiosk;

TEST_CASE("without an installed system nothing can be asked, and that is said")
{
    test::TemporaryFolder const folder;
    CHECK_FALSE(accepts_requests(folder.path()));
    auto const asked = send_request(SystemRequest::power_off, power_off_value(), folder.path());
    REQUIRE_FALSE(asked);
    CHECK(asked.error().line().find("takes no requests here") != std::string::npos);
    CHECK_FALSE(read_reply(SystemRequest::power_off, folder.path()));
}

TEST_CASE("a request is a file, and its answer is the one to it")
{
    test::TemporaryFolder const folder;
    REQUIRE(make_folder(folder.path() / "requests"));
    REQUIRE(make_folder(folder.path() / "answers"));
    REQUIRE(accepts_requests(folder.path()));
    auto const request = folder.path() / "requests/clock";
    auto const answered = folder.path() / "answers/clock";
    REQUIRE(write_file_atomically(answered, "done\n")); // to an earlier one
    REQUIRE(send_request(SystemRequest::clock, clock_value(WallTime{1795424400}), folder.path()));
    CHECK(read_file(request).value() == "1795424400\n");
    CHECK_FALSE(read_reply(SystemRequest::clock, folder.path()));
    std::filesystem::remove(answered);
    std::filesystem::remove(request);
    CHECK_FALSE(read_reply(SystemRequest::clock, folder.path()));
    REQUIRE(write_file_atomically(answered, "refused: not a time from 2026 to 2050\n"));
    auto const refused = read_reply(SystemRequest::clock, folder.path());
    REQUIRE(refused);
    CHECK_FALSE(refused->done);
    CHECK(refused->words == "not a time from 2026 to 2050");
    REQUIRE(write_file_atomically(answered, "done\n"));
    CHECK(read_reply(SystemRequest::clock, folder.path())->done);
    REQUIRE(write_file_atomically(answered, "done, until the power is cut\n"));
    CHECK(read_reply(SystemRequest::clock, folder.path())->words == "until the power is cut");
}

TEST_CASE("values are what the system's own check accepts")
{
    CHECK(power_off_value() == "now");
    CHECK(brightness_value(0) == "5");
    CHECK(brightness_value(140) == "100");
    CHECK(sticks_value(StickMounting::close) == "close");
}
