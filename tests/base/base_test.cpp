#include "base/clock.h"
#include "base/nearest.h"
#include "base/utf8.h"
#include "content/content.h"
#include "figures/measures.h"
#include "files/files.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <set>

using namespace kiosk;

TEST_CASE("a file of the kernel's is read, though it says that it is empty")
{
    CHECK(read_file("/proc/sys/kernel/random/boot_id").value().empty());
    CHECK(read_kernel_file("/proc/sys/kernel/random/boot_id").value().size() == 37);
    CHECK_FALSE(read_kernel_file("/proc/sys/kernel").ok());
}

TEST_CASE("bytes that are not UTF-8 become one mark each and never end a walk")
{
    for (std::string const broken :
         {"\x80", "\xC3", "\xE2\x82", "\xF0\x9F\x98", "\xED\xA0\x80", "\xC0\xAF", "\xFF\xFE"}) {
        CHECK_FALSE(is_valid_utf8(broken));
        std::size_t position = 0;
        while (position < broken.size()) CHECK(next_code_point(broken, position) == kReplacementCharacter);
    }
    CHECK(is_valid_utf8("Łódź, Київ, ‹‹ 日本 👁"));
    CHECK(count_code_points("aé👁") == 3);
}

TEST_CASE("the case of letters: ASCII alone, and every other byte stays")
{
    CHECK(small_letters("@AMZ[ Élan 9") == "@amz[ Élan 9");
    CHECK(capital_letters("`amz{ élan 9") == "`AMZ{ éLAN 9");
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        CHECK(small_letter(static_cast<char>(byte)) == static_cast<char>(byte));
        CHECK(capital_letter(static_cast<char>(byte)) == static_cast<char>(byte));
    }
}

TEST_CASE("a mistyped word is answered with the nearest known one")
{
    CHECK(suggest_word("langauge", {"language", "leave", "home"}) == "did you mean 'language'?");
    CHECK(suggest_word("xyzzy", {"tap", "wait"}) == "known are: tap, wait");
}

TEST_CASE("a file is written whole, and an error names it")
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "a.txt", "one").ok());
    REQUIRE(write_file_atomically(folder / "a.txt", "two").ok());
    CHECK(read_file(folder / "a.txt").value() == "two");
    CHECK(list_folder(folder.path()).size() == 1);
    auto const missing = read_file(folder / "b.txt");
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().line().find("b.txt: cannot be read: No such file or directory (check the path)") !=
          std::string::npos);
}

TEST_CASE("a manual clock moves only when it is moved")
{
    ManualClock clock;
    auto const before = clock.now();
    CHECK(clock.now() == before);
    clock.advance(std::chrono::seconds(90));
    CHECK(clock.now() - before == std::chrono::seconds(90));
    CHECK(clock.wall().unix_seconds == ManualClock::kDefaultWall.unix_seconds + 90);
    clock.set_wall({0});
    CHECK(clock.now() - before == std::chrono::seconds(90));
}

TEST_CASE("the table of measures stands in the order of its names, each once")
{
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < kMeasures.size(); ++i) {
        CHECK(static_cast<std::size_t>(kMeasures[i].measure) == i);
        CHECK(ids.insert(kMeasures[i].id).second);
        CHECK(measure_by_id(kMeasures[i].id) == kMeasures[i].measure);
    }
}

TEST_CASE("values take the place of their names in words")
{
    CHECK(content::fill_placeholders("Page {page} of {pages}", {{"page", "2"}, {"pages", "7"}}) == "Page 2 of 7");
    CHECK(content::fill_placeholders("{a}{a}", {{"a", "{a}"}}) == "{a}{a}");
}
