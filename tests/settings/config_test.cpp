#include "crypto/age_keys.h"
#include "crypto/minisign.h"
#include "files/files.h"
#include "lock/pin.h"
#include "settings/config.h"
#include "support/temporary_folder.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::settings;

namespace {

std::string all_lines(Problems const& problems)
{
    std::string text;
    for (auto const& problem : problems) text += problem.line() + "\n";
    return text;
}

} // namespace

TEST_CASE("a mistyped key is said with its line and the right one, and the rest is read")
{
    test::TemporaryFolder folder;
    auto const file = folder / "kiosk.toml";
    REQUIRE(write_file_atomically(file, "name = \"brussels-1\"\nseting = \"fair\"\npanel_diagonal_inches = 3\n").ok());
    Config config;
    auto const lines = all_lines(read_config(file, config));
    CHECK(lines.find(
              "kiosk.toml:2:1: error: the configuration does not know the key 'seting' (did you mean 'setting'?)") !=
          std::string::npos);
    CHECK(lines.find("kiosk.toml:3:1: error: 'panel_diagonal_inches' must be a number from 7 to 120") !=
          std::string::npos);
    CHECK(config.name == "brussels-1");
    CHECK(config.setting == figures::Venue::shop);
    CHECK(config.kiosk.panel_diagonal_inches == 0);
}

TEST_CASE("the printed defaults are a configuration without a fault")
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", default_config_text()).ok());
    Config config;
    CHECK(all_lines(read_config(folder / "kiosk.toml", config)).empty());
    CHECK(config.name == Config{}.name);
}

TEST_CASE("a key whose section still begins with # is told with that section, and the advice mends it")
{
    struct Hidden {
        char const *key, *section, *words;
    };
    test::TemporaryFolder folder;
    auto const lines_of = [&](std::string const& text) {
        REQUIRE(write_file_atomically(folder / "kiosk.toml", text).ok());
        Config config;
        return all_lines(read_config(folder / "kiosk.toml", config));
    };
    for (auto const& row :
         {Hidden{"keys = [", "[updates]", "'keys' in line"},
          Hidden{"reporting_hosts = [", "[updates]", "'reporting_hosts' in line"},
          Hidden{"name = \"Salon", "[fair]", "'name' in line"}, Hidden{"from = \"2027", "[fair]", "'from' in line"},
          Hidden{"pin_hash = \"", "[staff]", "'pin_hash' in line"},
          Hidden{"seconds = 70", "[idle]", "'seconds' in line"}}) {
        CAPTURE(row.key);
        auto text = default_config_text();
        auto const at = text.find(std::string("# ") + row.key);
        if (at == std::string::npos) continue; // a key of another release
        text.erase(at, 2);
        auto const lines = lines_of(text);
        CAPTURE(lines);
        CHECK(lines.find(row.words) != std::string::npos);
        CHECK(lines.find(std::string("belongs below ") + row.section) != std::string::npos);
        CHECK(lines.find(std::string("take the # before ") + row.section + " away, too") != std::string::npos);
        CHECK(std::count(lines.begin(), lines.end(), '\n') <= 1);
        auto const heading = text.find(std::string("# ") + row.section);
        REQUIRE(heading != std::string::npos);
        CHECK(lines_of(text.erase(heading, 2)).find("belongs below") == std::string::npos);
    }
    CHECK(lines_of("[hours]\nopens = \"10:00\"\n[hours.exception]\nday = \"2026-12-25\"\n")
              .find("write [[hours.exception]], with two brackets") != std::string::npos);
}

TEST_CASE("a data folder that may come late is awaited only where the configuration says so, with true or false")
{
    test::TemporaryFolder folder;
    Config config;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", "wait_for_data = true\n").ok());
    CHECK(all_lines(read_config(folder / "kiosk.toml", config)).empty());
    CHECK(config.wait_for_data);
    REQUIRE(write_file_atomically(folder / "kiosk.toml", "wait_for_data = \"yes\"\n").ok());
    Config defaults;
    CHECK(all_lines(read_config(folder / "kiosk.toml", defaults)).find("'wait_for_data' must be true or false") !=
          std::string::npos);
    CHECK_FALSE(defaults.wait_for_data);
}

