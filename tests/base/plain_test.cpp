#include "base/escape_controls.h"
#include "base/problem.h"
#include "files/files.h"
#include "support/temporary_folder.h"
#include "system/log.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

using namespace kiosk;

TEST_CASE("text that would steer a terminal, turn or hide letters is shown as what it is")
{
    CHECK(escape_controls("Réunion, Ελλάδα, 東京, עברית") == "Réunion, Ελλάδα, 東京, עברית");
    CHECK(escape_controls("a\tb\nc\x7f") == "a\\u{9}b\\u{a}c\\u{7f}");
    CHECK(escape_controls("\x1b[2J\x07") == "\\u{1b}[2J\\u{7}");
    CHECK(escape_controls("\u0085\u009b\u202e\u2066\u200b\ufeff\u2028\U000E0041") ==
          "\\u{85}\\u{9b}\\u{202e}\\u{2066}\\u{200b}\\u{feff}\\u{2028}\\u{e0041}");
    CHECK(escape_controls("\xff\x9b") == "\uFFFD\uFFFD"); // bytes of C1 are none of UTF-8
    CHECK(escape_controls("می\u200cخواهم") == "می\u200cخواهم");
}

TEST_CASE("whatever is said of a fault, in a list or in the journal, is plain")
{
    CHECK(Error{"a\x1b", "b\n", "c\r"}.line() == "a\\u{1b}: b\\u{a} (c\\u{d})");
    CHECK(Problem{Severity::error, {"a\x1b", 1, 2}, "b\n", "c\r"}.line() == "a\\u{1b}:1:2: error: b\\u{a} (c\\u{d})");
    std::string said;
    auto before = set_log_sink([&](LogLevel, std::string_view message) { said = message; });
    log(LogLevel::information, "a\x1b[2J");
    set_log_sink(std::move(before));
    CHECK(said == "a\\u{1b}[2J");
}

TEST_CASE("what is no regular file is refused at once, and nothing longer than asked for is read")
{
    test::TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(read_file(folder / "pipe").error().message == "is a pipe, not a file");
    CHECK(read_file(folder.path()).error().message == "is a folder, not a file");
    CHECK(read_file("/dev/zero").error().message == "is a device, not a file");
    CHECK(read_file(folder / "none").error().advice == "check the path");
    REQUIRE(write_file_atomically(folder / "file", "12345").ok());
    CHECK(read_file(folder / "file", 5).value() == "12345");
    CHECK(read_file(folder / "file", 4).error().message == "is 5 bytes long");
    std::filesystem::create_symlink(folder / "file", folder / "link");
    CHECK(read_file(folder / "link").value() == "12345");
}
