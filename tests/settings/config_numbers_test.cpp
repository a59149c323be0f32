// Every number that a file may say, found from the lists that the readers themselves read by.
#include "content/read/read.h"
#include "files/files.h"
#include "settings/config.h"
#include "settings/staff_settings.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <cmath>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::settings;

namespace {

// What no number of ours can be, whichever key it stands behind; 0x7f… and the one behind it are whole, and too large
// for a double or for anything.
constexpr char const* kNoNumbers[] = {"nan",
                                      "+nan",
                                      "-nan",
                                      "inf",
                                      "+inf",
                                      "-inf",
                                      "1e400",
                                      "-1",
                                      "-1e9",
                                      "1e18",
                                      "-0.0",
                                      "9007199254740993",
                                      "true",
                                      "\"30\"",
                                      "9223372036854775807",
                                      "[30]",
                                      "-9223372036854775808",
                                      "0x7fffffffffffffff"};

// A key with the words in which it is asked for, and whether it takes fractions.
struct Asked {
    std::string table, key;
    bool whole = false;
    double least = 0, most = 0;

    std::string line(std::string const& value) const
    {
        return (table.empty() ? "" : "[" + table + "]\n") + key + " = " + value + "\n";
    }
};

template <typename Struct, std::size_t count>
void list(std::vector<Asked>& all, std::string_view table, NumberKeys<Struct, count> const& keys)
{
    for (auto const& key : keys) {
        Asked asked{std::string(table), std::string(key.key), false, 0, 0};
        std::visit(
            [&](auto const& of) {
                asked.whole = !std::is_same_v<decltype(of.bounds.least), double>;
                asked.least = static_cast<double>(of.bounds.least);
                asked.most = static_cast<double>(of.bounds.most);
            },
            key.of);
        all.push_back(std::move(asked));
    }
}

// Every numeric key of a configuration.
std::vector<Asked> config_keys()
{
    std::vector<Asked> all;
    visit_numbers(Config(),
                  [&](std::string_view table, auto const&, auto const&, auto const& keys) { list(all, table, keys); });
    return all;
}

struct Read {
    Config config;
    Problems problems;
};

Read read(std::string const& text)
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", text).ok());
    Read read;
    read.problems = read_config(folder / "kiosk.toml", read.config);
    return read;
}

// The numbers of a configuration, to be compared as a whole.
std::vector<double> numbers_of(Config const& config)
{
    std::vector<double> all;
    visit_numbers(config, [&](std::string_view, auto const& values, auto const&, auto const& keys) {
        for (auto const& key : keys)
            std::visit([&](auto const& of) { all.push_back(static_cast<double>(values.*of.member)); }, key.of);
    });
    return all;
}

} // namespace

TEST_CASE("no key of a configuration takes what is no number inside its bounds")
{
    auto const keys = config_keys();
    CHECK(keys.size() == 13);
    auto const defaults = numbers_of({});
    for (auto const& key : keys) {
        std::vector<std::string> wrong(std::begin(kNoNumbers), std::end(kNoNumbers));
        wrong.push_back(fmt::format("{}", key.most + 1));
        if (key.whole)
            wrong.insert(wrong.end(), {fmt::format("{}.5", key.least), fmt::format("{}.0", key.most), "1e2"});
        for (auto const& value : wrong) {
            CAPTURE(key.line(value));
            // Zero with a minus is zero, and the lowest that a rotation may be.
            auto const got = read(key.line(value));
            CHECK(got.problems.size() == 1);
            CHECK(in_bounds(got.config));
            CHECK(numbers_of(got.config) == defaults);
        }
    }
}

TEST_CASE("every key of a configuration takes the ends of its bounds, and says them where it does not take a number")
{
    for (auto const& key : config_keys())
        for (auto const end : {key.least, key.most}) {
            CAPTURE(key.line(fmt::format("{}", end)));
            auto const got = read(key.line(fmt::format("{}", end)));
            CHECK(got.problems.empty());
            CHECK(in_bounds(got.config));
            auto const hexadecimal = key.whole ? fmt::format("{:#x}", static_cast<int>(end)) : "";
            if (key.whole) CHECK(read(key.line(hexadecimal)).problems.empty()); // 0x10 is how TOML writes 16
            auto const said = read(key.line("nan")).problems.at(0).line();
            CHECK(said.find(fmt::format("from {} to {}", key.least, key.most)) != std::string::npos);
            CHECK(said.find(key.table.empty() ? "kiosk.toml:1:1: error" : "kiosk.toml:2:1: error") !=
                  std::string::npos);
        }
}

TEST_CASE("what is advised in place of a wrong number would be taken")
{
    for (auto const& key : config_keys()) {
        auto const advice = read(key.line("nan")).problems.at(0).suggestion;
        auto const line = advice.substr(std::string("for instance ").size());
        CAPTURE(advice);
        CHECK(read((key.table.empty() ? "" : "[" + key.table + "]\n") + line + "\n").problems.empty());
    }
}

