// What one stolen key could try with a stick: changing where reports go, or the trusted keys. Both need two signatures;
// everything else needs one.
#include "content/read/read.h"
#include "lock/recovery.h"
#include "updates/packs.h"

#include <doctest/doctest.h>

using namespace kiosk;
using namespace kiosk::updates;
using namespace test;
using enum kiosk::updates::RefusalReason;

namespace {

constexpr char const* kChannels = "reporting/channels.toml";

Files with(std::string const& path, std::string const& from, std::string const& to)
{
    auto files = english_content();
    auto& text = files.at(path);
    auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    for (; at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
    return files;
}

// As somebody with one stolen key wrote them: every address of reporting leads to one place.
Files all_led_to(std::string const& before_host, std::string const& after_host)
{
    auto files = english_content();
    auto& text = files.at(kChannels);
    for (auto at = text.find("= \"https://"); at != std::string::npos; at = text.find("= \"https://", at + 1)) {
        auto const begin = at + 11;
        auto const end = text.find_first_of("/\"", begin);
        auto const host = text.substr(begin, end - begin);
        text.replace(begin, end - begin, before_host + host + after_host);
    }
    return files;
}

struct Fresh : Station {
    void refuses(std::string bytes, RefusalReason reason)
    {
        auto const staged = stage(std::move(bytes));
        REQUIRE_FALSE(staged.ok());
        check_sentence(staged.error());
        CHECK_MESSAGE(staged.error().reason == reason, staged.error().error.line());
    }
    KeyList next = key_list(2, {3, 2});
    std::string keys_need_second_signature(KeyList const& list, unsigned char key) const
    {
        auto const body = key_list_text(list);
        return header_text(sign(body, test_key(key))) + body;
    }
};

} // namespace

TEST_CASE_FIXTURE(Fresh, "one stolen key leads no report elsewhere: not behind an '@', and not openly")
{
    refuses(archive_of(all_led_to("", "@evil.example"), 1), faulty_content);
    refuses(archive_of_two(all_led_to("", "@evil.example"), 1), faulty_content); // nobody's to say
    refuses(archive_of(all_led_to("", ".evil.example"), 1), contacts_need_second_signature);
    CHECK(running().empty());
    // And in words that say where a report goes, or what to call.
    for (auto const& files :
         {with(kChannels, "phone = \"116 000\"", "phone = \"0900 12345\""),

          with("reporting/en.toml", "name = \"Child Focus\"", "name = \"Child Fokus\""),
          with("reporting/places.toml", "number = \"190\"", "number = \"0900 12345\""),
          with("guides/support/guide.toml", "channels = [\"be-116000\"]", "channels = [\"be-seos\"]")})
        refuses(archive_of(files, 1), contacts_need_second_signature);
    // A text that names an address itself is nobody's to say.
    refuses(archive_of(with("interface/en.toml", "language = \"English\"", "language = \"English, evil.example\""), 1),
            faulty_content);
}

TEST_CASE_FIXTURE(Fresh,
                  "two people lead a report elsewhere, and staff are told each change with what stands there now")
{
    auto const moved = with(kChannels, "https://isaystop.com/\"", "https://ecpat.example/form\"");
    refuses(archive_of(moved, 1), contacts_need_second_signature);
    auto const staged = stage(archive_of_two(moved, 1));
    if (!staged) FAIL(staged.error().error.line());
    CHECK(staged.value().signers == 2);
    REQUIRE(staged.value().contacts.size() == 1);
    auto const& change = staged.value().contacts.front();
    CHECK(change.of == "be-form");
    CHECK(change.before == "https://isaystop.com/");
    CHECK(change.after == "https://ecpat.example/form");
    CHECK(change.needs_two_signatures);
    // What is compared with is what is shown: nothing changes any more, and going back to the old ones needs two again.
    REQUIRE(shelf->switch_to(staged.value().id).ok());
    confirm_trial();
    CHECK(stage(archive_of(moved, 2)).ok());
    refuses(archive_of(english_content(), 2), contacts_need_second_signature);
}

TEST_CASE_FIXTURE(Fresh, "one signature does for everything else, and for an address that stays on its host")
{
    auto const words = with("interface/en.toml", "language = \"English\"", "language = \"English, new\"");
    auto const staged = stage(archive_of(words, 1));
    if (!staged) FAIL(staged.error().error.line());
    CHECK(staged.value().signers == 1);
    CHECK(staged.value().contacts.empty());
    auto const path = stage(archive_of(with(kChannels, "https://isaystop.com/\"", "https://isaystop.com/form\""), 1));
    if (!path) FAIL(path.error().error.line());
    REQUIRE(path.value().contacts.size() == 1);
    CHECK_FALSE(path.value().contacts.front().needs_two_signatures);
    // The configuration may name more hosts; one of them only.
    auto const moved = with(kChannels, "https://isaystop.com/\"", "https://ecpat.example/form\"");
    options.hosts = {"ecpat.example"};
    CHECK(stage(archive_of(moved, 1)).ok());
    options.hosts = {"www.ecpat.example"};
    refuses(archive_of(moved, 1), contacts_need_second_signature);
}

TEST_CASE_FIXTURE(Fresh, "beside nothing that can be read two must sign")
{
    options.factory = folder / "gone";
    refuses(archive_of(english_content(), 1), contacts_need_second_signature);
    auto const staged = stage(archive_of_two(english_content(), 1));
    REQUIRE(staged.ok());
    CHECK(staged.value().contacts.size() > 50);
}

TEST_CASE_FIXTURE(Fresh, "a second signature that is cut away, or made by the same person, is none")
{
    auto const moved = with(kChannels, "https://isaystop.com/\"", "https://ecpat.example/form\"");
    auto const text = manifest_text(manifest_of(moved, 1));
    auto const two = add_own_signature(sign(text, test_key(1)), text, test_key(2));
    REQUIRE(two.ok());
    for (std::size_t i = 0; i < 2; ++i) {
        auto one = two.value();
        one.signatures = {two.value().signatures[i]};
        refuses(header_text(one) + text + joined(moved), contacts_need_second_signature); // holds by itself
    }
    auto same = two.value();
    same.signatures = {same.signatures[0], same.signatures[0]};
    refuses(header_text(same) + text + joined(moved), damaged);
    CHECK_FALSE(add_own_signature(sign(text, test_key(1)), text, test_key(1)).ok());
    CHECK_FALSE(add_own_signature(two.value(), text, test_key(3)).ok());
    // Any byte of either, changed.
    auto const good = archive_of_two(tiny_files(), 1);
    for (std::size_t at = 0; at < header_bytes(good); ++at) {
        auto bytes = good;
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << (at % 8)));
        auto const staged = stage(bytes);
        CAPTURE(at);
        REQUIRE_FALSE(staged.ok());
        CHECK(staged.error().reason != faulty_content);
    }
}