TEST_CASE("a configuration that is missing or no TOML is one line, the defaults stand, and the kiosk has no name")
{
    test::TemporaryFolder folder;
    Config config;
    CHECK(read_config(folder / "none.toml", config).size() == 1);
    REQUIRE(write_file_atomically(folder / "broken.toml", "name = \n").ok());
    CHECK(read_config(folder / "broken.toml", config).size() == 1);
    CHECK(config.name.empty()); // that stands in the file, and nobody can read it
    CHECK(config.threshold == 10);
}

TEST_CASE("a size of a panel is two numbers with a cross")
{
    CHECK(parse_panel_size("1920x1080")->width == 1920);
    for (auto const* wrong : {"", "1920", "x", "1920x", "1920x1080x", "-5x100", "10x10", "99999x1080", "1920×1080"})
        CHECK_FALSE(parse_panel_size(wrong));
}

namespace {

Config read_text(std::string const& text, std::string& lines)
{
    test::TemporaryFolder folder;
    REQUIRE(write_file_atomically(folder / "kiosk.toml", text).ok());
    Config config;
    lines = all_lines(read_config(folder / "kiosk.toml", config));
    return config;
}

} // namespace

std::string const kHash = lock::hash_pin(Secret("246813")).take();

TEST_CASE("what staff and figures need is read")
{
    auto const seal = crypto::make_sealing_pair().open;
    std::string lines;
    auto const config =
        read_text("setting = \"fair\"\npartner = \"Reisbureau Zonnig\"\ncountry = \"BE\"\n[fair]\nname = \"Salon\"\n"
                  "from = \"2027-02-04\"\nto = \"2027-02-07\"\n[staff]\npin_hash = \"" +
                      kHash +
                      "\"\nshuffle = true\n"
                      "[export]\nlanguage = \"fr\"\nfolders = [\"/mnt\"]\npublic_key = \"" +
                      seal + "\"\n",
                  lines);
    CHECK(lines.empty());
    CHECK(config.partner == "Reisbureau Zonnig");
    CHECK(config.country == "BE");
    CHECK(config.fair.name == "Salon");
    CHECK(config.fair.to == "2027-02-07");
    CHECK(config.staff.pin_hash == kHash);
    CHECK(config.staff.shuffle);
    CHECK(config.exporting.language == "fr");
    CHECK(config.exporting.public_key == seal);
    REQUIRE(config.exporting.folders.size() == 1);
    CHECK(config.exporting.folders.front() == "/mnt");
}

TEST_CASE("a PIN that stands in the open is refused without repeating it, and what is no hash is none")
{
    for (auto const* line : {"pin = \"246813\"", "pin_hash = \"246813\"", "pin_hash = \"$argon2id$v=19$\""}) {
        std::string lines;
        auto const config = read_text("[staff]\n" + std::string(line) + "\n", lines);
        CHECK(lines.find("kiosk.toml:2:1: error: ") != std::string::npos);
        CHECK(lines.find("kiosk --hash-pin") != std::string::npos);
        CHECK(lines.find("246813") == std::string::npos);
        CHECK(config.staff.pin_hash.empty());
    }
}

