// What may stand as an address of reporting or as a number, and that nothing else comes near a visitor.
#include "content/read/read.h"
#include "files/files.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

using namespace kiosk;
using namespace kiosk::content;
using namespace test;

namespace {

std::string fault_of(std::string const& text)
{
    auto const address = Address::read(text);
    if (address) return {};
    CHECK_FALSE(address.error().advice.empty());
    return address.error().message;
}

// The shipped content with one line of its channels written otherwise.
struct Written {
    explicit Written(std::string const& from, std::string const& to)
    {
        std::filesystem::copy(std::filesystem::path(KIOSK_SOURCES) / "content", folder / "content",
                              std::filesystem::copy_options::recursive);
        auto const file = folder / "content" / "reporting" / "channels.toml";
        auto text = read_file(file).value();
        auto const at = text.find(from);
        REQUIRE(at != std::string::npos);
        line = 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
        text.replace(at, from.size(), to);
        REQUIRE(write_file_atomically(file, text).ok());
        read = read_content(folder / "content");
    }
    bool says(std::string const& what) const
    {
        auto const place = fmt::format("reporting/channels.toml:{}:", line);
        return std::any_of(read.problems.begin(), read.problems.end(), [&](Problem const& problem) {
            return problem.severity == Severity::error && problem.line().find(place) != std::string::npos &&
                   problem.line().find(what) != std::string::npos;
        });
    }
    TemporaryFolder folder;
    int line = 0;
    ReadContent read;
};

} // namespace

TEST_CASE("an address is https, a host and a path, and comes back as it was written")
{
    for (std::string const text :
         {"https://isaystop.com/", "https://www.stopseksturystyce.fdds.pl/", "https://seos.be",
          "https://www.fedpol.admin.ch/fedpol/de/home/formular_2.html", "https://a-b.example/~x/-._"}) {
        auto const address = Address::read(text);
        CAPTURE(text);
        REQUIRE(address.ok());
        CHECK(address.value().text() == text);
    }
    CHECK(Address::read("https://www.x.be/a/b").value().host() == "www.x.be");
    CHECK(Address::read("https://www.x.be/a/b").value().path() == "/a/b");
}

TEST_CASE("whatever hides where an address leads is no address")
{
    struct Row {
        std::string text, said;
    };
    for (auto const& [text, said] : std::vector<Row>{
             {"https://childfocus.be@evil.example", "leads to 'evil.example'"},
             {"https://childfocus.be@evil.example/", "leads to 'evil.example/'"},
             {"https://childfocus.be/@evil.example", "leads to 'evil.example'"},
             {"https://a:b@evil.example/", "leads to 'evil.example/'"},
             {"https://childfocus.be:8443/", "names a port"},
             {"https://childfocus.be:/", "names a port"},
             {"https://childfocus.be/?kiosk=7", "carries a parameter"},
             {"https://childfocus.be/#x", "carries a parameter"},
             {"http://childfocus.be/", "is not an https address"},
             {"HTTPS://childfocus.be/", "is not an https address"},
             {"//childfocus.be/", "is not an https address"},
             {"tel:116000", "is not an https address"},
             {"", "is not an https address"},
             {"https://", "has no host"},
             {"https:///childfocus.be", "has no host"},
             {"https://chіldfocus.be/", "letters that can pass for others"}, // Cyrillic
             {"https://childfocus。be/", "letters that can pass for others"},
             {"https://xn--chldfocus-x4h.be/", "written in code"},
             {"https://www.xn--80ak6aa92e.com/", "written in code"},
             {"https://chlldfocus.BE/", "capitals"},
             {"https://chIldfocus.be/", "capitals"},
             {"https://childfocus.be\\@evil.example/", "leads to"},
             {"https://childfocus.be\\evil.example/", "a character that no host has"},
             {"https://child_focus.be/", "a character that no host has"},
             {"https://childfocus.be%2eevil.example/", "a character that no host has"},
             {"https://[::1]/", "names a port"},
             {"https://192.168.0.1/", "no name in the internet"},
             {"https://localhost/", "no name in the internet"},
             {"https://childfocus.be./", "an empty or too long part"},
             {"https://.childfocus.be/", "an empty or too long part"},
             {"https://child..focus.be/", "an empty or too long part"},
             {"https://-childfocus.be/", "a hyphen at the edge"},
             {"https://childfocus-.be/", "a hyphen at the edge"},
             {"https://" + std::string(64, 'a') + ".be/", "an empty or too long part"},
             {"https://childfocus.be/" + std::string(150, 'a'), "is longer than"},
             {"https://child focus.be/", "a blank or a control character"},
             {" https://childfocus.be/", "a blank or a control character"},
             {"https://childfocus.be/\n", "a blank or a control character"},
             {std::string("https://childfocus.be/\0x", 24), "a blank or a control character"},
             {"https://childfocus.be/\x7f", "a blank or a control character"},
             {"https://childfocus.be/\u202e", "a character that is not allowed there"},
             {"https://childfocus.be/%40", "a character that is not allowed there"},
             {"https://childfocus.be/a;b", "a character that is not allowed there"},
         }) {
        auto const& address = text;
        CAPTURE(address);
        CHECK(fault_of(text).find(said) != std::string::npos);
        CHECK_FALSE(fault_of(text).empty());
    }
}

TEST_CASE("a telephone number is digits in groups, as it is dialled")
{
    for (auto const* good : {"112", "116 000", "116 000", "0800 200 99", "+33 1 53 06 38 94", "0800 22 55 530", "100"})
        CHECK(is_telephone(good));
    for (auto const* bad : {"", "+", "1", " 112", "112 ", "116  000", "116  000", "116 000", "116 ", "116-000",
                            "call 112", "112\n", "++32 2", "32+2", "1234567890123456", "１１２", "*31#112", "112,1"})
        CHECK_FALSE_MESSAGE(is_telephone(bad), bad);
}

TEST_CASE("what is no address is said with its file and line, and never comes near a visitor")
{
    Written const written("https://jedisstop.be/", "https://jedisstop.be@evil.example/");
    CHECK(written.says("leads to 'evil.example/'"));
    auto const* channel = written.read.content.reporting.channel("be-form");
    REQUIRE(channel);
    CHECK_FALSE(channel->url.contains("fr"));
    CHECK(channel->address("fr") == "https://isaystop.com/"); // the next that is one
    Written const number("phone = \"116 000\"", "phone = \"116 000;ext=1\"");
    CHECK(number.says("is no telephone number"));
    CHECK(number.read.content.reporting.channel("be-116000")->phone.empty());
}

TEST_CASE("the shipped content has no address and no number that is none")
{
    auto const read = read_content(std::filesystem::path(KIOSK_SOURCES) / "content");
    for (auto const& problem : read.problems) MESSAGE(problem.line());
    CHECK(read.problems.empty());
}