TEST_CASE_FIXTURE(Fresh, "one key makes nobody else believed, and two keep the spare one")
{
    for (unsigned char key = 1; key <= 2; ++key) {
        auto const taken = shelf->accept_key_list(keys_need_second_signature(next, key), "k");
        REQUIRE_FALSE(taken.ok());
        CHECK(taken.error().reason == RefusalReason::keys_need_second_signature);
        check_sentence(taken.error());
    }
    auto const without = shelf->accept_key_list(signed_by_two(key_list_text(key_list(2, {1, 3})), 1, 2), "k");
    REQUIRE_FALSE(without.ok());
    CHECK(without.error().reason == no_spare);
    check_sentence(without.error());
    CHECK(shelf->keys() == keys);
    CHECK(shelf->accept_key_list(signed_by_two(key_list_text(next), 2, 1) + "x", "k").error().reason == damaged);
    CHECK(shelf->accept_key_list(signed_by_two(key_list_text(next), 2, 1), "k").ok());
    CHECK(shelf->keys() == next);
    // The spare one is the configuration's: it stays in the list after that, too.
    CHECK(shelf->accept_key_list(signed_by_two(key_list_text(key_list(3, {3, 4})), 3, 2), "k").error().reason ==
          no_spare);
}

TEST_CASE_FIXTURE(Fresh, "a machine with one key takes no new keys, and no new address")
{
    keys = key_list(1, {1});
    reopen();
    CHECK(shelf->accept_key_list(keys_need_second_signature(key_list(2, {1, 3}), 1), "k").error().reason ==
          RefusalReason::keys_need_second_signature);
    refuses(archive_of(with(kChannels, "phone = \"116 000\"", "phone = \"0900 12345\""), 1),
            contacts_need_second_signature);
    CHECK(stage(archive_of(english_content(), 1)).ok());
}