TEST_CASE("languages and idle times of this one kiosk are read, and what they cannot be is said")
{
    std::string lines;
    auto config = read_text("languages = [\"nl\", \"fr\"]\n[idle]\nseconds = 45\nreporting = 20\n", lines);
    CHECK(lines.empty());
    CHECK(config.languages == std::vector<std::string>{"nl", "fr"});
    CHECK(config.idle.usual == 45);
    CHECK(config.idle.reading == 0);
    CHECK(config.idle.reporting == 20);
    config = read_text("languages = [\"Dutch\"]\n[idle]\nwarning = 5\nspeed = 3\n", lines);
    CHECK(lines.find("'Dutch' is no language") != std::string::npos);
    CHECK(lines.find("'warning'") != std::string::npos); // WCAG 2.2.1: 20 s at least
    CHECK(lines.find("'speed'") != std::string::npos);
    CHECK(config.languages.empty());
    CHECK(config.idle.warning == 0);
}

TEST_CASE("a fair without two days in their order is none")
{
    for (auto const* days :
         {"from = \"2027-02-04\"\n", "from = \"2027-02-30\"\nto = \"2027-03-02\"\n",
          "from = \"2027-02-04\"\nto = \"2027-02-03\"\n", "from = \"4.2.2027\"\nto = \"2027-02-07\"\n"}) {
        std::string lines;
        auto const config = read_text("[fair]\n" + std::string(days), lines);
        CHECK(lines.find("kiosk.toml:") != std::string::npos);
        CHECK(config.fair.from.empty());
        CHECK(config.fair.to.empty());
    }
}

TEST_CASE("countries, languages and keys have a shape")
{
    std::string lines;
    auto const config =
        read_text("country = \"Belgium\"\n[export]\nlanguage = \"French\"\npublic_key = \"abc\"\n", lines);
    for (auto const* said : {"'country' is no country", "'language' is no language", "'public_key' is no key"})
        CHECK_MESSAGE(lines.find(said) != std::string::npos, said);
    CHECK(config.country.empty());
    CHECK(config.exporting.language.empty());
    CHECK(config.exporting.public_key.empty());
}

TEST_CASE("keys of content by stick are read, and what is none is said and left out")
{
    std::string lines;
    auto const some = crypto::make_signing_pair();
    auto const key = crypto::public_key_text(some.open);
    auto renumbered = some.open;
    renumbered.number.fill(7); // of the same person
    auto const config =
        read_text(fmt::format("[updates]\nkeys = [\"{}\", \"{}\", \"abc\", \"{}\", \"{}\", \"{}\"]\nepoch = 3\n", key,
                              crypto::public_key_text(renumbered), crypto::secret_key_text(some.secret),
                              crypto::make_sealing_pair().open, std::string(64, 'b')),
                  lines);
    for (auto const* told :
         {"warning: 'keys' holds one key twice", "error: 'keys' is no key", "error: 'keys' is the secret half of a key",
          "error: 'keys' is a key for sealing packages", "error: 'keys' is a key of the old form"})
        CHECK(lines.find(std::string("kiosk.toml:2:1: ") + told) != std::string::npos);
    CHECK(config.updates.keys == std::vector<std::string>{key});
    CHECK(config.updates.epoch == 3);
    CHECK(Config{}.updates.keys.empty());
}

TEST_CASE("a key with a mistyped letter is refused, and one with minisign's own comment is read")
{
    auto sealed_for = crypto::make_sealing_pair().open;
    sealed_for[20] = sealed_for[20] == 'q' ? 'p' : 'q';
    auto const key = crypto::public_key_text(crypto::make_signing_pair().open);
    std::string lines;
    auto const config = read_text(fmt::format("[export]\npublic_key = \"{}\"\n[updates]\nkeys = [\"\"\"untrusted "
                                              "comment: minisign public key 1\n{}\n\"\"\"]\n",
                                              sealed_for, key),
                                  lines);
    CHECK(lines.find("'public_key' is no public key of age, or a letter of it is wrong") != std::string::npos);
    CHECK(config.exporting.public_key.empty());
    CHECK(config.updates.keys == std::vector<std::string>{key});
}

