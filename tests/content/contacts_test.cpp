// Every change of where a report goes is found, and which of them one person may not sign alone.
#include "base/random.h"
#include "content/contacts.h"
#include "files/files.h"
#include "support/kiosk.h"
#include "support/temporary_folder.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::content;

namespace {

Content changed(std::function<void(Content&)> const& change)
{
    auto content = test::shipped_content();
    change(content);
    return content;
}

content::Channel& channel(Content& content, std::string const& id)
{
    for (auto& one : content.reporting.channels)
        if (one.id == id) return one;
    FAIL(id);
    return content.reporting.channels.front();
}

void lead(Content& content, std::string const& id, Language const& language, std::string const& address)
{
    channel(content, id).url.insert_or_assign(language, Address::read(address).value());
}

// The one change that this makes.
ContactChange change_of(std::function<void(Content&)> const& change, std::vector<std::string> const& hosts = {})
{
    auto const changes = contact_changes(test::shipped_content(), changed(change), hosts);
    for (auto const& one : changes) CAPTURE(one.line());
    REQUIRE(changes.size() == 1);
    return changes.front();
}

} // namespace

TEST_CASE("an edition differs from itself in nothing, also in one of its languages alone")
{
    CHECK(contact_changes(test::shipped_content(), test::shipped_content()).empty());
    CHECK(contact_changes(test::shipped_content(), changed([](Content& content) { content.languages = {"en"}; }))
              .empty());
}

TEST_CASE("one signature moves an address on its own hosts, and on those that are named; never elsewhere")
{
    auto const moved = [](std::string const& address) {
        return [address](Content& content) { lead(content, "be-form", "fr", address); };
    };
    auto const path = change_of(moved("https://jedisstop.be/signaler"));
    CHECK(path.kind == ContactKind::address);
    CHECK(path.before == "https://jedisstop.be/");
    CHECK(path.after == "https://jedisstop.be/signaler");
    CHECK_FALSE(path.needs_two_signatures);
    CHECK_FALSE(change_of(moved("https://isaystop.com/fr")).needs_two_signatures); // of the same channel
    CHECK(change_of(moved("https://evil.example/")).needs_two_signatures);
    CHECK(change_of(moved("https://jedisstop.be.evil.example/")).needs_two_signatures);
    CHECK(change_of(moved("https://seos.be/")).needs_two_signatures); // another channel's
    CHECK_FALSE(change_of(moved("https://ecpat.be/stop"), {"ecpat.be"}).needs_two_signatures);
    CHECK(change_of(moved("https://www.ecpat.be/stop"), {"ecpat.be"}).needs_two_signatures);
}

TEST_CASE("numbers, words of a channel, ways and what is taken out need two")
{
    using enum ContactKind;
    struct Row {
        ContactKind kind;
        std::function<void(Content&)> change;
    };
    for (auto const& [kind, change] : std::vector<Row>{
             {telephone, [](Content& content) { channel(content, "be-116000").phone = "0900 123 45"; }},
             {telephone, [](Content& content) { channel(content, "be-116000").phone.clear(); }},
             {telephone, [](Content& content) { channel(content, "be-form").phone = "0900 123 45"; }},
             {address, [](Content& content) { channel(content, "be-seos").url.clear(); }},
             {ContactKind::name,
              [](Content& content) { channel(content, "be-form").words.at("nl").name = "Meldpunt"; }},
             {receives, [](Content& content) { channel(content, "be-form").words.at("de").receives = "Wir."; }},
             {tip, [](Content& content) { channel(content, "be-form").words.at("en").tip = "Pay first."; }},
             {emergency, [](Content& content) { content.reporting.emergency.back().number = "113"; }},
             {leads_to, [](Content& content) { content.reporting.places.front().channels = {"de-portal"}; }},
             {leads_to, [](Content& content) { content.reporting.places.front().residents = {"de-portal"}; }},
             {leads_to, [](Content& content) { content.reporting.places.front().online = {"ch-online"}; }},
             {leads_to, [](Content& content) { content.support.pages.front().channels.clear(); }},
             {writing, [](Content& content) { channel(content, "be-seos").text_contacts[0].value = "evil.example"; }},
             {from_abroad, [](Content& content) { channel(content, "fr-119").from_abroad = "be-116000"; }},
             {emergency, [](Content& content) { content.reporting.emergency[1].answers = EmergencyServices::all; }},
             {home, [](Content& content) { content.reporting.home = "KE"; }},
             {in_text,
              [](Content& content) {
                  content.interface.at("en").at("language_screen.title") = "Tell www.evil.example";
              }},
             {in_text,
              [](Content& content) {
                  content.campaigns[0].pages[0].words.at("fr").text[0] += " Appelez le 0900 12345";
              }},
             {in_text,
              [](Content& content) {
                  content.quizzes.front().questions[0].words.at("nl").reason += " help@evil.example";
              }},
             {in_text,
              [](Content& content) { content.display.slides[0].words.at("de").title = "evil.example/melden"; }},
         }) {
        auto const one = change_of(change);
        CAPTURE(one.line());
        CHECK(one.kind == kind);
        CHECK(one.needs_two_signatures);
    }
}