TEST_CASE("the printed configuration names every numeric key with its bounds")
{
    auto const text = default_config_text();
    for (auto const& key : config_keys()) {
        auto const at = text.find("\n" + key.key + " = ");
        auto const line = at != std::string::npos ? at : text.find("\n# " + key.key + " = ");
        CAPTURE(key.key);
        REQUIRE(line != std::string::npos);
        if (key.key == "rotation") continue; // four values, each of them said
        CHECK(text.substr(line, text.find('\n', line + 1) - line).find(fmt::format("{} to {}", key.least, key.most)) !=
              std::string::npos);
    }
}

TEST_CASE("a threshold that is no number masks as before")
{
    CHECK(read("threshold = nan\n").config.threshold == 10);
    CHECK(read("threshold = 10.5\n").config.threshold == 10);
    CHECK(read("threshold = 9\n").config.threshold == 10);
    CHECK(read("threshold = 20\n").config.threshold == 20);
}

TEST_CASE("no timing of content and no length of a quiz takes what is no number inside its bounds")
{
    std::vector<Asked> keys;
    list(keys, "timings", content::kTimingNumbers);
    list(keys, "", content::kQuizNumbers);
    for (auto const& key : keys)
        for (auto const* value : kNoNumbers) {
            CAPTURE(key.line(value));
            Problems problems;
            auto const root = toml::parse_toml(key.line(value), "kiosk.toml", problems);
            content::Timings timings;
            content::Quiz quiz;
            if (root) {
                auto const* table = key.table.empty() ? &*root : root->find(key.table);
                REQUIRE(table);
                toml::TableReader reader(*table, "it", problems);
                if (key.table.empty())
                    reader.numbers(quiz, content::kQuizNumbers);
                else
                    reader.numbers(timings, content::kTimingNumbers);
                reader.finish();
            }
            CHECK(problems.size() == 1);
            CHECK(quiz.draw == content::Quiz{}.draw);
            CHECK(in_bounds(timings, content::kTimingNumbers));
            CHECK(timings.attract_slide == content::Timings{}.attract_slide);
        }
}

TEST_CASE("content that says nan for a slide does not hold the attract loop in it")
{
    test::TemporaryFolder folder;
    std::filesystem::copy(test::sources() / "content", folder / "content", std::filesystem::copy_options::recursive);
    auto text = read_file(folder / "content/kiosk.toml").value();
    auto const at = text.find("attract_slide = ");
    REQUIRE(at != std::string::npos);
    text.replace(at, text.find('\n', at) - at, "attract_slide = nan");
    REQUIRE(write_file_atomically(folder / "content/kiosk.toml", text).ok());
    auto const got = content::read_content(folder / "content");
    CHECK(got.problems.size() == 1);
    CHECK(got.content.timings.attract_slide == content::Timings{}.attract_slide);
}

TEST_CASE("no setting that staff have kept takes what is no number inside its bounds")
{
    test::TemporaryFolder folder;
    std::vector<Asked> keys;
    list(keys, "", settings::kSettingsNumbers);
    list(keys, "hours", settings::kHoursNumbers);
    for (auto const& key : keys)
        for (auto const* value : kNoNumbers) {
            auto const text =
                key.table.empty() ? key.line(value) : "[hours]\nrule = \"set\"\n" + key.key + " = " + value;
            CAPTURE(text);
            REQUIRE(write_file_atomically(folder / "settings.toml", text + "\n").ok());
            staff::Settings settings;
            CHECK(settings::read_settings(folder / "settings.toml", settings).size() == 1);
            CHECK(settings.brightness == staff::Settings{}.brightness);
            CHECK(settings.opens == staff::Settings{}.opens);
            CHECK(settings.closes == staff::Settings{}.closes);
        }
}

TEST_CASE("a whole number is digits and nothing else, inside its bounds")
{
    constexpr Bounds<std::int64_t> kHundred{-5, 100};
    CHECK(whole_number("100", kHundred) == 100);
    CHECK(whole_number("-5", kHundred) == -5);
    CHECK(whole_number("08", kHundred) == 8);
    for (auto const* wrong : {"", " 1", "1 ", "+1", "1.0", "1e1", "0x10", "nan", "inf", "-", "--1", "101", "-6", "1\n",
                              "9223372036854775808", "99999999999999999999999"})
        CHECK_FALSE(whole_number(wrong, kHundred));
    static_assert(!Bounds<double>{0, 1}.contains(std::numeric_limits<double>::quiet_NaN()));
    auto const option = whole_number_option(kHundred);
    std::string text = "010";
    CHECK(option(text).empty());
    CHECK(text == "10"); // and not eight, as programs in C would have it
    text = "0x10";
    CHECK(option(text) == "'0x10' is no whole number from -5 to 100");
}