TEST_CASE("hosts that addresses of reporting may move to are hosts alone; what is none is said and left out")
{
    std::string lines;
    auto const config = read_text("[updates]\nreporting_hosts = [\"www.ecpat.be\", \"https://ecpat.be\", \"ecpat\", "
                                  "\"xn--ecpt-5qa.be\", \"ECPAT.be\", \"a@ecpat.be\", \"ecpat.be:443\", \"\"]\n",
                                  lines);
    CHECK(config.updates.reporting_hosts == std::vector<std::string>{"www.ecpat.be"});
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 7);
    CHECK(lines.find("kiosk.toml:2:1: error: 'https://ecpat.be' begins with a scheme: leave it away") !=
          std::string::npos);
    CHECK(Config{}.updates.reporting_hosts.empty());
}

TEST_CASE("a name that is none is said and leaves none, so that no kiosk counts under another's")
{
    std::string lines;
    CHECK(read_text("", lines).name == "kiosk");
    CHECK(read_text("name = \"brussels-1\"\n", lines).name == "brussels-1");
    CHECK(lines.empty());
    for (auto const& wrong :
         {std::string("\"\""), std::string("\"brussels 1\""), std::string("\"Brüssel\""), std::string("\"../kiosk\""),
          std::string("\" kiosk\""), std::string("\"kiosk\\n\""), std::string("\"-1\""), std::string("7"),
          std::string("[\"a\"]"), "\"" + std::string(41, 'a') + "\""}) {
        CAPTURE(wrong);
        CHECK(read_text("setting = \"shop\"\nname = " + wrong + "\n", lines).name.empty());
        CHECK(lines.find("kiosk.toml:2:1: error: 'name' ") != std::string::npos);
        CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
    }
}

TEST_CASE("names that people read in figures are one line of letters that can be seen, not too long")
{
    std::string lines;
    CHECK(read_text("partner = \"Agence du Midi – Brüssel\"\n", lines).partner == "Agence du Midi – Brüssel");
    CHECK(lines.empty());
    CHECK(read_text("partner = \"  Agence \"\n", lines).partner == "Agence");
    CHECK(lines.find("kiosk.toml:1:1: warning: 'partner' begins or ends with a space") != std::string::npos);
    auto const letters = [](int n) {
        std::string text;
        for (int i = 0; i < n; ++i) text += "é";
        return text;
    };
    CHECK(read_text("partner = \"" + letters(80) + "\"\n", lines).partner == letters(80));
    for (auto const& wrong :
         {letters(81), std::string("a\\tb"), std::string("a\\nb"), std::string("a\\u0000b"), std::string("a\\u0085b"),
          std::string("a\\u202Eb"), std::string("a\\u2028b"), std::string("a\\uFEFFb"), std::string("a\\u007Fb"),
          std::string("   "), std::string("=HYPERLINK(A1)"), std::string("+1"), std::string("-x"), std::string("@a"),
          std::string("a; =1"), std::string("＝1")}) {
        CAPTURE(wrong);
        CHECK(read_text("partner = \"" + wrong + "\"\n", lines).partner.empty());
        CHECK(lines.find("kiosk.toml:1:1: error: 'partner' ") != std::string::npos);
        auto const fair = read_text("setting = \"fair\"\n[fair]\nname = \"" + wrong +
                                        "\"\nfrom = \"2027-02-04\"\nto = \"2027-02-07\"\n",
                                    lines)
                              .fair;
        CHECK(fair.from.empty());
        CHECK(lines.find("kiosk.toml:3:1: error: 'name' ") != std::string::npos);
        CHECK(std::count(lines.begin(), lines.end(), '\n') == 1); // one cause, one message
    }
}