TEST_CASE("a channel that comes or goes is told with all it has")
{
    auto const gone =
        contact_changes(test::shipped_content(), changed([](Content& content) {
                            auto& channels = content.reporting.channels;
                            channels.erase(std::find_if(channels.begin(), channels.end(),
                                                        [](auto const& one) { return one.id == "be-form"; }));
                        }));
    CHECK(std::count_if(gone.begin(), gone.end(), [](auto const& one) {
              return one.of == "be-form" && one.kind == ContactKind::address && one.after.empty();
          }) == 3);
    CHECK(any_needs_two_signatures(gone));
    auto const all = contact_changes(Content(), test::shipped_content());
    CHECK(all.size() > 100);
    CHECK(std::all_of(all.begin(), all.end(), [](auto const& one) { return one.needs_two_signatures; }));
}

TEST_CASE("a text may say what a channel has, in whatever form, and figures as before")
{
    CHECK(contact_changes(test::shipped_content(), changed([](Content& content) {
                              content.interface.at("en").at("language_screen.title") =
                                  "*isaystop.com*, https://www.isaystop.com/ or 116000, 112. "
                                  "In 2016, 25 000 of 1.2 million, z.B. 24/7";
                          }))
              .empty());
}

TEST_CASE("what a reader would type or dial is found in a text")
{
    using Named = std::set<std::string>;
    CHECK(mentioned_contacts("Go to WWW.Evil.Example, now.") == Named{"www.evil.example"});
    CHECK(mentioned_contacts("(see https://x.example/a?b=1#c)") == Named{"https://x.example/a?b=1#c"});
    CHECK(mentioned_contacts("mail: a.b@x.be!") == Named{"a.b@x.be"});
    CHECK(mentioned_contacts("evil。example") == Named{"evil.example"});
    CHECK(mentioned_contacts("chіldfocus.be") == Named{"chіldfocus.be"});
    CHECK(mentioned_contacts("ftp://x") == Named{"ftp://x"});
    CHECK(mentioned_contacts("+32 2 123 45 67 / 0900-12 345; 806 123 456") ==
          Named{"3221234567", "090012345", "806123456"});
    CHECK(mentioned_contacts("call 0900") == Named{"0900"});
    CHECK(mentioned_contacts("").empty());
    CHECK(mentioned_contacts("e.V., z.B. d.h. N.I.N.A. 1.5 24/7, 2016–2019, 300 km; 12 000. The end. And").empty());
    CHECK(mentioned_contacts("\xff\xfe.be \xf0").empty() == false);
}

TEST_CASE("a text that is not taken apart names nothing that taking it apart would find")
{
    // A lonely digit is no number, but every text that has one is taken apart.
    constexpr std::string_view kDigit = " and 0";
    std::vector<std::string> const pieces{
        "word",   "be",     "com",    " ", " ",      ".",      ". ",     ":",      "/", "://", "@",      ")",
        "\n",     "\"",     "-",      "é", "œ",      "É",      "ß",      "…",      "’", "»",   "\u00A0", "\u00AD",
        "\u200B", "\u3002", "\u0131", "²", "\u0301", "\uFF0E", "\u2024", "\u2460", "ﬁ", "+",   "а",      "\u202F"};
    Random random(7);
    int named = 0;
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        auto const length = 2 + random.below(7);
        for (std::uint32_t k = 0; k < length; ++k)
            text += pieces[random.below(static_cast<std::uint32_t>(pieces.size()))];
        CAPTURE(text);
        auto const found = mentioned_contacts(text);
        named += found.empty() ? 0 : 1;
        CHECK(found == mentioned_contacts(text + std::string(kDigit)));
    }
    CHECK(named > 1000);
}

TEST_CASE("what the shipped texts name beside the channels is publishers of sources, and a law")
{
    std::set<std::string> named;
    for (auto const& change : contact_changes(Content(), test::shipped_content()))
        if (change.kind == ContactKind::in_text && change.after.find_first_not_of("0123456789") != std::string::npos)
            named.insert(change.after);
    CHECK(named == std::set<std::string>{"lacode.be", "news.belgium.be", "tourism4development2017.org"});
}

TEST_CASE("a number or an address is found in whatever signs it is written")
{
    for (auto const* text : {"Call \u2070\u2079\u2070\u2070 \u00B9\u00B2\u00B3\u2074\u2075", // raised
                             "\u0660\u0669\u0660\u0660 \u0661\u0662\u0663\u0664\u0665",      // Arabic
                             "\uFF10\uFF19\uFF10\uFF10\uFF11\uFF12\uFF13",                   // full width
                             "\u24EA\u2468\u24EA\u24EA\u2460\u2461\u2462",                   // circled
                             "0\u200B9\u200B0\u200B0 12345"}) {                              // nothing between
        CAPTURE(text);
        CHECK(mentioned_contacts(text).size() == 1);
    }
    CHECK(mentioned_contacts("report at isaystop-help\u2024com") == std::set<std::string>{"isaystop-help.com"});
    CHECK(mentioned_contacts("voyageur\u00B7euse\u00B7s, 10 km\u00B2, \u00BD").empty());
}

TEST_CASE("one person alone promises nothing in the name of a channel, nor says what happens to a report")
{
    using enum ContactKind;
    auto const told = [](std::function<void(Content&)> const& change) {
        auto const one = change_of(change);
        CHECK(one.needs_two_signatures);
        return one.kind;
    };
    CHECK(told([](Content& content) { channel(content, "ch-portal").anonymous = Anonymity::yes; }) == anonymous);
    CHECK(told([](Content& content) { channel(content, "be-116000").phone_free = "no"; }) == free);
    CHECK(told([](Content& content) { channel(content, "be-form").receives_it = "nobody"; }) == received_by);
    CHECK(told([](Content& content) {
              content.reporting.doubts.front().words["en"].text = {"Your name is given away."};
          }) == words);
    CHECK(told([](Content& content) { content.interface["fr"]["report.title"] = "Ne signalez pas"; }) == words);
    // A number that is right on its own page, on another one.
    CHECK(told([](Content& content) {
              content.interface["en"]["attract.see_sub"] = "Call " + channel(content, "ke-116").phone + " 0123456";
          }) == in_text);
}

TEST_CASE("a new picture, and another one of the same name, want two; one that is gone does not")
{
    test::TemporaryFolder const before, after;
    for (auto const* folder : {&before, &after}) REQUIRE(make_folder(*folder / "pictures").ok());
    REQUIRE(write_file_atomically(before / "pictures/gone.png", "1").ok());
    REQUIRE(write_file_atomically(before / "pictures/pier.png", "1").ok());
    REQUIRE(write_file_atomically(after / "pictures/pier.png", "2").ok());
    REQUIRE(write_file_atomically(after / "pictures/new.png", "2").ok());
    auto const changes = picture_changes(before.path(), after.path());
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].line() == "picture 'new.png' is new: look at it, also for addresses and codes");
    CHECK(changes[1].line() == "picture 'pier.png' is another one: look at it, also for addresses and codes");
    CHECK(any_needs_two_signatures(changes));
}