TEST_CASE(
    "what a stand says of itself is one line, and no address and no number that visitors would take for the office's")
{
    test::TemporaryFolder folder;
    auto const stand = [&](std::string const& text) {
        Config config;
        REQUIRE(write_file_atomically(folder / "kiosk.toml", "[display]\nstand = \"" + text + "\"\n").ok());
        auto const said = all_lines(read_config(folder / "kiosk.toml", config));
        CHECK(said.empty() == !config.display.stand.empty());
        if (!said.empty()) CHECK(said.find("kiosk.toml:2:1: error: 'stand'") != std::string::npos);
        return config.display.stand;
    };
    CHECK(stand("ECPAT Belgium, stand 310") == "ECPAT Belgium, stand 310");
    CHECK(stand("Report to evil.example").empty());
    CHECK(stand("call 0900 12 345").empty());
    CHECK(stand("\u0660\u0669\u0660\u0660 12345").empty());
    CHECK(stand("a\u202Eb").empty());
}

TEST_CASE("a country is one of ISO 3166, and what is often written for one is told with it")
{
    std::string lines;
    for (auto const* country : {"BE", "GB", "GR", "NL", "MA", "TH"}) {
        CHECK(read_text("country = \"" + std::string(country) + "\"\n", lines).country == country);
        CHECK(lines.empty());
    }
    auto const advice = [&](std::string const& country) {
        CHECK(read_text("country = \"" + country + "\"\n", lines).country.empty());
        return lines.substr(lines.find('(') + 1);
    };
    CHECK(advice("UK") == "did you mean \"GB\"?)\n");
    CHECK(advice("el") == "did you mean \"GR\"?)\n");
    CHECK(advice("be") == "did you mean \"BE\"?)\n");
    for (auto const* wrong : {"XX", "ZZ", "SU", "Belgium", "B", "BEL", "B1"})
        CHECK(advice(wrong) == "two capitals, for instance \"BE\")\n");
}

TEST_CASE("a fair has a name and two days, all of them or none, and is told where it stands beside a shop")
{
    std::string lines;
    std::string const whole = "[fair]\nname = \"Salon\"\nfrom = \"2027-02-04\"\nto = \"2027-02-07\"\n";
    CHECK(read_text("setting = \"fair\"\n" + whole, lines).fair.name == "Salon");
    CHECK(lines.empty());
    CHECK(read_text("setting = \"fair\"\n", lines).fair.name.empty());
    CHECK(lines.empty());
    CHECK(read_text(whole, lines).fair.name == "Salon");
    CHECK(lines.find("kiosk.toml:1:2: warning: there is a [fair], but the setting is \"shop\"") != std::string::npos);
    auto const nameless = read_text("setting = \"fair\"\n[fair]\nfrom = \"2027-02-04\"\nto = \"2027-02-07\"\n", lines);
    CHECK(nameless.fair.from.empty());
    CHECK(lines.find("kiosk.toml:2:2: error: [fair] needs a name, its first day and its last") != std::string::npos);
    auto const backwards =
        read_text("setting = \"fair\"\n[fair]\nname = \"a\"\nfrom = \"2027-02-04\"\nto = \"2027-02-03\"\n", lines);
    CHECK(backwards.fair.name.empty());
    CHECK(lines.find("kiosk.toml:5:1: error: 'to' is before 'from'") != std::string::npos);
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 1);
}

TEST_CASE("a kiosk stands in a zone; a wrong one is said with its line and the nearest, and Brussels stands in")
{
    std::string lines;
    CHECK(read_text("zone = \"Europe/London\"\n", lines).zone.name() == "Europe/London");
    CHECK(lines.empty());
    CHECK(read_text("", lines).zone.name() == "Europe/Brussels");
    CHECK(read_text("name = \"a\"\nzone = \"Europe/Lundon\"\n", lines).zone.name() == "Europe/Brussels");
    CHECK(lines.find("kiosk.toml:2:1: error: 'Europe/Lundon' is no time zone; Europe/Brussels stands in (did you mean "
                     "'Europe/London'?)") != std::string::npos);
    read_text("zone = 1\n", lines);
    CHECK(lines.find("'zone' must be a text") != std::string::npos);
}
